using Pipeline.App.ResultTable;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Tables;

public sealed class MineralTableTests
{
    private static readonly MineralTable Table = Of(
        new MineralAssessment("cobalt",
        [
            Result(IndicatorId.ReserveConcentration, "1", ResultStatus.Partial) with { Score = 0.0744, ScoreLow = 0.0744, ScoreHigh = 0.12 },
            Result(IndicatorId.ImportStabilityConcentrate, "1", ResultStatus.NotApplicable),
            Result(IndicatorId.PriceFluctuation, "1/year", ResultStatus.Ok) with { Score = 0.7635, ScoreLow = 0.7635, ScoreHigh = 0.7635, Illustrative = true },
            Missing(IndicatorId.SelfSufficiency, "percent", "componentsMissing", "quantity:equityOre", "holder:equityHolders") with { Low = 34.04 },
            Result(IndicatorId.ImportGrowth, "1", ResultStatus.Ok) with { Value = -0.206, Low = -0.206, High = -0.206 },
            Result(IndicatorId.ImportDependence, "1", ResultStatus.Ok) with { Value = 0.62, Low = 0.62, High = 0.67, Label = AccessLabel.Internal },
            Missing(IndicatorId.AdditionalElementsFactor, "1", "noAdditionalElements") with { Low = 0, High = 1, Label = AccessLabel.Internal },
        ]),
        new MineralAssessment("gallium",
        [
            Missing(IndicatorId.SelfSufficiency, "percent", "noDemandFigure", "holder:jogmecMaterialFlow") with { Mineral = "gallium" },
            Missing(IndicatorId.SecondaryUse, "1", "noDomesticSurvey") with { Mineral = "gallium" },
            Missing(IndicatorId.PriceFluctuation, "1/year", "tooFewPrices", "4", "8") with { Mineral = "gallium" },
        ]));

    [Fact]
    public void A_row_shows_every_figure_with_the_mark_of_its_status()
    {
        string[] cobalt = Row("cobalt");
        Assert.Equal(["cobalt", "0.074~", ".", "-", ".", "0.764*", ".", "≥34.0?", "−20.6", "0.620", ".", ".", ".", "0.000-1.000?"], cobalt);
        Assert.Equal(["gallium", ".", ".", ".", ".", "?", "?", "?", ".", ".", ".", ".", ".", "."], Row("gallium"));
    }

    [Fact]
    public void Internal_columns_are_called_internal_in_both_forms()
    {
        Assert.Contains(MineralTableText.Lines(Table), line => line.StartsWith("INTERNAL 部内限り", StringComparison.Ordinal));
        Assert.All(
            MineralTableCsv.Columns.Where(column => column.StartsWith("factor-", StringComparison.Ordinal)),
            column => Assert.EndsWith(" [internal 部内限り]", column, StringComparison.Ordinal));
        Assert.All(
            MineralTableCsv.Columns.Where(column => !column.StartsWith("factor-", StringComparison.Ordinal)),
            column => Assert.DoesNotContain("internal", column, StringComparison.Ordinal));
    }

    [Fact]
    public void The_summary_counts_what_cannot_be_judged_and_names_the_one_input_that_would_cure_most()
    {
        string[] lines = [.. MineralTableText.Lines(Table)];
        // Five of nine results: all but the partial reserves, the price, growth and dependence of cobalt; the concentrate of cobalt does not apply.
        Assert.Contains("cannot be judged: 5 of 9 results that apply, in 2 of 2 minerals", lines);
        Assert.Contains(
            "one input would cure most of them: domestic demand and components of self-sufficiency (domestic-survey) (3 results of 2 minerals)", lines);
        Assert.Contains(lines, line => line.EndsWith("(secondary 1, self-suff.% 2)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("monthly prices over four years or more (market-outlook) (price 1)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reason_that_no_input_is_known_for_stands_in_its_own_words()
    {
        MissingInput input = Assert.Single(MissingInput.Of([Missing(IndicatorId.ImportGrowth, "1", "zeroBase")]));
        Assert.Equal("other: The average five years before is zero", input.Name);
    }

    [Fact]
    public void The_csv_has_both_ends_of_an_interval_and_the_status_in_full_precision()
    {
        string[] lines = MineralTableCsv.Write(Table).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        string[] header = lines[0].Split(',');
        string[] cobalt = lines.Single(line => line.Contains(",cobalt,", StringComparison.Ordinal)).Split(',');
        string Value(string column) => cobalt[Array.IndexOf(header, column)];
        Assert.Equal(("0.0744", "0.0744", "0.12", "partial"), (Value("reserve-concentration"), Value("reserve-concentration_low"), Value("reserve-concentration_high"), Value("reserve-concentration_status")));
        Assert.Equal(("", "34.04", "", "insufficient"), (Value("self-sufficiency"), Value("self-sufficiency_low"), Value("self-sufficiency_high"), Value("self-sufficiency_status")));
        Assert.Equal("yes", Value("price-fluctuation_illustrative"));
        Assert.Equal("notComputed", Value("secondary-use_status"));
        Assert.Equal("0.67", Value("factor-import-dependence_high [internal 部内限り]"));
        Assert.All(lines, line => Assert.Equal(header.Length, line.Split(',').Length));
    }

    private static string[] Row(string mineral) =>
        MineralTableText.Lines(Table).Single(line => line.StartsWith(mineral, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static MineralTable Of(params MineralAssessment[] assessments) =>
        MineralTable.Of("2026Q4-00000000", assessments.ToDictionary(assessment => assessment.Mineral, StringComparer.Ordinal));

    private static IndicatorResult Result(string indicator, string unit, ResultStatus status) => new(indicator, "cobalt", Stage.Trade, status, unit);

    private static IndicatorResult Missing(string indicator, string unit, string reason, params string[] arguments) =>
        Result(indicator, unit, ResultStatus.Insufficient) with { Reason = new Reason(reason, arguments) };
}
