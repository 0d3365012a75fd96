using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Domain;

/// <summary>The one way in which records become JSON: camelCase names, enumerations as words, periods as text, unknown members refused.</summary>
public static class PipelineJson
{
    /// <summary>Options for files, blobs and answers.</summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    /// <summary>The same, for people to read.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented)
    {
        JsonSerializerOptions options = new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = false,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            WriteIndented = indented,
            NewLine = "\n",
            // Japanese stays readable; the consumers are JSON parsers, never HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new PeriodConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class PeriodConverter : JsonConverter<Period>
    {
        public override bool CanConvert(Type typeToConvert) => typeof(Period).IsAssignableFrom(typeToConvert);

        public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            string? text = reader.GetString();
            try
            {
                Period period = Period.Parse(text ?? string.Empty);
                return typeToConvert.IsInstanceOfType(period) ? period : throw new JsonException($"'{text}' is no {typeToConvert.Name}.");
            }
            catch (FormatException fault)
            {
                throw new JsonException(fault.Message, fault);
            }
        }

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }
}
