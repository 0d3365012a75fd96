using System.Globalization;
using System.Text.Json;
using Pipeline.Domain;

namespace Pipeline.Indicators.Parameters;

/// <summary>Reads parameters for one result and remembers which, so that no result can forget to quote one.</summary>
internal sealed class ParameterScope(ParameterSet set)
{
    private readonly SortedDictionary<string, ParameterUse> uses = new(StringComparer.Ordinal);

    /// <summary>Parameters read so far, in order of identifier.</summary>
    internal IReadOnlyList<ParameterUse> Uses => [.. uses.Values];

    /// <summary>True when one of them is past its confirmation date.</summary>
    internal bool AnyStale => uses.Values.Any(use => use.IsStale);

    internal double Number(string id) => Read(id, JsonValueKind.Number, "a number").GetDouble();

    internal int Count(string id)
    {
        JsonElement value = Read(id, JsonValueKind.Number, "a whole number");
        return value.TryGetInt32(out int number) ? number : throw Malformed(id, "a whole number", value);
    }

    internal string Text(string id) => Read(id, JsonValueKind.String, "a text").GetString()!;

    internal IReadOnlyList<double> Numbers(string id) => Convert<IReadOnlyList<double>>(id, "a list of numbers");

    internal IReadOnlyList<string> Texts(string id) => Convert<IReadOnlyList<string>>(id, "a list of texts");

    /// <summary>A parameter that is a table, as records of the rule that uses it.</summary>
    internal T Table<T>(string id)
        where T : class => Convert<T>(id, "a table of " + typeof(T).Name);

    /// <summary>One row of a table parameter: only the row is quoted, so that a result names what it rests on and no more.</summary>
    internal T? Row<T>(string id, string key)
        where T : class
    {
        (JsonElement table, _, ParameterUse use) = set.Find(id);
        if (table.ValueKind != JsonValueKind.Object)
        {
            throw Malformed(id, "a table with a row a key", table);
        }

        if (!table.TryGetProperty(key, out JsonElement row))
        {
            return null;
        }

        uses[$"{id}/{key}"] = use with { Id = $"{id}/{key}", Value = JsonSerializer.Serialize(row, PipelineJson.Options) };
        return Deserialize<T>($"{id}/{key}", row, "a row of " + typeof(T).Name);
    }

    /// <summary>Node that quotes a number parameter in a tree of evidence.</summary>
    internal EvidenceNode Quote(string id) => new("parameter", id, Number(id), set.Find(id).Unit)
    {
        Reference = string.Create(CultureInfo.InvariantCulture, $"parameter {id} from {uses[id].From:O}"),
    };

    /// <summary>Node that quotes one row of a table parameter.</summary>
    internal EvidenceNode QuoteRow(string id, string key, double value) => new("parameter", $"{id}/{key}", value, set.Find(id).Unit)
    {
        Reference = string.Create(CultureInfo.InvariantCulture, $"parameter {id}/{key} from {uses[$"{id}/{key}"].From:O}"),
    };

    private T Convert<T>(string id, string expected)
        where T : class
    {
        (JsonElement value, _, ParameterUse use) = set.Find(id);
        uses[id] = use;
        return Deserialize<T>(id, value, expected);
    }

    private static T Deserialize<T>(string id, JsonElement value, string expected)
    {
        try
        {
            return value.Deserialize<T>(PipelineJson.Options) ?? throw Malformed(id, expected, value);
        }
        catch (JsonException)
        {
            throw Malformed(id, expected, value);
        }
    }

    private JsonElement Read(string id, JsonValueKind kind, string expected)
    {
        (JsonElement value, _, ParameterUse use) = set.Find(id);
        uses[id] = use;
        return value.ValueKind == kind ? value : throw Malformed(id, expected, value);
    }

    private static ParameterException Malformed(string id, string expected, JsonElement value) =>
        new(new Fault("parameters", id, expected, value.GetRawText(), "mend the parameter file"));
}
