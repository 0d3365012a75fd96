using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Indicators.Parameters;

/// <summary>
/// The parameters in force on one day. The day is the caller's: nothing here reads a clock, so that an assessment can be repeated.
/// </summary>
public sealed class ParameterSet
{
    private readonly Dictionary<string, ParameterDefinition> definitions;
    private readonly Dictionary<string, ParameterInForce> inForce;

    private ParameterSet(IReadOnlyList<ParameterDefinition> definitions, DateOnly asOf)
    {
        this.definitions = definitions.ToDictionary(definition => definition.Id, StringComparer.Ordinal);
        AsOf = asOf;
        inForce = definitions.Select(definition => (definition, Value: InForceOn(definition))).Where(pair => pair.Value is not null).ToDictionary(
            pair => pair.definition.Id,
            pair => new ParameterInForce(
                pair.Value!.Value,
                pair.definition.Unit,
                pair.definition.File,
                pair.Value.Line,
                new ParameterUse(pair.definition.Id, Text(pair.Value.Value), pair.Value.From, IsStale(pair.definition)),
                pair.definition.Assumed),
            StringComparer.Ordinal);
        Hash = Fingerprint();
    }

    /// <summary>Day for which the values hold.</summary>
    public DateOnly AsOf { get; }

    /// <summary>SHA-256 over every value in force, its date and whether it is stale, lower-case hexadecimal: the parameters' part of a step key.</summary>
    public string Hash { get; }

    /// <summary>
    /// Every open or internal parameter as it stands on the day, in order of identifier; those without a value yet among them.
    /// </summary>
    public IReadOnlyList<ParameterEntry> Entries =>
        [.. definitions.Values.Where(definition => definition.Label != AccessLabel.Restricted).OrderBy(definition => definition.Id, StringComparer.Ordinal)
            .Select(definition => ParameterEntry.Of(definition, InForceOn(definition), InForceOn(definition) is not null && IsStale(definition)))];

    /// <summary>Identifiers of the parameters in force that are past their confirmation, in order.</summary>
    public IReadOnlyList<string> Stale => [.. Entries.Where(entry => entry.Stale).Select(entry => entry.Id)];

    /// <summary>The project's parameters on a day.</summary>
    /// <exception cref="ParameterException">A parameter file is malformed.</exception>
    public static ParameterSet InForce(DateOnly asOf) => new(ParameterFile.Embedded, asOf);

    /// <summary>A set from other files, for cases that need other values.</summary>
    internal static ParameterSet From(IReadOnlyList<ParameterDefinition> definitions, DateOnly asOf) => new(definitions, asOf);

    /// <summary>The same parameters with other values for some, as a scenario assumes them: in force from the day on, with the place of the assumption.</summary>
    internal ParameterSet Assume(IReadOnlyDictionary<string, AssumedParameter> values) => new(
        [.. definitions.Values.Select(definition => values.TryGetValue(definition.Id, out AssumedParameter? assumption)
            ? definition with
            {
                Values = [new DatedValue { From = AsOf, Value = assumption.Value, Reason = "assumed by a scenario" }],
                LastConfirmedOn = AsOf,
                Assumed = assumption.Cell,
            }
            : definition)],
        AsOf);

    /// <summary>Opens a record of the parameters that one result uses.</summary>
    internal ParameterScope Open() => new(this);

    /// <summary>The value in force and how it is to be quoted.</summary>
    /// <exception cref="ParameterException">There is no such parameter, or the day is before its first date.</exception>
    internal ParameterInForce Find(string id)
    {
        if (inForce.TryGetValue(id, out ParameterInForce? found))
        {
            return found;
        }

        throw definitions.TryGetValue(id, out ParameterDefinition? definition)
            ? new ParameterException(new Fault(
                definition.File,
                id,
                Invariant($"a day on or after {definition.Values[0].From:O}"),
                Invariant($"{AsOf:O}"),
                "assess a later date, or add the value that was in force")) { IsBeforeFirstValue = true }
            : new ParameterException(new Fault("parameters", id, "a parameter of that name", "none", "add it to the parameter file beside its rule"));
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : JsonSerializer.Serialize(value, PipelineJson.Options);

    private DatedValue? InForceOn(ParameterDefinition definition) => definition.Values.LastOrDefault(value => value.From <= AsOf);

    private bool IsStale(ParameterDefinition definition) => AsOf > ParameterFile.ConfirmedUntil(definition);

    private string Fingerprint()
    {
        StringBuilder text = new();
        foreach ((string id, ParameterInForce value) in inForce.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{id}\t{definitions[id].Label}\t{value.Use.From:O}\t{value.Use.IsStale}\t{value.Use.Value}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>A parameter's value on the day of its set.</summary>
/// <param name="Value">Number, text, list or table.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="File">File it stands in, for messages.</param>
/// <param name="Line">Line on which the value begins, or 0 where it was read from no file; for messages.</param>
/// <param name="Use">How a result quotes it.</param>
/// <param name="Assumed">Place in a scenario that assumes it, or none for a value of the parameter files.</param>
internal sealed record ParameterInForce(JsonElement Value, string Unit, string File, int Line, ParameterUse Use, SourceCell? Assumed = null);

/// <summary>A value of a parameter that a scenario assumes.</summary>
/// <param name="Value">Number, text, list or table.</param>
/// <param name="Cell">Place of the assumption.</param>
internal sealed record AssumedParameter(JsonElement Value, SourceCell Cell);
