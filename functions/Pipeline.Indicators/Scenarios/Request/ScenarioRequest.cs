using System.Security.Cryptography;
using System.Text.Json;
using Pipeline.Indicators.Scenarios.Request;

namespace Pipeline.Indicators.Scenarios;

/// <summary>
/// A scenario as its JSON states it: a base (a mineral of a published vintage, or a baseline that is typed in) and the measures that are
/// assumed. Read strictly: an unknown member, a number out of range or two bases are refused, each with its place.
/// </summary>
public sealed class ScenarioRequest
{
    private const int MostMeasures = 20;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private ScenarioRequest(string mineral, string hash) => (Mineral, Hash) = (mineral, hash);

    /// <summary>JSON Schema of what <see cref="Read(ReadOnlyMemory{byte})"/> reads, for the contract. What rests on the base, such as whether a country can be displaced, is beyond it.</summary>
    public static string Schema { get; } = ReadSchema();

    /// <summary>Identifier of the mineral.</summary>
    public string Mineral { get; }

    /// <summary>SHA-256 of the JSON as it was sent, lower-case hexadecimal: what its cells are cells of.</summary>
    public string Hash { get; }

    /// <summary>Title for people, or none.</summary>
    public string? Title { get; private init; }

    /// <summary>Published vintage that the scenario starts from; none for the current one, and for a baseline that is typed in.</summary>
    public string? Vintage { get; private init; }

    /// <summary>True when the baseline is typed in, so that no vintage is needed.</summary>
    public bool IsSelfContained => Inputs is not null;

    /// <summary>Day whose parameters hold for a baseline that is typed in, or none for the present.</summary>
    public DateOnly? ParametersOn { get; private init; }

    /// <summary>The baseline that is typed in, or none.</summary>
    internal HypotheticalInputs? Inputs { get; private init; }

    /// <summary>Measures, in the order in which they take effect.</summary>
    internal IReadOnlyList<Measure> Measures { get; private init; } = [];

    /// <summary>Reads the JSON of a scenario.</summary>
    /// <exception cref="ScenarioRequestException">It cannot be meant; the exception names every place.</exception>
    public static ScenarioRequest Read(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = Parse(json);
        List<ScenarioFault> faults = [];
        RequestNode root = new(document.RootElement, string.Empty, faults);
        ScenarioRequest? request = root.IsObject("title", "mineral", "vintage", "inputs", "measures") ? Read(root, Convert.ToHexStringLower(SHA256.HashData(json.Span))) : null;
        return request is not null && faults.Count == 0 ? request : throw new ScenarioRequestException(faults);
    }

    private static ScenarioRequest? Read(RequestNode root, string hash)
    {
        string? title = root.Find("title")?.Text(200);
        RequestNode? inputs = root.Find("inputs");
        RequestNode? mineral = root.Find("mineral");
        if (inputs is not null && (mineral ?? root.Find("vintage")) is not null)
        {
            inputs.Wrong("one base: either 'mineral' (with 'vintage' where it is not the current one) or 'inputs'", "both");
            return null;
        }

        string? id = inputs is null ? root.Get("mineral")?.Mineral() : inputs.IsObject(InputsReader.Members) ? inputs.Get("mineral")?.Mineral() : null;
        HypotheticalInputs? baseline = inputs is null ? null : InputsReader.Read(inputs);
        DateOnly? day = inputs?.Find("parametersOn")?.Day();
        Measure?[] measures = [.. (root.Find("measures")?.Items("measures", 0, MostMeasures) ?? []).Select(MeasureReader.Read)];
        return id is null ? null : new ScenarioRequest(id, hash)
        {
            Title = title,
            Vintage = root.Find("vintage")?.Text(40),
            Inputs = baseline,
            ParametersOn = day,
            Measures = [.. measures.OfType<Measure>()],
        };
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            RequireWholeCharacters(json.Span);
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException fault)
        {
            // A member that stands twice is found once the document is whole, without a line.
            string found = fault.LineNumber is { } line ? FormattableString.Invariant($"a fault in line {line + 1}, byte {fault.BytePositionInLine + 1}") : "a member twice";
            throw new ScenarioRequestException(string.Empty, "one JSON object without comments and without a member twice", found);
        }
    }

    /// <summary>Half a character (a surrogate alone, a byte that begins none) is within the grammar of JSON and can be read as no text.</summary>
    private static void RequireWholeCharacters(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        while (reader.Read())
        {
            try
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }
            catch (InvalidOperationException)
            {
                throw new ScenarioRequestException(string.Empty, "text of whole characters", FormattableString.Invariant($"half a character in the text at byte {reader.TokenStartIndex + 1}"));
            }
        }
    }

    private static string ReadSchema()
    {
        using StreamReader reader = new(typeof(ScenarioRequest).Assembly.GetManifestResourceStream("scenario.schema.json")!);
        return reader.ReadToEnd();
    }
}
