using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>
/// What has moved since the previous vintage: <c>production-concentration/change/score</c>, and the part of one cause,
/// <c>production-concentration/change/score/causes/1</c>. A change follows from the two results; how it is split among its causes is no figure of
/// either, and is what the briefing was composed from.
/// </summary>
internal static class ChangeFigures
{
    public static ResolvedFigure? Find(MineralAssessment now, MineralAssessment? before, LargeChange? change, FigureAddress address, string[] words)
    {
        if (now.Find(words[0]) is not { } after || before?.Find(words[0]) is not { } earlier || Of(after, words[2]) is not { } last || Of(earlier, words[2]) is not { } first)
        {
            return null;
        }

        ResolvedFigure moved = new(address, last - first, words[2] == "score" ? "1" : after.Unit, after.Period, after.Status)
        {
            Illustrative = after.Illustrative || earlier.Illustrative,
            Label = Labels.Highest([after.Label, earlier.Label]),
            Flags = [.. after.Flags.Union(earlier.Flags, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Formulas = [new FigureFormula("change", "now - before")],
            Evidence = [Side("now", after, last, words[2]), Side("before", earlier, first, words[2])],
            Parameters = after.Parameters,
        };
        return words switch
        {
            [_, _, _] => moved,
            [_, _, _, "causes", var place] when Cause(change, place)?.Amount is { } amount => moved with { Value = amount, Formulas = [] },
            _ => null,
        };
    }

    /// <summary>True when a path leads to the part of a cause.</summary>
    public static bool IsCause(FigurePath path) => path.Words is [_, "change", _, "causes", _];

    /// <summary>A change of which nothing is known but the part that a briefing has printed.</summary>
    public static LargeChange AsPrinted(PrintedNumber number)
    {
        int place = int.Parse(number.Address.Path.Words[4], NumberStyles.None, CultureInfo.InvariantCulture);
        return new LargeChange(
            number.Address.Mineral, number.Address.Path.Words[0], [.. Enumerable.Range(1, place).Select(index => new ChangeCause([], index == place ? number.Value : null))]);
    }

    private static EvidenceNode Side(string symbol, IndicatorResult result, double value, string figure) =>
        new(figure, result.Indicator, value, figure == "score" ? "1" : result.Unit) { Symbol = symbol, Inputs = [.. result.AllEvidence] };

    private static double? Of(IndicatorResult result, string figure) => figure switch { "score" => result.Score, "value" => result.Value, "low" => result.Low, _ => null };

    private static ChangeCause? Cause(LargeChange? change, string place) =>
        int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= change?.Causes.Count ? change.Causes[number - 1] : null;
}
