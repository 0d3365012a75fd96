using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Svg;
using Pipeline.Domain;
using Pipeline.Indicators.Scenarios;

namespace Pipeline.App.Scenarios;

/// <summary>What a scenario is answered with, on the command line and over HTTP alike.</summary>
/// <param name="Notice">That the figures are hypothetical, in both languages.</param>
/// <param name="Scenario">Before, after and the difference.</param>
/// <param name="Radar">The six scores before and after as SVG.</param>
internal sealed record ScenarioAnswer(BothLanguages Notice, ScenarioComparison Scenario, BothLanguages Radar)
{
    private const double RadarWidth = 260;

    private static readonly BothLanguages Words = new(
        "仮定による試算であり、公表値ではない。保存されない。", "Hypothetical: computed from assumptions, published nowhere and kept nowhere.");

    /// <summary>The answer to a scenario that was computed.</summary>
    public static ScenarioAnswer Of(ScenarioRun run) => new(Words, run.Comparison, new BothLanguages(RadarOf(run, Language.Japanese), RadarOf(run, Language.English)));

    private static string RadarOf(ScenarioRun run, Language language)
    {
        ChartContext context = new(language, TextMeasures.Estimate);
        Chart chart = RadarChart.DrawChange(Open(run.Before), Open(run.After), RadarWidth, context).MarkedIf(
            run.Comparison.Indicators.Any(change => IndicatorId.Six.Contains(change.Indicator) && (change.Before.Illustrative || change.After.Illustrative)), context);
        Mineral mineral = MineralCatalogue.Get(run.Comparison.Mineral);
        return SvgWriter.Write(
            chart.Drawing,
            language == Language.Japanese ? $"{mineral.NameJa}：政策実施前・後（仮定による試算）" : $"{mineral.NameEn}: before and after measures (hypothetical)",
            chart.AlternativeText);
    }

    private static IEnumerable<IndicatorResult> Open(MineralAssessment assessment) => assessment.Results.Where(result => result.Label == AccessLabel.Open);
}

/// <summary>One text in two languages.</summary>
/// <param name="Ja">Japanese.</param>
/// <param name="En">English.</param>
internal sealed record BothLanguages(string Ja, string En);
