using System.Text;
using Pipeline.App.Scenarios;
using Pipeline.App.Tests.Changes.Causes;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Indicators.Results;
using Pipeline.Indicators.Scenarios;

namespace Pipeline.App.Tests.Scenarios;

/// <summary>Before the measures stands what the vintage has published, whatever has changed in the program since.</summary>
public sealed class ScenarioBasesTests(VintagesByCause vintages) : IClassFixture<VintagesByCause>
{
    [Fact]
    public async Task A_scenario_starts_from_the_parameters_that_its_vintage_was_made_with()
    {
        string other = await vintages.StoreWithParameterAsync(vintages.First, "scenarioparameter", "import.form", "\"product\"");
        await vintages.PublishAsync(other, 3);

        MineralAssessment published = await PublishedAsync(other);
        Assert.NotEqual((await PublishedAsync(vintages.First)).Find(IndicatorId.ImportStabilityRefined)!.Value, published.Find(IndicatorId.ImportStabilityRefined)!.Value);
        await AssertStartsFromAsync(other, published);
    }

    [Fact]
    public async Task A_result_that_rests_on_a_file_with_rows_set_aside_says_so_before_and_after()
    {
        SnapshotUse[] files = [.. (await VintageFiles.ReadManifestAsync(vintages.Account.Vintages, vintages.First, default)).Snapshots
            .Select(snapshot => snapshot.Use.Source == "mof-trade" ? snapshot with { Quarantined = 1 } : snapshot)];
        string incomplete = await vintages.StoreLikeAsync(
            vintages.First, "scenarioquarantine", manifest => manifest with { Snapshots = files }, assessment: cobalt => QuarantineMarks.On(cobalt, SnapshotUse.Incomplete(files)));
        await vintages.PublishAsync(incomplete, 4);

        ScenarioComparison scenario = await AssertStartsFromAsync(incomplete, await PublishedAsync(incomplete));
        IndicatorChange refined = scenario.Indicators.Single(change => change.Indicator == IndicatorId.ImportStabilityRefined);
        IndicatorChange production = scenario.Indicators.Single(change => change.Indicator == IndicatorId.ProductionConcentration);
        Assert.Contains("quarantinedRows", refined.Before.Flags);
        Assert.Equal(["hypothetical", "quarantinedRows"], refined.After.Flags.Where(flag => flag is "hypothetical" or "quarantinedRows"));
        Assert.DoesNotContain("quarantinedRows", production.Before.Flags.Concat(production.After.Flags));
    }

    private async Task<ScenarioComparison> AssertStartsFromAsync(string vintage, MineralAssessment published)
    {
        ScenarioBase from = (await new ScenarioBases(vintages.Account).FindAsync(vintage, default))!;
        ScenarioRequest request = ScenarioRequest.Read(Encoding.UTF8.GetBytes(
            """{"mineral":"cobalt","measures":[{"kind":"smelter","country":"AUS","share":0.25,"displaces":"proRata"}]}"""));
        ScenarioComparison scenario = ScenarioRun.Of(request, from).Comparison;
        Assert.Equal(
            published.Results.Where(result => result.Label == AccessLabel.Open).Select(result => (result.Indicator, result.Value, result.Score, string.Join(' ', result.Flags))),
            scenario.Indicators.Select(change => (change.Indicator, change.Before.Value, change.Before.Score, string.Join(' ', change.Before.Flags))));
        return scenario;
    }

    private Task<MineralAssessment> PublishedAsync(string vintage) => VintageFiles.ReadAssessmentAsync(vintages.Account.Vintages, vintage, "cobalt", default);
}
