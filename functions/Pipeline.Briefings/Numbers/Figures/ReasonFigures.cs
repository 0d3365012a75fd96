using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>
/// Figures in the reason of a result and in its remarks: <c>price-fluctuation/reason/0</c>, <c>import-average/notes/1/2</c>, and how many items of a list
/// come after those that are named: <c>import-average/reason/0/after2/count</c>.
/// </summary>
internal static class ReasonFigures
{
    private const string After = "after";

    public static ResolvedFigure? Find(MineralAssessment assessment, FigureAddress address, string[] words) => assessment.Find(words[0]) is not { } result ? null : words switch
    {
        [_, "reason", var place] when result.Reason is { } reason => Figure(assessment, address, result, reason, place),
        [_, "reason", var place, var after, "count"] when result.Reason is { } reason => Rest(address, result, reason, place, after),
        [_, "notes", var index, var place] when Number(index) is { } remark && remark < result.Notes.Count => Figure(assessment, address, result, result.Notes[remark], place),
        _ => null,
    };

    private static ResolvedFigure? Figure(MineralAssessment assessment, FigureAddress address, IndicatorResult result, Reason reason, string word) =>
        Number(word) is { } place && ReasonText.Figure(reason, place) is var (value, unit)
            ? ResultFigures.Resolved(address, result, value, unit) with { Evidence = Behind(assessment, result, reason, place) }
            : null;

    private static ResolvedFigure? Rest(FigureAddress address, IndicatorResult result, Reason reason, string word, string after) =>
        Number(word) is { } place && place < reason.Arguments.Count && after.StartsWith(After, StringComparison.Ordinal) && Number(after[After.Length..]) is { } first
        && ReasonText.Items(reason.Arguments[place]) is var items && first < items.Count
            ? Counted.Of(address, [.. items.Skip(first)], $"reason of {result.Mineral}/{result.Indicator}") with { Illustrative = result.Illustrative, Label = result.Label }
            : null;

    /// <summary>
    /// A number that is wanted is a parameter; a fall of a code rests on the imports of its year and the one before, whatever became of the result; all else
    /// on what the result rests on. Where that is nothing, as for prices that were set aside, the result itself states the number.
    /// </summary>
    private static IReadOnlyList<EvidenceNode> Behind(MineralAssessment assessment, IndicatorResult result, Reason reason, int place)
    {
        if (ReasonText.Wanted(result, reason, place) is { } parameter) return [ParameterFigures.Node(parameter)];
        IReadOnlyList<EvidenceNode> evidence = reason switch
        {
            { Code: "codeFell", Arguments: [_, var when, ..] } when Number(when) is { } year =>
                [.. assessment.Imports.Where(imports => imports.Year.Year == year || imports.Year.Year == year - 1).SelectMany(imports => imports.AllEvidence)],
            { Code: ReasonText.OfOtherPrices } => [],
            _ => [.. result.AllEvidence],
        };
        return Proof.Of(evidence).IsEmpty
            ? [new EvidenceNode("reason", result.Indicator, null, result.Unit) { Reference = $"assessment: {result.Mineral}/{result.Indicator}" }]
            : evidence;
    }

    private static int? Number(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
