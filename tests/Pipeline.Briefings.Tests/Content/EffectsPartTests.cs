using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Content;

public sealed class EffectsPartTests
{
    [Fact]
    public void Every_tool_says_what_a_tenth_of_it_would_change_or_why_nothing_is_computed()
    {
        Table tools = Tables(Fixtures.Cobalt, Language.Japanese)[0];
        Assert.Equal("10％実施後の試算", tools.Columns[3].Heading);
        Assert.Equal("国別生産寡占度 0.584\u00A0→\u00A00.451", Text(tools.Rows[0].Cells[3]));
        Assert.Equal("必要性を判定できないため試算しない。", Text(tools.Rows[1].Cells[3]));
    }

    [Fact]
    public void Before_after_and_change_stand_beside_the_radar_and_are_called_hypothetical()
    {
        Section part = Compose(Fixtures.Cobalt, Language.English).Section("effects");
        Table figures = part.Below().OfType<Table>().Single();
        Assert.Equal(["Production concentration", "0.584", "0.451", "\u22120.132"], figures.Rows[1].Cells.Select(Text));
        Assert.Equal(["Reserve concentration", "0.330", "0.330", "–"], figures.Rows[0].Cells.Select(Text));
        Figure radar = part.Below().OfType<Figure>().Single();
        Assert.Contains(radar.Drawing.Shapes, shape => shape is Label { Text: "after (hypothetical)" });
        Assert.Contains("0.584 → 0.451", radar.AlternativeText, StringComparison.Ordinal);
        Assert.Contains("Hypothetical", Text(radar.Caption.Runs), StringComparison.Ordinal);
        Assert.Contains("hypothetical", Text(figures.Caption!.Runs), StringComparison.Ordinal);
        Assert.Equal(
            ["Upstream: Australia takes 10% of world production over from Congo (Kinshasa), the largest."],
            part.Below().OfType<BulletList>().Single().Items.Select(item => Text(item.Runs)));
    }

    [Fact]
    public void A_figure_after_the_measures_leads_to_the_evidence_before_them_and_to_the_parameter()
    {
        ResolvedFigure figure = new FigureResolver([Fixtures.Cobalt]).Resolve(FigureAddress.Parse("cobalt/effects/production-concentration/score"));
        Assert.Equal(0.4512, figure.Value);
        Assert.Contains("hypothetical", figure.Flags);
        Assert.Equal(["effects.part"], figure.Parameters.Select(parameter => parameter.Id));
        Assert.NotEmpty(figure.Cells);
    }

    [Fact]
    public void Where_no_measure_applies_one_sentence_says_so()
    {
        MineralAssessment none = Fixtures.Cobalt with
        {
            Effects = Fixtures.Cobalt.Effects! with
            {
                Measures = [.. Fixtures.Cobalt.Effects.Measures.Select(measure => new StandardMeasure(measure.Tool, [], new Reason("measureNotIndicated", [])))],
                Figures = [.. Fixtures.Cobalt.Effects.Figures.Select(figure => figure with { After = figure.Before, Difference = 0, Tools = [] })],
            },
        };
        Section part = Compose(none, Language.Japanese).Section("effects");
        Assert.Empty(part.Below().OfType<Figure>());
        Assert.Contains(part.Texts(), text => text.StartsWith("10％の実施を仮定した試算は、計算できる措置がないため行っていない。", StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_of_a_measure_that_cannot_be_computed_is_told_beside_the_part_that_is()
    {
        StandardMeasure half = Fixtures.Cobalt.Effects!.Measures[0] with { Refused = [new RefusedShift("imports/concentrate", new Reason("measureNoImports", []))] };
        MineralAssessment partly = Fixtures.Cobalt with { Effects = Fixtures.Cobalt.Effects with { Measures = [half, Fixtures.Cobalt.Effects.Measures[1]] } };
        Assert.Contains("0.584\u00A0→\u00A00.451", Text(Tables(partly, Language.English)[0].Rows[0].Cells[3]), StringComparison.Ordinal);
        Assert.EndsWith("Imports by country to start from are not known, so nothing can be computed.", Text(Tables(partly, Language.English)[0].Rows[0].Cells[3]), StringComparison.Ordinal);
        Assert.EndsWith("基準となる輸入相手国別の数量を把握できないため試算できない。", Text(Tables(partly, Language.Japanese)[0].Rows[0].Cells[3]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_is_printed_the_same_before_and_after_has_not_moved()
    {
        EffectFigure production = Fixtures.Cobalt.Effects!.Find(IndicatorId.ProductionConcentration)!;
        EffectFigure still = production with { After = production.Before with { Score = production.Before.Score + 0.00001 }, Difference = 0.00001 };
        MineralAssessment same = Fixtures.Cobalt with { Effects = Fixtures.Cobalt.Effects with { Figures = [still] } };
        Assert.Equal("No indicator that can be computed changes.", Text(Tables(same, Language.English)[0].Rows[0].Cells[3]));
    }

    [Fact]
    public void Without_effects_the_table_of_tools_stays_as_it_is()
    {
        Document document = Compose(Fixtures.Cobalt with { Effects = null }, Language.English);
        Assert.Equal(3, document.Section("tools").Below().OfType<Table>().Single().Columns.Count);
        Assert.DoesNotContain(document.Blocks().OfType<Section>(), section => section.Anchor == "effects");
    }

    [Theory]
    [InlineData(0.0211, "+0.021")]
    [InlineData(-0.0216, "\u22120.022")]
    [InlineData(0, "0.000")]
    [InlineData(0.0001, "+<0.001")]
    public void A_difference_carries_its_sign(double difference, string printed) => Assert.Equal(printed, DisplayNumber.Signed(difference, DisplayNumber.Score));

    private static Document Compose(MineralAssessment assessment, Language language) => MineralBriefing.Compose(assessment, Fixtures.Context, language);

    private static List<Table> Tables(MineralAssessment assessment, Language language) => [.. Compose(assessment, language).Section("tools").Below().OfType<Table>()];

    private static string Text(TableCell cell) => Text(cell.Runs);

    private static string Text(IEnumerable<Run> runs) => string.Concat(runs.Select(run => run.Text));
}
