using System.Globalization;
using Pipeline.Domain;
using Pipeline.Indicators.Scenarios;
using static Pipeline.App.Changes.StateText;

namespace Pipeline.App.Scenarios;

/// <summary>A scenario as lines for people.</summary>
internal static class ScenarioText
{
    /// <summary>Lines of the answer.</summary>
    public static IEnumerable<string> Lines(ScenarioAnswer answer)
    {
        ScenarioComparison scenario = answer.Scenario;
        Mineral mineral = MineralCatalogue.Get(scenario.Mineral);
        yield return $"HYPOTHETICAL  {mineral.NameEn} ({mineral.NameJa}){(scenario.Title is { } title ? ": " + title : string.Empty)}";
        yield return $"base {scenario.Base}, parameters of {scenario.ParametersOn:yyyy-MM-dd}; {answer.Notice.En}";
        yield return string.Empty;
        yield return Row("indicator", "before", "band", "after", "band", "difference");
        foreach (IndicatorChange change in scenario.Indicators)
        {
            yield return Row(
                change.NameEn, Figure(change.Before), Bands(change.Before), Figure(change.After), Bands(change.After),
                change.Difference is { } difference ? Difference(difference) : "-") + Mark(change.Before.Illustrative || change.After.Illustrative);
            foreach (ContributionChange contribution in change.Contributions)
            {
                yield return $"    {contribution.Key,-12} share {Number(contribution.ShareBefore)} -> {Number(contribution.ShareAfter)}, adds {Number(contribution.TermBefore)} -> {Number(contribution.TermAfter)}";
            }
        }

        if (scenario.Stock is { } stock)
        {
            yield return string.Empty;
            yield return $"beside {Vocabulary.Word(Term.Indicator, stock.Indicator, Language.English)}: {Number(stock.Score)} with a hypothetical stock of {stock.Days.ToString("0.###", CultureInfo.InvariantCulture)} days reads as {Number(stock.WithStock)}{Mark(scenario.Indicators.Any(change => change.Indicator == stock.Indicator && change.After.Illustrative))}";
        }

        yield return string.Empty;
        yield return "policy tools (a reading aid in the order of S, no rank)";
        foreach (ToolChange tool in scenario.Tools)
        {
            yield return $"  {Vocabulary.Word(Term.Tool, tool.Kind, Language.English)} ({Vocabulary.Word(Term.Tool, tool.Kind, Language.Japanese)}): {Strength(tool.Before)} -> {Strength(tool.After)}{Mark(tool.Illustrative)}";
            foreach (ToolReason reason in tool.TriggersAfter)
            {
                yield return $"    {reason.En}{Mark(reason.Illustrative)}";
            }
        }

        if (scenario.Assumed.Count > 0)
        {
            yield return string.Empty;
            yield return "assumed";
            foreach (AssumedInput input in scenario.Assumed)
            {
                yield return $"  {input.Place}: {input.Input} {input.Subject} {Number(input.Before)} -> {Number(input.After)} {input.Unit}{FromYear(input)}";
            }
        }
    }

    private static string FromYear(AssumedInput input) => input.FromYear is { } year ? string.Create(CultureInfo.InvariantCulture, $" (from {year})") : string.Empty;

    private static string Row(string name, string before, string bandBefore, string after, string bandAfter, string difference) =>
        $"{name,-52} {before,12} {bandBefore,-22} {after,12} {bandAfter,-22} {difference,10}".TrimEnd();

    /// <summary>The score; the value where the result has none; its status where it has neither.</summary>
    private static string Figure(Outcome outcome) => (outcome.Score ?? outcome.Value) is { } figure
        ? Number(figure)
        : Vocabulary.Word(Term.Status, outcome.Status, Language.English) is var status && status.Length > 12 ? "none" : status;

    private static string Bands(Outcome outcome) => (outcome.BandLow, outcome.BandHigh) switch
    {
        ({ } low, { } high) when low == high => Word(low),
        ({ } low, { } high) => $"{Word(low)} to {Word(high)}",
        _ when outcome.Value is null => Vocabulary.Word(Term.Status, outcome.Status, Language.English),
        _ => outcome.Unit == "1" ? string.Empty : Vocabulary.Word(Term.Unit, outcome.Unit, Language.English),
    };

    private static string Word(Band band) => Vocabulary.Word(Term.Band, band, Language.English);

    private static string Strength(ToolStrength strength) => Vocabulary.Word(Term.ToolStrength, strength, Language.English);

    private static string Difference(double value) => value.ToString("+0.000000;-0.000000;0", CultureInfo.InvariantCulture);

    private static string Number(double? value) => value is { } number
        ? number.ToString(Math.Abs(number) >= 1000 ? "#,0" : "0.######", CultureInfo.InvariantCulture)
        : "none";
}
