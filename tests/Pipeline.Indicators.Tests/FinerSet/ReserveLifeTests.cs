using Pipeline.Domain;
using Pipeline.Indicators.FinerSet;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.FinerSet;

[Trait("Clause", "5")]
public sealed class ReserveLifeTests
{
    [Fact]
    public void A_life_that_grows_scores_zero()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess([.. Edition(2026, "870", "20"), .. Edition(2021, "720", "18.5")]));
        Assert.Equal(0.117708, result.Value!.Value, 1e-6);
        Assert.Equal(0, result.Score);
        Assert.Equal(43.5, Companion(result, "reserveLife"), 1e-9);
        Assert.Equal(38.918919, Companion(result, "reserveLifeBefore"), 1e-6);
        Assert.Equal((ResultStatus.Ok, "as of 2026"), (result.Status, result.Period!.Code));
    }

    [Fact]
    public void A_life_that_falls_by_three_eighths_scores_three_quarters()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess([.. Edition(2026, "60", "3"), .. Edition(2021, "80", "2.5")]));
        Assert.Equal(-0.375, result.Value!.Value, 1e-9);
        Assert.Equal(0.75, result.Score!.Value, 1e-9);
    }

    [Fact]
    public void Production_is_that_of_the_older_year_of_the_same_edition()
    {
        MineralStatisticObservation[] forecast = [Given.Statistic("COD", "50", new CalendarYear(2025)), Given.Statistic("world", "90", new CalendarYear(2025))];
        IndicatorResult result = Assess([.. Edition(2026, "870", "20"), .. forecast, .. Edition(2021, "720", "18.5")]);
        Assert.Equal(43.5, Companion(result, "reserveLife"), 1e-9);
    }

    [Fact]
    public void A_missing_edition_is_named_and_no_shorter_span_is_taken()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess([.. Edition(2026, "870", "20"), .. Edition(2022, "720", "18.5")]));
        Assert.Equal((ResultStatus.Insufficient, null, null, "earlierEditionMissing"), (result.Status, result.Value, result.Score, result.Reason!.Code));
        Assert.Equal(["2021", "2026"], result.Reason.Arguments);
        Assert.Equal(43.5, Companion(result, "reserveLife"), 1e-9);
    }

    [Fact]
    public void An_earlier_edition_without_world_reserves_is_not_missing_but_cannot_be_compared()
    {
        IndicatorResult result = Assess([.. Edition(2026, "870", "20"), .. Edition(2021, "720", "18.5").Where(row => row.Statistic != Statistic.Reserves)]);
        Assert.Equal(("earlierEditionWithoutTable", "2021"), (result.Reason!.Code, result.Reason.Arguments[0]));
    }

    [Theory]
    [InlineData(">870", "720")]
    [InlineData("870", ">720")]
    public void Reserves_that_are_a_lower_bound_give_a_life_of_at_least_and_no_score(string now, string before)
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess([.. Edition(2026, now, "20"), .. Edition(2021, before, "18.5")]));
        Assert.Equal((ResultStatus.Insufficient, null, null, "reservesAreLowerBound"), (result.Status, result.Value, result.Score, result.Reason!.Code));
        Assert.Equal(43.5, Companion(result, "reserveLife"), 1e-9);
        Assert.Contains("openEnded", result.Flags);
    }

    [Fact]
    public void Another_content_basis_in_the_earlier_edition_is_another_definition()
    {
        IndicatorResult result = Assess([.. Edition(2026, "870", "20"), .. Edition(2021, "720", "18.5", basis: "gross weight")]);
        Assert.Equal((ResultStatus.Insufficient, "definitionChanged"), (result.Status, result.Reason!.Code));
    }

    [Theory]
    [InlineData(2021, true)]
    [InlineData(2022, false)]
    [InlineData(2026, false)]
    public void A_known_change_of_definition_between_the_editions_leaves_the_change_open(int edition, bool comparable)
    {
        IndicatorResult result = ReserveLifeIndicator.Assess(
            "cobalt",
            new CountryStatistics([.. Edition(2026, "870", "20"), .. Edition(2021, "720", "18.5")]),
            Given.With("life.definitions", $$"""{"cobalt": [{"edition": {{edition}}, "reason": "reserves of another class"}]}"""));
        Assert.Equal(comparable ? null : "definitionChanged", result.Reason?.Code);
        Assert.Equal(comparable, result.Score is not null);
    }

    [Fact]
    public void Reserves_and_production_on_different_bases_have_no_life()
    {
        IndicatorResult result = Assess(
        [
            Given.Statistic("COD", "10"), Given.Statistic("world", "20"),
            Given.Statistic("COD", "400", statistic: Statistic.Reserves, basis: "gross weight"),
            Given.Statistic("world", "870", statistic: Statistic.Reserves, basis: "gross weight"),
        ]);
        Assert.Equal("lifeBasesDiffer", result.Reason!.Code);
    }

    [Fact]
    public void Totals_that_leave_countries_out_are_at_most_partial()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess([.. Edition(2026, "870", "20", excludes: true), .. Edition(2021, "720", "18.5")]));
        Assert.Equal((ResultStatus.Partial, "totalsLeaveCountriesOut"), (result.Status, result.Reason!.Code));
    }

    [Fact]
    public void Without_a_table_there_is_no_life() => Assert.Equal("noReserveLife", Assess([]).Reason!.Code);

    private static IndicatorResult Assess(IEnumerable<MineralStatisticObservation> rows) =>
        ReserveLifeIndicator.Assess("cobalt", new CountryStatistics(rows), Given.Parameters);

    private static double Companion(IndicatorResult result, string id) => result.Companions.Single(companion => companion.Id == id).Value!.Value;

    private static MineralStatisticObservation[] Edition(int edition, string reserves, string production, string basis = "contained metal", bool excludes = false) =>
    [
        Given.Statistic("COD", "10", edition: edition, basis: basis),
        Given.Statistic("world", production, edition: edition, basis: basis, excludes: excludes),
        Given.Statistic("COD", "400", edition: edition, statistic: Statistic.Reserves, basis: basis),
        Given.Statistic("world", reserves, edition: edition, statistic: Statistic.Reserves, basis: basis),
    ];
}
