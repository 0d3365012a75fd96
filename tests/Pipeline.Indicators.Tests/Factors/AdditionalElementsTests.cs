using Pipeline.Domain;
using Pipeline.Indicators.Factors;
using Pipeline.Indicators.ScenarioDemand;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Factors;

[Trait("Clause", "6.5")]
public sealed class AdditionalElementsTests
{
    private static readonly DateOnly Entered = Given.Day.AddDays(-30);

    [Fact]
    public void The_mean_of_two_entered_scores_is_the_factor()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Of(Score(0.9), Score(0.6, AdditionalElement.SubstitutionDifficulty)));
        Assert.Equal(0.75, result.Value!.Value, 1e-9);
        Assert.Equal((ResultStatus.Ok, AccessLabel.Internal, "2026-11"), (result.Status, result.Label, result.Period!.Code));
    }

    [Fact]
    public void Not_entered_leaves_the_whole_scale_open()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Of());
        Assert.Equal((ResultStatus.Insufficient, null, 0.0, 1.0, "noAdditionalElements"), (result.Status, result.Value, result.Low, result.High, result.Reason!.Code));
        Assert.NotEmpty(result.AllEvidence);
    }

    [Fact]
    public void One_score_of_two_is_no_mean()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Of(Score(0.9)));
        Assert.Equal((null, 0.0, 1.0, "noAdditionalElements"), (result.Value, result.Low, result.High, result.Reason!.Code));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void A_score_holds_to_its_last_day_and_expires_after_it(int daysToEnd, bool holds)
    {
        DateOnly end = Given.Day.AddDays(daysToEnd);
        IndicatorResult result = AssertEvidence.Recomputes(Of(Score(0.9, validUntil: end), Score(0.6, AdditionalElement.SubstitutionDifficulty)));
        Assert.Equal(holds ? 0.75 : null, result.Value);
        Assert.Equal(holds ? null : "additionalElementsExpired", result.Reason?.Code);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_score_holds_from_the_day_on_which_it_was_entered(int days, bool holds)
    {
        DateOnly day = Given.Day.AddDays(days);
        Assert.Equal(holds, Of(Score(0.9, enteredOn: day, validUntil: day.AddYears(1)), Score(0.6, AdditionalElement.SubstitutionDifficulty)).Value is not null);
    }

    [Fact]
    public void Of_several_scores_that_hold_the_one_entered_last_counts()
    {
        IndicatorResult result = Of(
            Score(0.1, enteredOn: Entered.AddDays(10)), Score(0.9, enteredOn: Entered), Score(0.5, AdditionalElement.SubstitutionDifficulty));
        Assert.Equal(0.3, result.Value!.Value, 1e-9);
    }

    [Fact]
    public void Scores_of_other_minerals_do_not_count() => Assert.Null(Of(
        Score(0.9), Score(0.6, AdditionalElement.SubstitutionDifficulty) with { Mineral = "nickel" }).Value);

    [Fact]
    public void The_ratio_of_the_scenarios_stands_beside_it_and_is_no_score()
    {
        IndicatorResult[] scenarios = [ScenarioIndicator.ElectricVehicles("cobalt", Given.Parameters), ScenarioIndicator.OffshoreWind("cobalt", Given.Parameters)];
        IndicatorResult result = AdditionalElements.Of("cobalt", [Score(0.9), Score(0.6, AdditionalElement.SubstitutionDifficulty)], scenarios, Given.Parameters);
        Assert.Equal(("ratioToDemand2018", 100.0, "percent"), Assert.Single(result.Companions) is { } shown ? (shown.Id, Math.Round(shown.Value!.Value, 4), shown.Unit) : default);
        Assert.Equal(0.75, result.Value!.Value, 1e-9);
    }

    private static IndicatorResult Of(params EnteredScoreObservation[] entered) => AdditionalElements.Of("cobalt", entered, [], Given.Parameters);

    private static EnteredScoreObservation Score(
        double score, AdditionalElement element = AdditionalElement.FutureImportance, DateOnly? enteredOn = null, DateOnly? validUntil = null) =>
        GivenFeed.Entered(element, score, enteredOn ?? Entered, validUntil ?? (enteredOn ?? Entered).AddYears(1));
}
