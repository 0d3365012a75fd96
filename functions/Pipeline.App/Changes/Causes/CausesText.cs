using Pipeline.App.Commands;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Indicators.Attribution;
using static Pipeline.App.Changes.StateText;
using static System.FormattableString;

namespace Pipeline.App.Changes.Causes;

/// <summary>Why results moved, for the command line: a summary, then the most material results by mineral, in English with Japanese names.</summary>
internal static class CausesText
{
    private const int FewestCharacters = 6;

    /// <summary>Writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="most">Results shown at most, the most material ones; the rest is counted.</param>
    public static void Write(CausesReport report, TextWriter writer, int most = ChangeReportText.Usual)
    {
        int minerals = report.Results.Select(result => result.Mineral).Distinct().Count();
        writer.WriteLine(report.Results.Count == 0
            ? Invariant($"{report.After.Vintage} compared with {report.Before.Vintage}: nothing moved ({Counted(report.Unchanged, "result")})")
            : Invariant($"{report.After.Vintage} compared with {report.Before.Vintage}: {Counted(report.Results.Count, "result")} of {Counted(minerals, "mineral")} moved, {Counted(report.Unchanged, "result")} state the same"));
        foreach (string line in LabelText.Lines(report.Label)) writer.WriteLine(line);
        foreach (VintageFacts vintage in new[] { report.Before, report.After }.DistinctBy(vintage => vintage.Vintage)) WriteRemarks(vintage, writer);
        WriteMinerals($"only in {report.Before.Vintage}", report.OnlyBefore, writer);
        WriteMinerals($"only in {report.After.Vintage}", report.OnlyAfter, writer);
        foreach (Obstacle obstacle in report.Obstacles)
        {
            writer.WriteLine($"not computed {Name(obstacle.Mineral)}, {Word(obstacle.Cause)}: {obstacle.Fault}");
        }

        MovedResult[] shown = [.. report.Results.Take(most)];
        foreach (IGrouping<string, MovedResult> mineral in shown.GroupBy(result => result.Mineral, StringComparer.Ordinal))
        {
            writer.WriteLine();
            writer.WriteLine(Name(mineral.Key));
            foreach (MovedResult result in mineral) WriteResult(result, writer);
        }

        int rest = report.Results.Count - shown.Length;
        if (rest > 0) writer.WriteLine($"\nand {Counted(rest, "less material result")}");
    }

    private static void WriteRemarks(VintageFacts vintage, TextWriter writer)
    {
        if (!vintage.PresentCode) writer.WriteLine($"code         {vintage.Vintage} was made by another version of the code and is computed again: what that moves is method");
        if (vintage.Parameters == ParameterOrigin.Presumed) writer.WriteLine($"parameters   {vintage.Vintage} keeps no record of them, and the present files give others for its quarter: what that moves is method");
        if (vintage.AddedParameters.Count > 0) writer.WriteLine($"parameters   {vintage.Vintage} was made without {string.Join(", ", vintage.AddedParameters)}: what they move is method");
    }

    private static void WriteMinerals(string word, IReadOnlyList<string> minerals, TextWriter writer)
    {
        if (minerals.Count > 0) writer.WriteLine($"{word}: {string.Join(", ", minerals.Select(mineral => MineralCatalogue.Get(mineral).NameEn))}");
    }

    private static void WriteResult(MovedResult result, TextWriter writer)
    {
        string stage = Vocabulary.Word(Term.Stage, result.Stage, Language.English);
        writer.WriteLine($"  {Words(result.Materiality)}: {Vocabulary.Word(Term.Indicator, result.Indicator, Language.English)} ({stage}){Mark(result.Illustrative)}");
        writer.WriteLine($"    before {State(result.Before, result.After)}");
        writer.WriteLine($"    after  {State(result.After, result.Before)}");
        foreach ((string name, FigureSplit split) in Shown(result))
        {
            string unit = name.StartsWith("score", StringComparison.Ordinal) || result.After!.Unit == "1" ? string.Empty : " " + result.After.Unit;
            writer.WriteLine($"    {name.PadRight(FewestCharacters)} {Amount(split.Amount)}{unit} = {Parts(split)}");
        }

        foreach (Leg leg in result.Legs.Where(SaysOtherwise))
        {
            writer.WriteLine($"    by {string.Join(" and ", leg.Causes.Select(Word))}: {Said(leg.Before)} -> {Said(leg.After)}");
        }
    }

    /// <summary>The value, and the score where it is another figure; the ends of the interval where there is no point.</summary>
    private static IEnumerable<(string Name, FigureSplit Split)> Shown(MovedResult result)
    {
        if (result.Value is { } value) yield return ("value", value);
        bool scoreIsValue = result.Before is { } before && result.After is { } after && ChangeRules.Same(before.Score, before.Value) && ChangeRules.Same(after.Score, after.Value);
        if (result.Score is { } score && !scoreIsValue) yield return ("score", score);
        if (result.Value is not null || result.Score is not null) yield break;
        foreach (string end in new[] { "low", "high", "scoreLow", "scoreHigh" })
        {
            if (result.Figures.TryGetValue(end, out FigureSplit? split)) yield return (end, split);
        }
    }

    private static string Parts(FigureSplit split)
    {
        (Cause Cause, double? Amount)[] single =
            [(Cause.NewData, split.NewData), (Cause.RevisedData, split.RevisedData), (Cause.Parameters, split.Parameters), (Cause.Method, split.Method)];
        IEnumerable<string> told = single.Where(part => part.Amount is not null).Select(part => $"{Word(part.Cause)} {Amount(part.Amount!.Value)}");
        return string.Join(", ", told.Concat(split.Joint.Select(part => $"{string.Join(" and ", part.Causes.Select(Word))} together {Amount(part.Amount)}")));
    }

    private static string Amount(double amount) => amount == 0 ? "0" : Signed(amount);

    private static bool SaysOtherwise(Leg leg) => (leg.Before?.Status, leg.Before?.Period, leg.Before?.Unit) != (leg.After?.Status, leg.After?.Period, leg.After?.Unit);

    private static string Said(ResultState? state) => state is null ? "none" : $"{Vocabulary.Word(Term.Status, state.Status, Language.English)}, {state.Period?.Code ?? "no period"}";

    private static string Word(Cause cause) => Vocabulary.Word(Term.Cause, cause, Language.English);
}
