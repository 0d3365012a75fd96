using Pipeline.App.Changes;
using Pipeline.App.Changes.Causes;
using Pipeline.App.Portal;
using Pipeline.App.Tests.Changes;
using Pipeline.Domain;
using Pipeline.Indicators.Attribution;

namespace Pipeline.App.Tests.Portal;

/// <summary>A change in sentences, worked out by hand.</summary>
public sealed class MovedTextTests
{
    private static readonly Voice Ja = new(Language.Japanese);
    private static readonly Voice En = new(Language.English);

    [Fact]
    public void A_score_that_moves_says_from_where_to_where_and_by_how_much()
    {
        MovedResult moved = Moved(Given.Score(0.465, Band.High), Given.Score(0.577, Band.VeryHigh));

        Assert.Equal("国別生産寡占度は 0.465（高） から 0.577（極高） へ動いた（+0.112）。", MovedText.Sentence(moved, Ja));
        Assert.Equal("Production concentration by country moved from 0.465 (high) to 0.577 (very high) (+0.112).", MovedText.Sentence(moved, En));
    }

    [Fact]
    public void A_band_joins_the_interval_in_one_bracket() => Assert.Equal(
        "Production concentration by country moved from 0.465 (0.465–0.470; high) to 0.577 (very high) (+0.112).",
        MovedText.Sentence(Moved(Given.Score(0.465, Band.High) with { ScoreHigh = 0.47 }, Given.Score(0.577, Band.VeryHigh)), En));

    [Fact]
    public void What_is_printed_alike_is_not_said_to_move()
    {
        MovedResult hidden = Moved(Given.Score(0.46510), Given.Score(0.46514));
        MovedResult remark = Moved(Given.Score(0.465), Given.Score(0.465) with { Period = new CalendarYear(2025) });

        Assert.Equal("Production concentration by country stays at 0.465 (moderate) as printed and moved in digits that are not printed (+0.00004).", MovedText.Sentence(hidden, En));
        Assert.Equal("国別生産寡占度は 0.465（中） のままで、時点、理由または注記が変わった。", MovedText.Sentence(remark, Ja));
    }

    [Fact]
    public void A_result_that_can_no_longer_be_judged_has_no_difference()
    {
        MovedResult moved = Moved(Given.Score(0.465), Given.Interval(0.1, 0.9));

        Assert.Equal("Production concentration by country moved from 0.465 (moderate) to Cannot be judged (0.100–0.900).", MovedText.Sentence(moved, En));
    }

    [Fact]
    public void Tonnes_percent_and_growth_move_in_their_own_units()
    {
        Assert.Equal("−1,200 t", DifferenceText.Of(-1200, "t", IndicatorId.ImportAverage, En));
        Assert.Equal("+3.5ポイント", DifferenceText.Of(3.5, "percent", IndicatorId.SelfSufficiency, Ja));
        Assert.Equal("+12.5 percentage points", DifferenceText.Of(0.125, "1", IndicatorId.ImportGrowth, En));
    }

    [Fact]
    public void A_leg_names_its_causes_both_figures_and_the_time_they_speak_of()
    {
        ResultState before = ResultState.Of(Given.Score(0.465, Band.High));
        ResultState after = ResultState.Of(Given.Score(0.577, Band.VeryHigh) with { Period = new CalendarYear(2025) });
        MovedResult moved = Moved(Given.Score(0.465, Band.High), Given.Score(0.577, Band.VeryHigh));

        Assert.Equal(
            "データの改定：0.465（高） → 0.577（極高）、+0.112、時点 2024年 → 2025年",
            MovedText.Leg(moved, new Leg([Cause.RevisedData], before, after), Ja));
        Assert.StartsWith("new data and method: ", MovedText.Leg(moved, new Leg([Cause.NewData, Cause.Method], before, after), En), StringComparison.Ordinal);
    }

    private static MovedResult Moved(IndicatorResult before, IndicatorResult after) => new(
        "cobalt", before.Indicator, before.Stage, Materiality.Score, ResultState.Of(before), ResultState.Of(after), new Dictionary<string, FigureSplit>(), [], AccessLabel.Open, Illustrative: false);
}
