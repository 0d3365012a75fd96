using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Svg;
using Pipeline.Briefings.Tests.Content;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Charts;

public sealed class SupplyStackChartTests
{
    private static readonly SelfSufficiencyGoal Goal = new("base", 2030, 80, new ParameterUse("selfSufficiency.goal", "table", new DateOnly(2018, 7, 3), false), "paper");

    private static readonly ChartContext Context = Typeface.Context(Language.Japanese);

    [Fact]
    public void Printed_parts_add_up_to_the_printed_total()
    {
        // 10.04 + 5.04 + 20.04 = 35.12, but the parts are printed as 10.0, 5.0 and 20.0.
        SelfSufficiencyTable supply = Supply([], (SupplyComponent.EquityOre, 0.1004), (SupplyComponent.OldScrap, 0.0504), (SupplyComponent.ProcessScrap, 0.2004));
        Assert.Equal(35.0, SupplyShares.PrintedSum(supply));
        List<string> texts = Texts(SupplyStackChart.Draw(supply, Rate(35.12, 35.12), null, 493, Context));
        Assert.Contains("35.0％", texts);
        Assert.Contains("①海外自山鉱 10.0％", texts);
        Assert.Contains("③スクラップ 5.0％", texts);
        Assert.Contains("⑤再生地金等 20.0％", texts);
    }

    [Fact]
    public void Components_stand_end_to_end_from_zero_and_as_long_as_their_shares()
    {
        List<Rect> bars = Bars(SupplyStackChart.Draw(Supply([], (SupplyComponent.EquityOre, 0.1), (SupplyComponent.OldScrap, 0.3)), Rate(40, 40), null, 493, Context));
        Assert.Equal(2, bars.Count);
        Assert.Equal(3, bars[1].Width / bars[0].Width, 6);
        Assert.Equal(bars[0].X + bars[0].Width, bars[1].X, 6);
    }

    [Fact]
    public void What_is_not_known_is_a_dashed_end_without_an_edge_and_the_total_is_a_lower_bound()
    {
        Chart chart = SupplyStackChart.Draw(Supply([DomesticQuantity.EquityOre], (SupplyComponent.OldScrap, 0.341)), Rate(null, 34.1), null, 493, Context);
        Assert.Contains("34.1％以上", Texts(chart));
        Assert.Contains("把握できない要素：①海外自山鉱", Texts(chart));
        Assert.Equal(2, Dashed(chart).Count);
        Assert.All(Dashed(chart), line => Assert.Equal(line.Points[0].Y, line.Points[^1].Y));
        Assert.Contains("①海外自山鉱 不明", chart.AlternativeText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bound_closes_the_dashed_end_and_nothing_is_dashed_where_all_is_known()
    {
        Chart bounded = SupplyStackChart.Draw(Supply([], (SupplyComponent.OldScrap, 0.3)), Rate(null, 30) with { High = 50 }, null, 493, Context);
        Assert.Contains("30.0〜50.0％", Texts(bounded));
        Assert.Equal(4, Assert.Single(Dashed(bounded)).Points.Count);
        Assert.Empty(Dashed(SupplyStackChart.Draw(Supply([], (SupplyComponent.OldScrap, 0.3)), Rate(30, 30), null, 493, Context)));
    }

    [Fact]
    public void The_goal_stands_on_the_metals_it_is_set_for_alone()
    {
        string Described(MineralAssessment assessment) => string.Concat(MineralBriefing.Compose(assessment, Fixtures.Context with { Goal = Goal }, Language.Japanese)
            .Section("self-sufficiency").Below().OfType<Figure>().Select(figure => figure.AlternativeText));
        Assert.DoesNotContain("目標", Described(Fixtures.Cobalt), StringComparison.Ordinal);
        Assert.Contains("ベースメタル全体の2030年の目標は80％である。", Described(Fixtures.Copper), StringComparison.Ordinal);

        Chart chart = SupplyStackChart.Draw(Supply([], (SupplyComponent.OldScrap, 0.3)), Rate(30, 30), Goal, 493, Context);
        Assert.Contains("2030年目標 80％ ", Texts(chart));
        Line demand = Assert.Single(chart.Drawing.Shapes.OfType<Line>(), line => line.Stroke.Colour == Colour.Ink);
        Line mark = Assert.Single(chart.Drawing.Shapes.OfType<Line>(), line => line.Stroke.Colour == Palette.Line);
        Assert.Equal(0.8, (mark.Points[0].X - 4) / (demand.Points[0].X - 4), 6);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.16)]
    [InlineData(0.2)]
    [InlineData(0.75)]
    public void Labels_keep_apart_wherever_the_total_stands(double each)
    {
        SelfSufficiencyTable supply = Supply([DomesticQuantity.EquityOre], [.. Enum.GetValues<SupplyComponent>().Select(component => (component, each))]);
        foreach (Language language in Enum.GetValues<Language>())
            LabelTests.AssertApart(SupplyStackChart.Draw(supply, Rate(null, each * 500), Goal, 493, Typeface.Context(language)).Drawing);
    }

    [Fact]
    public void Every_component_differs_in_fill_or_pattern()
    {
        List<Look> looks = [.. Enum.GetValues<SupplyComponent>().Select(component => SupplyStackChart.Of(Row(component, 0.1)))];
        Assert.Equal(5, looks.Select(look => (look.Fill, look.Hatch)).Distinct().Count());
        Assert.All(looks, look => Assert.Equal(Colour.Navy, look.Edge));
    }

    [Fact]
    public void The_picture_for_the_web_has_the_same_bars()
    {
        Chart chart = SupplyStackChart.Draw(Supply([], (SupplyComponent.OldScrap, 0.3)), Rate(30, 30), null, 493, Context);
        string svg = SvgWriter.Write(chart.Drawing, "self-sufficiency", chart.AlternativeText);
        Assert.Contains(">30.0％</text>", svg, StringComparison.Ordinal);
        Assert.Equal(chart.Drawing.Shapes.OfType<Label>().Count(), svg.Split("<text ").Length - 1);
    }

    private static List<string> Texts(Chart chart) => [.. chart.Drawing.Shapes.OfType<Label>().Select(label => label.Text)];

    private static List<Rect> Bars(Chart chart) => [.. chart.Drawing.Shapes.OfType<Rect>().Where(rect => rect.Height > 20)];

    private static List<Line> Dashed(Chart chart) => [.. chart.Drawing.Shapes.OfType<Line>().Where(line => line.Stroke is { Dash: not null } stroke && stroke.Colour == Palette.Grey)];

    private static IndicatorResult Rate(double? value, double low) =>
        new(IndicatorId.SelfSufficiency, "copper", Stage.Use, value is null ? ResultStatus.Insufficient : ResultStatus.Ok, "percent") { Value = value, Low = low, High = value };

    private static SupplyRow Row(SupplyComponent component, double share) =>
        new("c" + (int)component, [component], share * 1000, share * 1000, share * 1000, share, ComponentStanding.Known, [], new EvidenceNode("figure", "t", share * 1000, "t"));

    private static SelfSufficiencyTable Supply(DomesticQuantity[] missing, params (SupplyComponent Component, double Share)[] rows) => new(
        new FiscalYear(2019), 1000, [], null, [.. rows.Select(row => Row(row.Component, row.Share))],
        [.. missing.Select(quantity => new MissingFigure(quantity, ComponentStanding.NotCollected, []))], []);
}
