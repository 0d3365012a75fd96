using Pipeline.Domain;
using Pipeline.Indicators.PriceFluctuation;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.PriceFluctuation;

public sealed class PriceFluctuationIndicatorTests
{
    [Fact]
    [Trait("Clause", "14")]
    public void Sixty_returns_need_sixty_one_monthly_prices_to_the_end_of_the_series()
    {
        (IndicatorResult result, PriceHistory? history) = Monthly([.. Enumerable.Range(0, 80).Select(month => (double?)(100 + (month % 3)))]);
        Assert.Equal(61, history!.Points.Count);
        Assert.Equal(61, result.Evidence.Count(node => node.Symbol == "price"));
        // Month 80 from January 2019 is August 2025.
        Assert.Equal("2020-08/2025-08", result.Period!.Code);
        Assert.Equal(ResultStatus.Ok, result.Status);
        Assert.Equal(1, result.Coverage);
        Assert.All(result.Evidence.Where(node => node.Symbol == "price"), node => Assert.Single(node.Cells));
    }

    [Fact]
    [Trait("Clause", "4.5")]
    public void Prices_on_the_two_sides_of_a_gap_form_no_change()
    {
        // 100, 110, missing, 104.5, 95 at the end of a series that is missing before: ln 1.1 and ln(95 / 104.5) = -ln 1.1.
        IndicatorResult result = AssertEvidence.Recomputes(PriceFluctuationIndicator.Assess(
            "copper", new PriceShelf(Months([100, 110, null, 104.5, 95])), Given.With("price.partial", "2")).Result);
        Assert.Equal(Math.Log(1.1) * Math.Sqrt(2) * Math.Sqrt(12), result.Value!.Value, 1e-9);
        Assert.Equal(2.0 / 60, result.Coverage!.Value, 1e-9);
        Assert.Equal(["price1", "price1", "price2", "price2"], result.Evidence.Take(4).Select(node => node.Symbol));
    }

    [Theory]
    [Trait("Clause", "4.5")]
    // 61 prices with one missing inside lose two returns; the first ones missing lose one each.
    [InlineData(12, ResultStatus.Ok)]
    [InlineData(13, ResultStatus.Partial)]
    [InlineData(24, ResultStatus.Partial)]
    [InlineData(25, ResultStatus.Insufficient)]
    public void Forty_eight_returns_are_ok_and_thirty_six_are_partial(int missing, ResultStatus status)
    {
        IndicatorResult result = Monthly([.. Enumerable.Range(0, 61).Select(month => month < missing ? null : (double?)(100 + (month % 3)))]).Result;
        Assert.Equal(status, result.Status);
        Assert.Equal((60.0 - missing) / 60, result.Coverage!.Value, 1e-9);
        Assert.Equal(status == ResultStatus.Insufficient, result.Value is null);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Nine_annual_prices_are_eight_changes_and_enough()
    {
        IndicatorResult result = Annual("cobalt", "cobalt/lme-cash", 2026, 2017, 100, 110, 100, 110, 100, 110, 100, 110, 100);
        double change = Math.Log(1.1);
        // Eight changes of alternating sign: mean 0, sample deviation ln(1.1) x root of 8/7.
        Assert.Equal(change * Math.Sqrt(8.0 / 7), result.Value!.Value, 1e-9);
        Assert.Equal(ResultStatus.Ok, result.Status);
        Assert.Equal(["annualBasis"], result.Flags);
        Assert.Equal("CY2017/CY2025", result.Period!.Code);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Eight_annual_prices_are_too_few()
    {
        IndicatorResult result = Annual("cobalt", "cobalt/lme-cash", 2026, 2018, 100, 110, 100, 110, 100, 110, 100, 110);
        Assert.Equal((ResultStatus.Insufficient, "tooFewPrices"), (result.Status, result.Reason!.Code));
        Assert.Equal(["7", "8"], result.Reason.Arguments);
        Assert.Null(result.Value);
        Assert.NotEmpty(result.Evidence);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Editions_of_one_series_are_spliced_and_the_newest_edition_of_a_year_holds()
    {
        PriceShelf shelf = new([.. Years("cobalt", "cobalt/lme-cash", 2022, 2017, 90, 91, 92, 93, 94), .. Years("cobalt", "cobalt/lme-cash", 2026, 2021, 95, 96, 97, 98, 99)]);
        SplicedSeries spliced = shelf.Years("usgs-mcs", "cobalt/lme-cash", 0, 2);
        Assert.Null(spliced.Obstacle);
        Assert.Equal([90, 91, 92, 93, 95, 96, 97, 98, 99], spliced.Rows.Select(row => row.Value.Point!.Value));
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Constant_dollar_prices_have_no_value_and_say_why()
    {
        // Lithium carbonate is deflated in the editions of 2025 and 2026.
        PriceObservation[] rows = [.. Years("lithium", "lithium/battery-carbonate-real-2026", 2026, 2017, 1, 2, 1, 2, 1, 2, 1, 2, 1).Select(row => row with { Deflated = true })];
        IndicatorResult result = Assess("lithium", rows).Result;
        Assert.Equal((ResultStatus.Insufficient, "deflatedPrices"), (result.Status, result.Reason!.Code));
        Assert.Null(result.Value);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_new_series_is_not_joined_to_the_old_one_and_the_reason_is_shown()
    {
        // Gallium: prices by purity up to the edition of 2025, a unit value of imports from 2026.
        PriceObservation[] rows =
        [
            .. Years("gallium", "gallium/high-purity", 2025, 2017, 1, 2, 1, 2, 1, 2, 1, 2),
            .. Years("gallium", "gallium/import-unit-value", 2026, 2021, 277, 432, 365, 439, 580),
        ];
        (IndicatorResult result, PriceHistory? history) = Assess("gallium", rows);
        Assert.Equal("tooFewPrices", result.Reason!.Code);
        Assert.Equal("seriesReplaced", Assert.Single(result.Notes).Code);
        Assert.Equal(5, history!.Points.Count);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Tungsten_is_not_joined_across_the_change_of_definition_of_2018()
    {
        (IndicatorResult result, PriceHistory? history) = Assess("tungsten", [.. Years("tungsten", "tungsten/concentrate-wo3", 2026, 2016, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2)]);
        Assert.Equal("CY2018", history!.Points[0].Period.Code);
        Assert.Null(result.Value);
        Assert.Equal("seriesReplaced", Assert.Single(result.Notes).Code);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_year_restated_to_twice_its_value_is_another_definition()
    {
        // Celestite 2024: 390 in the edition of 2025, 807 in that of 2026.
        PriceShelf shelf = new([
            .. Years("strontium", "strontium/celestite-import-unit-value", 2025, 2020, 100, 210, 143, 82, 390),
            .. Years("strontium", "strontium/celestite-import-unit-value", 2026, 2021, 210, 143, 82, 807, 160)]);
        SplicedSeries spliced = shelf.Years("usgs-mcs", "strontium/celestite-import-unit-value", 0, 2);
        Assert.Equal(("yearRestated", "CY2024"), (spliced.Obstacle!.Code, spliced.Obstacle.Arguments.Single()));
        IndicatorResult result = PriceFluctuationIndicator.Assess("strontium", shelf, Given.Parameters).Result;
        Assert.Null(result.Value);
        Assert.Contains(result.Notes, note => note.Code == "pricesRestated");
    }

    [Fact]
    [Trait("Clause", "4.5")]
    public void The_period_begins_with_the_first_year_that_has_a_price()
    {
        PriceObservation[] rows = [.. Years("cobalt", "cobalt/lme-cash", 2026, 2017, 100, 110, 100, 110, 100, 110, 100, 110, 100)];
        rows[0] = rows[0] with { Value = PublishedValue.NotCollected("NA") };
        Assert.Equal("CY2018/CY2025", Assess("cobalt", rows).Result.Period!.Code);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_series_whose_unit_changes_is_not_joined()
    {
        PriceShelf shelf = new([.. Years("cobalt", "cobalt/lme-cash", 2022, 2017, 90, 91), .. Years("cobalt", "cobalt/lme-cash", 2026, 2021, 95).Select(row => row with { Unit = "USD/kg" })]);
        Assert.Equal("priceUnitChanges", shelf.Years("usgs-mcs", "cobalt/lme-cash", 0, 2).Obstacle!.Code);
    }

    [Fact]
    [Trait("Clause", "4.5")]
    public void A_printed_price_of_zero_names_its_cell()
    {
        ImplausibleValueException fault = Assert.Throws<ImplausibleValueException>(() => Annual("cobalt", "cobalt/lme-cash", 2026, 2017, 1, 2, 1, 0, 1, 2, 1, 2, 1));
        Assert.Contains("mcs2026", fault.Fault.Source, StringComparison.Ordinal);
    }

    private static (IndicatorResult Result, PriceHistory? History) Monthly(double?[] prices) => Assess("copper", Months(prices));

    private static PriceObservation[] Months(double?[] prices) => [.. prices.Select((price, index) => new PriceObservation(
        "pink-sheet", new Month(2019 + (index / 12), (index % 12) + 1), Given.Cell("cmo.xlsx", index + 8, "Copper"), "copper", "COPPER", null,
        price is { } known ? PublishedValue.Reported(known, "as printed") : PublishedValue.NotCollected("…"), "USD/t"))];

    private static IndicatorResult Annual(string mineral, string series, int edition, int first, params double[] prices) =>
        Assess(mineral, [.. Years(mineral, series, edition, first, prices)]).Result;

    private static (IndicatorResult Result, PriceHistory? History) Assess(string mineral, PriceObservation[] rows)
    {
        (IndicatorResult result, PriceHistory? history) = PriceFluctuationIndicator.Assess(mineral, new PriceShelf(rows), Given.Parameters);
        return (AssertEvidence.Recomputes(result), history);
    }

    private static IEnumerable<PriceObservation> Years(string mineral, string series, int edition, int first, params double[] prices) =>
        prices.Select((price, index) => new PriceObservation(
            "usgs-mcs", new CalendarYear(first + index), Given.Cell($"mcs{edition}.csv", index + 2, series), mineral, series, edition,
            PublishedValue.Reported(price, "as printed"), "USD/lb"));
}
