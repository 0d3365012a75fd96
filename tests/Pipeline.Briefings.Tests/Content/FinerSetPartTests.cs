using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Content;

[Trait("Clause", "5")]
public sealed class FinerSetPartTests
{
    private static readonly string Hash = Fixtures.Cobalt.Sources[0].Snapshot;

    [Fact]
    public void The_finer_set_is_a_small_table_below_production_and_reserves_where_any_of_it_has_a_figure()
    {
        Table table = Compose(
            Language.Japanese,
            Result(IndicatorId.ReserveConcentrationByMine, "1", 0.14, 0.14, 0.30, ResultStatus.Partial) with { Score = 0.14, ScoreLow = 0.14, ScoreHigh = 0.30 },
            Result(IndicatorId.GradeDecline, "1/year", 0.0153648765, 0.0153648765, 0.0153648765) with { Score = 0.3072975303 },
            Result(IndicatorId.ReserveLifeChange, "1", -0.375, -0.375, -0.375) with { Score = 0.75 },
            Result(IndicatorId.ProductionConcentrationByMine, "1", null, null, null, ResultStatus.Insufficient)).Section("countries").Below().OfType<Table>().Last();
        Assert.Equal(
            [
                ["鉱山別埋蔵寡占度", "0.140（0.140〜0.300）", "0.140", "一部不明", "2024年"],
                ["鉱山別生産寡占度", "—", "—", "判定不能", "2024年"],
                ["品位低下率", "年率1.5％", "0.307", "判定可", "2024年"],
                ["可採年数変化率", "−37.5％", "0.750", "判定可", "2024年"],
            ],
            table.Rows.Select(row => row.Cells.Select(cell => string.Concat(cell.Runs.Where(run => run.Link is null).Select(run => run.Text)))));
    }

    [Fact]
    public void Without_any_figure_one_sentence_says_so_with_its_reason()
    {
        Document document = Compose(Language.English, Result(IndicatorId.GradeDecline, "1/year", null, null, null, ResultStatus.Insufficient) with { Reason = new Reason("seriesTooShort", []) });
        Assert.Contains(document.Section("countries").Texts(), text =>
            text.StartsWith("None of the finer indicators of reserves and production", StringComparison.Ordinal) && text.Contains("The series is too short.", StringComparison.Ordinal));
    }

    [Fact]
    public void An_illustrative_figure_of_the_finer_set_is_marked_in_its_row()
    {
        Table table = Compose(Language.English, Result(IndicatorId.GradeDecline, "1/year", 0.02, 0.02, 0.02) with { Illustrative = true }).Section("countries").Below().OfType<Table>().Last();
        Assert.Equal("Assessed, ILLUSTRATIVE", Assert.Single(table.Rows).Cells[3].Runs[0].Text);
    }

    private static Document Compose(Language language, params IndicatorResult[] finer) =>
        MineralBriefing.Compose(Fixtures.Cobalt with { Results = [.. Fixtures.Cobalt.Results, .. finer] }, Fixtures.Context, language);

    private static IndicatorResult Result(string id, string unit, double? value, double? low, double? high, ResultStatus status = ResultStatus.Ok) => new(id, "cobalt", Stage.Mine, status, unit)
    {
        Period = new CalendarYear(2024), Value = value, Low = low, High = high,
        Evidence = value is null ? [] : [new EvidenceNode("grade", string.Empty, value, unit) { Cells = [new SourceCell(Hash, "trade-2024.csv", null, 9, "grade")] }],
    };
}
