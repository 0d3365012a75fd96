using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>A row as the protocol writes it: JSON with an <c>@odata.type</c> beside each value whose type JSON cannot show.</summary>
internal static class TableEntityJson
{
    private const string TypeSuffix = "@odata.type";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(TableEntity entity)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("PartitionKey", entity.PartitionKey);
            writer.WriteString("RowKey", entity.RowKey);
            foreach (var (name, value) in entity.OrderBy(property => property.Key, StringComparer.Ordinal))
                WriteProperty(writer, name, value);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static TableEntity Read(JsonElement json)
    {
        var entity = new TableEntity();
        foreach (var property in json.EnumerateObject())
        {
            var (name, value) = (property.Name, property.Value);
            if (name == "odata.etag") entity.ETag = new ETag(value.GetString()!);
            else if (name == "PartitionKey") entity.PartitionKey = value.GetString()!;
            else if (name == "RowKey") entity.RowKey = value.GetString()!;
            else if (IsOwn(name) && value.ValueKind != JsonValueKind.Null)
                entity[name] = ReadProperty(value, json.TryGetProperty(name + TypeSuffix, out var type) ? type.GetString() : null);
        }

        return entity;
    }

    /// <summary>False for what the service adds to a row.</summary>
    private static bool IsOwn(string name) =>
        name != "Timestamp" && !name.StartsWith("odata.", StringComparison.Ordinal) && !name.Contains('@', StringComparison.Ordinal);

    private static void WriteProperty(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteString(name, text);
                break;
            case bool flag:
                writer.WriteBoolean(name, flag);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case long number:
                writer.WriteString(name + TypeSuffix, "Edm.Int64");
                writer.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                writer.WriteString(name + TypeSuffix, "Edm.Double");
                if (double.IsFinite(number)) writer.WriteNumber(name, number);
                else writer.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                writer.WriteString(name + TypeSuffix, "Edm.DateTime");
                writer.WriteString(name, time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                break;
            default:
                throw new NotSupportedException($"Property {name}: a table does not store {value.GetType().Name} here.");
        }
    }

    private static object ReadProperty(JsonElement value, string? type) => type switch
    {
        "Edm.Int64" => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        "Edm.DateTime" => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        "Edm.Double" when value.ValueKind == JsonValueKind.String => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        "Edm.Double" => value.GetDouble(),
        null or "Edm.String" or "Edm.Boolean" or "Edm.Int32" => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => value.TryGetInt32(out var number) ? (object)number : value.GetDouble(),
        },
        _ => throw new NotSupportedException($"A table property of type {type} is not used here."),
    };
}
