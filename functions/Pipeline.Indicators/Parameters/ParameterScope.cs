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
        return value.TryGetInt32(out int number) ? number : throw Malformed(set.Find(id), id, "a whole number", value.GetRawText());
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
        ParameterInForce found = set.Find(id);
        if (found.Value.ValueKind != JsonValueKind.Object)
        {
            throw Malformed(found, id, "a table with a row a key", found.Value.GetRawText());
        }

        if (!found.Value.TryGetProperty(key, out JsonElement row))
        {
            return null;
        }

        uses[$"{id}/{key}"] = found.Use with { Id = $"{id}/{key}", Value = JsonSerializer.Serialize(row, PipelineJson.Options) };
        return Deserialize<T>(found, $"{id}/{key}", row, "a row of " + typeof(T).Name, ParameterLines.OfRow(found.Value, key));
    }

    /// <summary>Node that quotes a number parameter in a tree of evidence.</summary>
    /// <param name="id">Identifier of the parameter.</param>
    /// <param name="symbol">Name under which formulas speak of it, or none.</param>
    internal EvidenceNode Quote(string id, string? symbol = null) => new("parameter", id, Number(id), set.Find(id).Unit)
    {
        Symbol = symbol,
        Reference = string.Create(CultureInfo.InvariantCulture, $"parameter {id} from {uses[id].From:O}"),
        Cells = Assumption(id),
    };

    /// <summary>Node that quotes a number of one row of a table parameter; the row has been read before.</summary>
    /// <param name="id">Identifier of the parameter.</param>
    /// <param name="key">Key of the row.</param>
    /// <param name="value">The number.</param>
    /// <param name="symbol">Name under which formulas speak of it, or none.</param>
    internal EvidenceNode QuoteRow(string id, string key, double value, string? symbol = null) => new("parameter", $"{id}/{key}", value, set.Find(id).Unit)
    {
        Symbol = symbol,
        Reference = string.Create(CultureInfo.InvariantCulture, $"parameter {id}/{key} from {uses[$"{id}/{key}"].From:O}"),
        Cells = Assumption(id),
    };

    private IReadOnlyList<SourceCell> Assumption(string id) => set.Find(id).Assumed is { } cell ? [cell] : [];

    private T Convert<T>(string id, string expected)
        where T : class
    {
        ParameterInForce found = set.Find(id);
        uses[id] = found.Use;
        return Deserialize<T>(found, id, found.Value, expected, linesBefore: 0);
    }

    private static T Deserialize<T>(ParameterInForce found, string id, JsonElement value, string expected, int linesBefore)
    {
        try
        {
            return value.Deserialize<T>(PipelineJson.Options) ?? throw Malformed(found, id, expected, "null");
        }
        catch (JsonException fault)
        {
            // A member that the rule does not know is refused here: it may be a misspelt one that the rule would then miss.
            long line = found.Line + linesBefore + (fault.LineNumber ?? 0);
            string place = found.Line == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"line {line}, {id}");
            throw Malformed(found, $"{place}, {fault.Path}", expected, fault.Message);
        }
    }

    private JsonElement Read(string id, JsonValueKind kind, string expected)
    {
        ParameterInForce found = set.Find(id);
        uses[id] = found.Use;
        return found.Value.ValueKind == kind ? found.Value : throw Malformed(found, id, expected, found.Value.GetRawText());
    }

    private static ParameterException Malformed(ParameterInForce parameter, string place, string expected, string found) =>
        new(new Fault(parameter.File.Length == 0 ? "parameters" : parameter.File, place, expected, found, "mend the parameter file"));
}
