using System.Globalization;
using Pipeline.App.Commands;
using Pipeline.Domain;

namespace Pipeline.App.Explain;

/// <summary>
/// Prints a result as a tree from the score down to source cells: each figure with its formula, then what the formulas speak of. The figures
/// are computed again from the leaves, so that what is printed has been checked.
/// </summary>
internal static class EvidenceTree
{
    private const string PureNumber = "1";

    private static readonly string[] FromTheScoreDown = ["score", "scoreLow", "scoreHigh", "value", "low", "high", "coverage", "imputedShare"];

    /// <summary>Lines of the tree.</summary>
    /// <param name="result">The result.</param>
    /// <param name="sources">Snapshots of the assessment, to name the publisher beside a cell.</param>
    public static IEnumerable<string> Lines(IndicatorResult result, IReadOnlyList<SourceUse> sources) =>
    [
        $"{Vocabulary.Word(Term.Indicator, result.Indicator, Language.English)} ({Vocabulary.Word(Term.Indicator, result.Indicator, Language.Japanese)}), "
            + $"{MineralCatalogue.Get(result.Mineral).NameEn}, {result.Period?.Code ?? "no period"}",
        .. LabelText.Lines(result.Label).Select(line => "  " + line),
        .. Standing(result),
        .. Figures(result),
        .. result.Contributions.SelectMany(Contribution),
        .. result.Evidence.SelectMany(node => Node(node, "  ")),
        .. result.Parameters.Select(parameter =>
            $"  parameter {parameter.Id} = {parameter.Value} (since {parameter.From:yyyy-MM-dd}{(parameter.IsStale ? ", confirmation overdue" : string.Empty)})"),
        .. Sources(result, sources),
        .. Checked(result),
    ];

    private static IEnumerable<string> Standing(IndicatorResult result)
    {
        yield return $"  status {Vocabulary.Word(Term.Status, result.Status, Language.English)}";
        if (result.Reason is { } reason)
        {
            yield return $"  why: {Vocabulary.Sentence(reason, Language.English)}";
        }

        foreach (Reason note in result.Notes)
        {
            yield return $"  note: {Vocabulary.Sentence(note, Language.English)}";
        }

        foreach (string flag in result.Flags)
        {
            yield return $"  flag {flag}: {Vocabulary.Word(Term.Flag, flag, Language.English)}";
        }
    }

    /// <summary>The published figures from the score down, what stands beside them, and the steps in between, last step first.</summary>
    private static IEnumerable<string> Figures(IndicatorResult result)
    {
        Dictionary<string, string> formulas = result.Formulas.ToDictionary(formula => formula.Figure, formula => formula.Expression, StringComparer.Ordinal);
        Dictionary<string, PublishedFigure> published = PublishedFigures.Of(result).ToDictionary(figure => figure.Name, StringComparer.Ordinal);
        string[] beside = [.. result.Companions.Select(companion => companion.Id)];
        string From(string figure) => formulas.TryGetValue(figure, out string? formula) ? $"  = {formula}" : "  (no formula recorded)";
        foreach (string name in FromTheScoreDown.Where(published.ContainsKey))
        {
            yield return $"  {name} {Amount(published[name].Values[0], name is "value" or "low" or "high" ? result.Unit : PureNumber)}{From(name)}";
        }

        foreach (Companion companion in result.Companions.Where(companion => companion.Value is not null))
        {
            yield return $"  {companion.Id} {Amount(companion.Value, companion.Unit)}{From(companion.Id)}  ({Vocabulary.Word(Term.Companion, companion.Id, Language.English)})";
        }

        IReadOnlyDictionary<string, IReadOnlyList<double>> recomputed = EvidenceArithmetic.Recompute(result);
        foreach (string step in result.Formulas.Select(formula => formula.Figure).Reverse().Where(figure => !FromTheScoreDown.Contains(figure) && !beside.Contains(figure)))
        {
            yield return $"  {step}{(recomputed[step] is [var one] ? $" {Number(one)}" : $", {recomputed[step].Count} of them")}{From(step)}";
        }
    }

    private static IEnumerable<string> Contribution(Contribution contribution)
    {
        string[] parts =
        [
            .. contribution.Share is null ? [] : new[] { $"share {Number(contribution.Share)}" },
            .. contribution.Factor is null ? [] : new[] { $"factor {Number(contribution.Factor)}" },
            $"adds {Number(contribution.Term)}",
        ];
        return Node(contribution.Evidence, "    ").Prepend($"  {contribution.Key}: {string.Join(", ", parts)}");
    }

    private static IEnumerable<string> Node(EvidenceNode node, string indent)
    {
        string subject = node.Subject.Length == 0 ? string.Empty : $" [{node.Subject}]";
        string meaning = node.Symbol is null || node.Symbol == node.Quantity ? string.Empty : $"  ({node.Quantity})";
        string formula = node.Formula is null ? string.Empty : $"  = {node.Formula}";
        string reference = node.Reference is null ? string.Empty : $"  from {node.Reference}";
        string cell = node.Cells is [var only] ? $"  {Cell(only)}" : string.Empty;
        IEnumerable<string> below =
        [
            .. (node.Cells.Count > 1 ? node.Cells : []).Select(Cell),
            .. node.Corrections.Select(correction => $"correction {correction}"),
        ];
        return
        [
            $"{indent}{node.Symbol ?? node.Quantity}{subject} {Amount(node.Value, node.Unit)}{meaning}{formula}{reference}{cell}",
            .. below.Select(line => $"{indent}  {line}"),
            .. node.Inputs.SelectMany(input => Node(input, indent + "  ")),
        ];
    }

    private static string Cell(SourceCell cell) => $"cell {cell.Address}{(cell.Illustrative ? " (illustrative)" : string.Empty)}";

    private static IEnumerable<string> Sources(IndicatorResult result, IReadOnlyList<SourceUse> sources)
    {
        HashSet<string> used = [.. result.AllEvidence.SelectMany(node => node.Walk()).SelectMany(node => node.Cells).Select(cell => cell.Snapshot)];
        return sources.Where(source => used.Contains(source.Snapshot)).Select(source =>
            $"  source {source.File}: {source.Publisher}, {source.Title}; {source.Licence}; sha256 {source.Snapshot}{(source.Illustrative ? "; illustrative" : string.Empty)}");
    }

    private static IEnumerable<string> Checked(IndicatorResult result)
    {
        IReadOnlyList<Fault> unfounded = PublishedFigures.Unfounded(result);
        int figures = PublishedFigures.Of(result).Count();
        return unfounded.Count > 0 ? unfounded.Select(fault => $"  does not follow: {fault.Sentence}")
            : figures == 0 ? [] : [$"  computed again from the leaves alone: {figures} figures, all as published"];
    }

    private static string Amount(double? value, string unit) => unit == PureNumber ? Number(value) : $"{Number(value)} {unit}";

    private static string Number(double? value) => value?.ToString("G10", CultureInfo.InvariantCulture) ?? "none";
}
