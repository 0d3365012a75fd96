using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Charts;

public sealed class StageRiskChartTests
{
    private static readonly ChartContext Context = Typeface.Context(Language.Japanese);

    [Fact]
    public void Every_indicator_stands_at_its_stage_of_the_chain_with_band_and_score()
    {
        Chart chart = StageRiskChart.Draw([Result(IndicatorId.ReserveConcentration, 0.305, Band.High), Result(IndicatorId.PriceFluctuation, 0.764, Band.VeryHigh)], 493, Context);
        Assert.InRange(Centre(chart, "埋蔵") - Centre(chart, "0.305"), -3, 3);
        Assert.InRange(Centre(chart, "部素材") - Centre(chart, "0.764"), -3, 3);
        Assert.Contains("埋蔵の国の偏在：高 0.305", chart.AlternativeText, StringComparison.Ordinal);
        Assert.Contains("区分が高以上の工程は埋蔵、部素材である", chart.AlternativeText, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interval_that_crosses_a_mark_shows_both_bands_and_both_ends()
    {
        IndicatorResult crossing = Result(IndicatorId.ProductionConcentration, 0.19, Band.Moderate) with { ScoreLow = 0.13, ScoreHigh = 0.21, BandHigh = Band.High };
        Chart chart = StageRiskChart.Draw([crossing], 493, Context);
        Assert.Contains("中〜高", Texts(chart));
        Assert.Contains("0.130〜0.210", Texts(chart));
        List<Rect> halves = [.. chart.Drawing.Shapes.OfType<Rect>().Where(rect => rect.Height > 20 && Palette.Bands.Contains(rect.Fill ?? Colour.White))];
        Assert.Equal([Palette.Bands[1], Palette.Bands[2]], halves.Select(half => half.Fill!.Value));
    }

    [Fact]
    public void What_no_indicator_judges_is_not_assessed_and_what_cannot_be_judged_says_so()
    {
        Chart chart = StageRiskChart.Draw([], 493, Context);
        Assert.Equal(7, Texts(chart).Count(text => text == "判定不能"));
        // Concentration from refined products on, imports and self-sufficiency of 部素材 and 最終製品, prices of 最終製品, secondary use of 部素材.
        Assert.Equal(3 + 2 + 1 + 1 + 2, Texts(chart).Count(text => text == "未評価"));
        Assert.DoesNotContain(Texts(chart), text => text.Contains('計', StringComparison.Ordinal));
    }

    [Fact]
    public void Self_sufficiency_has_a_number_and_no_band()
    {
        IndicatorResult rate = new(IndicatorId.SelfSufficiency, "copper", Stage.Use, ResultStatus.Insufficient, "percent") { Low = 34.11 };
        List<string> texts = Texts(StageRiskChart.Draw([rate], 493, Context));
        Assert.Contains("区分なし", texts);
        Assert.Contains("34.1％以上", texts);
    }

    [Fact]
    public void Labels_keep_apart_with_the_longest_words()
    {
        List<IndicatorResult> crossing = [.. IndicatorId.Six.Select(id => Result(id, 0.3, Band.Moderate) with { ScoreLow = 0.1, ScoreHigh = 0.9, BandHigh = Band.VeryHigh })];
        foreach (Language language in Enum.GetValues<Language>())
        {
            LabelTests.AssertApart(StageRiskChart.Draw(crossing, 493, Typeface.Context(language)).Drawing);
            LabelTests.AssertApart(StageRiskChart.Draw([], 493, Typeface.Context(language)).Drawing);
        }
    }

    private static double Centre(Chart chart, string text) => chart.Drawing.Shapes.OfType<Label>().First(label => label.Text == text).X;

    private static List<string> Texts(Chart chart) => [.. chart.Drawing.Shapes.OfType<Label>().Select(label => label.Text)];

    private static IndicatorResult Result(string id, double score, Band band) => new(id, "cobalt", Stage.Trade, ResultStatus.Ok, "1")
    {
        Value = score, Low = score, High = score, Score = score, ScoreLow = score, ScoreHigh = score, BandLow = band, BandHigh = band,
    };
}
