using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Content;

[Trait("Clause", "10.1")]
public sealed class ToolsSectionTests
{
    [Fact]
    public void Every_tool_stands_with_its_finding_and_the_triggers_that_decide_it()
    {
        Table table = Compose(Fixtures.Copper, Language.Japanese).Section("tools").Below().OfType<Table>().Single();
        Assert.Equal(
            [("上流開発支援", "可能性あり"), ("製錬所支援・備蓄", "判定不能"), ("代替材等の開発", "該当"), ("リサイクル支援", "該当せず")],
            table.Rows.Select(row => (row.Cells[0].Runs[0].Text, row.Cells[1].Runs[0].Text)));
        Assert.Equal("国別生産寡占度は0.210（0.210〜0.270）で、上限が基準0.250に達する。最大の寄与はチリ（60.0％）。", Text(table.Rows[0].Cells[2]));
        // The second trigger of the tool is not what decides it.
        Assert.DoesNotContain("国別埋蔵寡占度", Text(table.Rows[0].Cells[2]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_is_called_a_reading_aid() => Assert.Contains(
        Compose(Fixtures.Copper, Language.English).Section("tools").Texts(), text => text.Contains("it ranks and decides nothing", StringComparison.Ordinal));

    [Fact]
    public void A_reason_that_rests_on_illustrative_figures_is_marked()
    {
        MineralAssessment illustrative = Fixtures.Copper with
        {
            Results = [.. Fixtures.Copper.Results.Select(result => result.Indicator == IndicatorId.PriceFluctuation ? result with { Illustrative = true } : result)],
        };
        Table table = Compose(illustrative, Language.English).Section("tools").Below().OfType<Table>().Single();
        Assert.EndsWith(" [ILLUSTRATIVE]", Text(table.Rows[2].Cells[2]), StringComparison.Ordinal);
        Assert.DoesNotContain("ILLUSTRATIVE", Text(table.Rows[0].Cells[2]), StringComparison.Ordinal);
    }

    private static Document Compose(MineralAssessment assessment, Language language) => MineralBriefing.Compose(
        assessment with
        {
            Tools =
            [
                new PolicyTool(PolicyToolKind.UpstreamDevelopment, ToolStrength.Possible,
                [
                    new ToolTrigger(IndicatorId.ReserveConcentration, ToolStrength.NotIndicated, ResultStatus.Ok, 0.25) { Value = 0.1, Low = 0.1, High = 0.1 },
                    new ToolTrigger(IndicatorId.ProductionConcentration, ToolStrength.Possible, ResultStatus.Partial, 0.25)
                    {
                        Value = 0.21, Low = 0.21, High = 0.27, Leader = "CHL", LeaderShare = 0.6, Figures = [new FigureReference(IndicatorId.ProductionConcentration, "score")],
                    },
                ]) { Parameters = Fixtures.ToolMarks },
                new PolicyTool(PolicyToolKind.SmelterSupportAndStockpile, ToolStrength.CannotBeJudged,
                    [new ToolTrigger(IndicatorId.ImportStabilityRefined, ToolStrength.CannotBeJudged, ResultStatus.Insufficient, 0.125)]) { Parameters = Fixtures.ToolMarks },
                new PolicyTool(PolicyToolKind.Substitution, ToolStrength.Indicated,
                    [new ToolTrigger(IndicatorId.PriceFluctuation, ToolStrength.Indicated, ResultStatus.Ok, 0.417)
                    {
                        Value = 0.592, Low = 0.592, High = 0.592, Figures = [new FigureReference(IndicatorId.PriceFluctuation, "score")],
                    }]) { Parameters = Fixtures.ToolMarks },
                new PolicyTool(PolicyToolKind.Recycling, ToolStrength.NotIndicated,
                    [new ToolTrigger(IndicatorId.SecondaryUse, ToolStrength.NotIndicated, ResultStatus.Ok, 0.7) { Value = 0.5, Low = 0.5, High = 0.5 }]) { Parameters = Fixtures.ToolMarks },
            ],
        },
        Fixtures.Context,
        language);

    private static string Text(TableCell cell) => string.Concat(cell.Runs.Select(run => run.Text));
}
