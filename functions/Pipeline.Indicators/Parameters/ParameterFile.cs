using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Indicators.Parameters;

/// <summary>Reads <c>*.parameter.json</c>: a list of parameters for one rule. Strict, because a parameter that is misread moves every score.</summary>
internal static partial class ParameterFile
{
    private static readonly string[] KnownBases = ["policy", "proposal", "reading", "sample"];

    private static readonly Lazy<IReadOnlyList<ParameterDefinition>> EmbeddedFiles = new(() => WithoutRestricted(ReadEmbedded(typeof(ParameterFile).Assembly)));

    /// <summary>The parameters that lie beside the rules of this assembly, in order of identifier.</summary>
    internal static IReadOnlyList<ParameterDefinition> Embedded => EmbeddedFiles.Value;

    /// <summary>Parameters of one file.</summary>
    /// <exception cref="ParameterException">The file is not in the one accepted form.</exception>
    internal static IReadOnlyList<ParameterDefinition> Read(string file, string json)
    {
        List<ParameterDefinition> definitions;
        try
        {
            definitions = JsonSerializer.Deserialize<List<ParameterDefinition>>(json, PipelineJson.Options) ?? [];
        }
        catch (JsonException fault)
        {
            throw new ParameterException(new Fault(
                file,
                Invariant($"line {fault.LineNumber + 1}, {fault.Path}"),
                "a list of parameters with id, unit, label, basis, values, lastConfirmedOn and confirmEvery and nothing else",
                fault.Message,
                "mend the parameter file"));
        }

        using IEnumerator<int> lines = ParameterLines.OfValues(json).GetEnumerator();
        return [.. definitions.Select(definition => Checked(definition with
        {
            File = file,
            Values = [.. definition.Values.Select(value => lines.MoveNext() ? value with { Line = lines.Current } : value)],
        }))];
    }

    /// <summary>The day after which a confirmation no longer counts.</summary>
    internal static DateOnly ConfirmedUntil(ParameterDefinition definition)
    {
        Match duration = Duration().Match(definition.ConfirmEvery);
        int count = int.Parse(duration.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return duration.Groups[2].Value == "Y" ? definition.LastConfirmedOn.AddYears(count) : definition.LastConfirmedOn.AddMonths(count);
    }

    /// <summary>The definitions of open rules: a restricted parameter is not for them, nor for anything that lists or stores them.</summary>
    /// <exception cref="ParameterException">One of them is restricted.</exception>
    internal static IReadOnlyList<ParameterDefinition> WithoutRestricted(IReadOnlyList<ParameterDefinition> definitions) =>
        definitions.FirstOrDefault(definition => definition.Label == AccessLabel.Restricted) is { } restricted
            ? throw new ParameterException(new Fault(
                restricted.File, $"{restricted.Id}, label", "open or internal", "restricted", "keep the parameter with the closed application"))
            : definitions;

    /// <summary>The parameters that lie beside the rules of an assembly, in order of identifier.</summary>
    /// <exception cref="ParameterException">A file is not in the one accepted form, or two define one parameter.</exception>
    internal static IReadOnlyList<ParameterDefinition> ReadEmbedded(System.Reflection.Assembly assembly)
    {
        List<ParameterDefinition> all = [];
        foreach (string resource in assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".parameter.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using Stream stream = assembly.GetManifestResourceStream(resource)!;
            using StreamReader reader = new(stream);
            all.AddRange(Read(resource, reader.ReadToEnd()));
        }

        foreach (IGrouping<string, ParameterDefinition> twice in all
            .GroupBy(definition => definition.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            throw new ParameterException(new Fault(
                twice.Last().File,
                twice.Key,
                "one definition of the parameter",
                Invariant($"{twice.Count()} definitions"),
                "keep the one beside its rule"));
        }

        return [.. all.OrderBy(definition => definition.Id, StringComparer.Ordinal)];
    }

    /// <summary>The definition, when it is in the one accepted form.</summary>
    /// <exception cref="ParameterException">It is not.</exception>
    internal static ParameterDefinition Checked(ParameterDefinition definition)
    {
        Require(definition.Id.Length > 0, definition, "id", "an identifier", "nothing");
        Require(definition.Unit.Length > 0, definition, "unit", "a unit, or text or table", "nothing");
        Require(KnownBases.Contains(definition.Basis), definition, "basis", string.Join(", ", KnownBases), definition.Basis);
        Require(Duration().IsMatch(definition.ConfirmEvery), definition, "confirmEvery", "a duration such as P1Y or P6M", definition.ConfirmEvery);
        Require(definition.Values.Count > 0, definition, "values", "at least one dated value", "none");
        for (int index = 0; index < definition.Values.Count; index++)
        {
            DatedValue value = definition.Values[index];
            string place = Invariant($"values[{index}]");
            Require(value.Reason?.Length > 0 || value.Reference?.Length > 0, definition, place, "a reason or a reference", "neither");
            Require(value.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined), definition, place, "a value", "null");
            Require(
                index == 0 || value.From > definition.Values[index - 1].From,
                definition,
                place,
                "a later date than the value before",
                value.From.ToString("O", CultureInfo.InvariantCulture));
        }

        return definition;
    }

    private static void Require(bool holds, ParameterDefinition definition, string member, string expected, string found)
    {
        if (!holds)
        {
            throw new ParameterException(new Fault(definition.File, $"{definition.Id}, {member}", expected, found, "mend the parameter file"));
        }
    }

    [GeneratedRegex("^P([1-9][0-9]?)([YM])$")]
    private static partial Regex Duration();
}
