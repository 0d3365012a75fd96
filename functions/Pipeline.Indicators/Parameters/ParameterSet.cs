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

    private ParameterSet(IReadOnlyList<ParameterDefinition> definitions, DateOnly asOf)
    {
        this.definitions = definitions.ToDictionary(definition => definition.Id, StringComparer.Ordinal);
        AsOf = asOf;
        Hash = Fingerprint();
    }

    /// <summary>Day for which the values hold.</summary>
    public DateOnly AsOf { get; }

    /// <summary>SHA-256 over every value in force, its date and whether it is stale, lower-case hexadecimal: the parameters' part of a step key.</summary>
    public string Hash { get; }

    /// <summary>The project's parameters on a day.</summary>
    /// <exception cref="ParameterException">A parameter file is malformed.</exception>
    public static ParameterSet InForce(DateOnly asOf) => new(ParameterFile.Embedded, asOf);

    /// <summary>A set from other files, for cases that need other values.</summary>
    internal static ParameterSet From(IReadOnlyList<ParameterDefinition> definitions, DateOnly asOf) => new(definitions, asOf);

    /// <summary>Opens a record of the parameters that one result uses.</summary>
    internal ParameterScope Open() => new(this);

    /// <summary>The value in force and how it is to be quoted.</summary>
    /// <exception cref="ParameterException">There is no such parameter, or the day is before its first date.</exception>
    internal (JsonElement Value, string Unit, ParameterUse Use) Find(string id)
    {
        if (!definitions.TryGetValue(id, out ParameterDefinition? definition))
        {
            throw new ParameterException(new Fault("parameters", id, "a parameter of that name", "none", "add it to the parameter file beside its rule"));
        }

        DatedValue inForce = InForceOn(definition) ?? throw new ParameterException(new Fault(
            definition.File,
            id,
            Invariant($"a day on or after {definition.Values[0].From:O}"),
            Invariant($"{AsOf:O}"),
            "assess a later date, or add the value that was in force"));
        return (inForce.Value, definition.Unit, new ParameterUse(id, Text(inForce.Value), inForce.From, IsStale(definition)));
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : JsonSerializer.Serialize(value, PipelineJson.Options);

    private DatedValue? InForceOn(ParameterDefinition definition) => definition.Values.LastOrDefault(value => value.From <= AsOf);

    private bool IsStale(ParameterDefinition definition) => AsOf > ParameterFile.ConfirmedUntil(definition);

    private string Fingerprint()
    {
        StringBuilder text = new();
        foreach (ParameterDefinition definition in definitions.Values.OrderBy(definition => definition.Id, StringComparer.Ordinal))
        {
            if (InForceOn(definition) is { } value)
            {
                text.Append(CultureInfo.InvariantCulture, $"{definition.Id}\t{definition.Label}\t{value.From:O}\t{IsStale(definition)}\t{Text(value.Value)}\n");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
