using System.Text.Json;
using Pipeline.App.Changes;
using Pipeline.Briefings;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Changes;

public sealed class ChangeReportTests
{
    [Fact]
    public void Equal_vintages_give_an_empty_report_that_says_so()
    {
        MineralAssessment[] vintage = [Given.Mineral("cobalt", Given.Score(0.2), Given.Imports(8000)), Given.Mineral("copper", Given.Score(0.3))];

        ChangeReport report = Compare(vintage, [.. vintage.Reverse()]);

        Assert.True(report.NothingChanges);
        Assert.Equal(new UnchangedCounts(2, 3), report.Unchanged);
        Assert.Equal(("2026Q3-aaaaaaaa", "2026Q4-bbbbbbbb", "2026Q4"), (report.BeforeVintage, report.AfterVintage, report.Quarter));
    }

    [Fact]
    public void A_difference_in_the_rounding_of_sums_is_no_change() =>
        Assert.True(Compare(Given.Mineral("cobalt", Given.Score(0.3)), Given.Mineral("cobalt", Given.Score(0.1 + 0.2))).NothingChanges);

    [Fact]
    public void Where_nothing_is_known_another_period_is_no_change_and_where_a_range_is_known_it_is_one()
    {
        static ChangeReport Later(IndicatorResult result) => Compare(Given.Mineral("cobalt", result), Given.Mineral("cobalt", result with { Period = new CalendarYear(2025) }));

        Assert.Empty(Later(Given.Interval(0, 1)).Values);
        Assert.Equal(Materiality.Slight, Assert.Single(Later(Given.Interval(0.2, 1)).Values).Materiality);
        Assert.Equal(Materiality.Slight, Assert.Single(Later(Given.Score(0.3)).Values).Materiality);
    }

    [Fact]
    public void A_change_of_value_has_amount_and_share_and_both_sides_have_unit_period_and_status()
    {
        ChangeReport report = Compare(
            Given.Mineral("cobalt", Given.Imports(8000)),
            Given.Mineral("cobalt", Given.Imports(7000) with { Period = Period.Parse("CY2021/CY2025") }));

        ResultChange change = Assert.Single(report.Values);
        Assert.Equal((IndicatorId.ImportAverage, Stage.Trade, Materiality.Value), (change.Indicator, change.Stage, change.Materiality));
        Assert.Equal(-1000, change.Value!.Amount);
        Assert.Equal(-0.125, change.Value.Relative);
        Assert.Equal((8000.0, "t", "CY2020/CY2024", ResultStatus.Ok), (change.Before!.Value!.Value, change.Before.Unit, change.Before.Period!.Code, change.Before.Status));
        Assert.Equal((7000.0, "t", "CY2021/CY2025", ResultStatus.Ok), (change.After!.Value!.Value, change.After.Unit, change.After.Period!.Code, change.After.Status));
        Assert.Null(change.Score);
        Assert.Empty(report.Bands);
        Assert.Empty(report.Ranks);
    }

    [Fact]
    public void Values_in_different_units_have_no_difference()
    {
        ResultChange change = Assert.Single(Compare(
            Given.Mineral("cobalt", Given.Imports(8000)), Given.Mineral("cobalt", Given.Imports(8000) with { Unit = "percent" })).Values);

        Assert.Equal((Materiality.Value, null), (change.Materiality, change.Value));
    }

    [Fact]
    public void A_value_that_was_zero_has_no_relative_difference() => Assert.Equal(
        new Difference(5, null),
        Assert.Single(Compare(Given.Mineral("cobalt", Given.Imports(0)), Given.Mineral("cobalt", Given.Imports(5))).Values).Value);

    [Fact]
    public void A_result_that_can_no_longer_be_judged_keeps_its_reason_and_has_neither_difference_nor_band_nor_rank()
    {
        ChangeReport report = Compare(Given.Mineral("cobalt", Given.Score(0.3, Band.High)), Given.Mineral("cobalt", Given.Interval(0.1, 0.5)));

        ResultChange change = Assert.Single(report.Values);
        Assert.Equal(Materiality.Judgement, change.Materiality);
        Assert.Equal((ResultStatus.Ok, ResultStatus.Insufficient), (change.Before!.Status, change.After!.Status));
        Assert.Equal("unattributed", change.After.Reason!.Code);
        Assert.Equal((0.1, 0.5), (change.After.Low, change.After.High));
        Assert.Equal((null, null), (change.Value, change.Score));
        BandChange band = Assert.Single(report.Bands);
        Assert.Equal((new BandSpan(Band.High, Band.High), null), (band.Before, band.After));
        RankChange rank = Assert.Single(report.Ranks);
        Assert.Equal((1, null, 1, 0), (rank.Before, rank.After, rank.RankedBefore, rank.RankedAfter));
    }

    [Fact]
    public void A_status_changes_even_where_there_is_no_value()
    {
        IndicatorResult insufficient = Given.Interval(0, 1) with { Low = null, High = null, ScoreLow = null, ScoreHigh = null, Coverage = null, Evidence = [] };
        ResultChange change = Assert.Single(Compare(
            Given.Mineral("cobalt", insufficient),
            Given.Mineral("cobalt", insufficient with { Status = ResultStatus.NotApplicable, Reason = new Reason("noExclusiveCode", []) })).Values);

        Assert.Equal((Materiality.Status, ResultStatus.Insufficient, ResultStatus.NotApplicable), (change.Materiality, change.Before!.Status, change.After!.Status));
    }

    [Fact]
    public void A_new_result_of_a_known_mineral_has_no_side_before()
    {
        ChangeReport report = Compare(Given.Mineral("cobalt", Given.Score(0.3)), Given.Mineral("cobalt", Given.Score(0.3), Given.Imports(8000)));

        ResultChange change = Assert.Single(report.Values);
        Assert.Equal((IndicatorId.ImportAverage, Materiality.Judgement), (change.Indicator, change.Materiality));
        Assert.Null(change.Before);
        Assert.Equal(8000, change.After!.Value);
    }

    [Theory]
    [InlineData(Band.Moderate, Band.Moderate, Band.High, Band.High, "Band")]
    [InlineData(Band.Low, Band.Moderate, Band.Moderate, Band.High, "Band")]
    [InlineData(Band.Moderate, Band.Moderate, Band.Moderate, Band.High, "Interval")]
    [InlineData(Band.Moderate, Band.High, Band.High, Band.High, "Interval")]
    public void A_band_changes_when_both_ends_move_and_an_interval_crosses_a_mark_when_one_does(Band low, Band high, Band newLow, Band newHigh, string expected)
    {
        ChangeReport report = Compare(Given.Mineral("cobalt", Given.Score(0.2, low, high)), Given.Mineral("cobalt", Given.Score(0.25, newLow, newHigh)));

        BandChange band = Assert.Single(report.Bands);
        Assert.Equal(expected, band.Materiality.ToString());
        Assert.Equal((new BandSpan(low, high), new BandSpan(newLow, newHigh)), (band.Before, band.After));
    }

    [Fact]
    public void Another_period_or_mark_alone_is_listed_last()
    {
        ResultChange change = Assert.Single(Compare(
            Given.Mineral("cobalt", Given.Score(0.2)), Given.Mineral("cobalt", Given.Score(0.2) with { Period = new CalendarYear(2025), Flags = ["residual"] })).Values);

        Assert.Equal((Materiality.Slight, "CY2024", "CY2025"), (change.Materiality, change.Before!.Period!.Code, change.After!.Period!.Code));
        Assert.Equal(new Difference(0, 0), change.Value);
    }

    [Fact]
    public void Minerals_that_are_new_or_gone_are_named_and_not_compared()
    {
        ChangeReport report = Compare(
            [Given.Mineral("tin", Given.Score(0.1)), Given.Mineral("cobalt", Given.Score(0.3))],
            [Given.Mineral("cobalt", Given.Score(0.3)), Given.Mineral("lead", Given.Interval(0.1, 0.2))]);

        MineralEntry appeared = Assert.Single(report.Appeared);
        Assert.Equal(("lead", 0, 1), (appeared.Mineral, appeared.Results.Ok, appeared.Results.Insufficient));
        MineralEntry disappeared = Assert.Single(report.Disappeared);
        Assert.Equal(("tin", 1), (disappeared.Mineral, disappeared.Results.Ok));
        Assert.Empty(report.Values);
        Assert.Empty(report.Sentences);
    }

    [Fact]
    public void The_first_vintage_of_all_has_nothing_but_new_minerals()
    {
        ChangeReport report = ChangeReport.Compare([], [Given.Mineral("cobalt", Given.Score(0.3))], null, Given.Context, ComparedWith.Nothing);

        Assert.Null(report.BeforeVintage);
        Assert.Equal("cobalt", Assert.Single(report.Appeared).Mineral);
        Assert.Empty(report.Ranks);
    }

    [Fact]
    public void A_run_of_some_minerals_leaves_the_others_as_they_are()
    {
        MineralAssessment tin = Given.Mineral("tin", Given.Score(0.1));
        MineralAssessment[] current = [Given.Mineral("cobalt", Given.Score(0.3)), tin];

        IReadOnlyList<MineralAssessment> completed = ChangeReport.Completed([Given.Mineral("cobalt", Given.Score(0.4))], current);

        Assert.Equal([("cobalt", 0.4), ("tin", 0.1)], completed.Select(assessment => (assessment.Mineral, assessment.Results[0].Score!.Value)));
        Assert.Empty(Compare(current, completed).Disappeared);
    }

    [Fact]
    public void Whatever_rests_on_illustrative_input_on_either_side_is_marked()
    {
        ChangeReport report = Compare(
            Given.Mineral("cobalt", Given.Score(0.3, Band.High) with { Illustrative = true }, Given.Imports(8000)),
            Given.Mineral("cobalt", Given.Score(0.2), Given.Imports(7000)));

        Assert.Equal([(IndicatorId.ProductionConcentration, true), (IndicatorId.ImportAverage, false)], report.Values.Select(change => (change.Indicator, change.Illustrative)));
        Assert.True(Assert.Single(report.Bands).Illustrative);
        Assert.All(report.Sentences, sentence => Assert.Equal(sentence.Move == SentenceMove.Disappears, sentence.Illustrative));
        Assert.True(Compare([], [Given.Mineral("tin") with { Sources = [Given.Source(illustrative: true)] }]).Appeared[0].Illustrative);
    }

    [Fact]
    public void A_restricted_result_is_refused_on_either_side_even_of_a_mineral_that_is_gone()
    {
        MineralAssessment restricted = Given.Mineral("tin", Given.Score(0.1) with { Label = AccessLabel.Restricted });

        Assert.Throws<RestrictedContentException>(() => Compare([restricted], []));
        Assert.Throws<RestrictedContentException>(() => Compare([], [restricted]));
    }

    [Fact]
    public void A_report_carries_the_highest_label_of_what_it_compares() => Assert.Equal(
        AccessLabel.Internal,
        Compare(Given.Mineral("tin", Given.Score(0.1)), Given.Mineral("tin", Given.Score(0.1), Given.Imports(1) with { Label = AccessLabel.Internal })).Label);

    [Fact]
    public void Readers_to_whom_internal_results_are_not_granted_see_no_value_band_or_rank_of_them()
    {
        IndicatorResult factor = Given.Score(0.2, indicator: IndicatorId.ImportDependence) with { Label = AccessLabel.Internal };
        ChangeReport whole = Compare(
            Given.Mineral("tin", Given.Score(0.1), factor),
            Given.Mineral("tin", Given.Score(0.4, Band.High), Given.Score(0.7, Band.VeryHigh, indicator: IndicatorId.ImportDependence) with { Label = AccessLabel.Internal }));
        ChangeReport open = whole.OnlyOpen();
        ChangeReport gone = Compare(Given.Mineral("tin", factor), Given.Mineral("tin")).OnlyOpen();

        Assert.Equal([AccessLabel.Internal, AccessLabel.Open], whole.Values.Select(change => change.Label).OrderDescending());
        Assert.Equal(AccessLabel.Open, open.Label);
        Assert.Equal([IndicatorId.ProductionConcentration], open.Values.Select(change => change.Indicator));
        Assert.Equal([IndicatorId.ProductionConcentration], open.Bands.Select(change => change.Indicator));
        Assert.Equal((0, 0, 0), (gone.Values.Count, gone.Bands.Count, gone.Ranks.Count));
        Assert.DoesNotContain(IndicatorId.ImportDependence, JsonSerializer.Serialize(ChangeAnswer.Of(open), PipelineJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_comes_back_from_its_stored_form_byte_for_byte()
    {
        byte[] stored = JsonSerializer.SerializeToUtf8Bytes(
            Compare(
                [Given.Mineral("cobalt", Given.Score(0.3, Band.High), Given.Imports(8000)), Given.Mineral("tin", Given.Score(0.1))],
                [Given.Mineral("cobalt", Given.Interval(0.1, 0.5), Given.Imports(7000)), Given.Mineral("lead", Given.Score(0.1))]),
            PipelineJson.Options);

        ChangeReport report = JsonSerializer.Deserialize<ChangeReport>(stored, PipelineJson.Options)!;

        Assert.Equal(stored, JsonSerializer.SerializeToUtf8Bytes(report, PipelineJson.Options));
        Assert.Equal(Materiality.Judgement, report.Values[0].Materiality);
        Assert.Contains("\"materiality\":\"judgement\"", System.Text.Encoding.UTF8.GetString(stored), StringComparison.Ordinal);
    }

    internal static ChangeReport Compare(MineralAssessment before, MineralAssessment after) => Compare([before], [after]);

    internal static ChangeReport Compare(IReadOnlyList<MineralAssessment> before, IReadOnlyList<MineralAssessment> after) =>
        ChangeReport.Compare(before, after, "2026Q3-aaaaaaaa", Given.Context, ComparedWith.Nothing);
}
