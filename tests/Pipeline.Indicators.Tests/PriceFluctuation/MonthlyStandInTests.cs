using System.Text.Json;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.PriceFluctuation;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.PriceFluctuation;

[Trait("Clause", "4.5")]
public sealed class MonthlyStandInTests
{
    private const string Metal = "market-outlook/gallium/metal-4n";

    // 4.5: volatility 0.1581275099 and score 0.2635458498 of twelve monthly changes.
    private static readonly double[] Printed = [100, 104, 98, 101, 107, 103, 99, 105, 110, 106, 101, 103, 100];

    // The other printed example: 0.3551586289 and 0.5919310481 of four changes.
    private static readonly double[] Steeper = [100, 110, 99, 104.5, 95];

    private static readonly ParameterSet FourChangesAreEnough = With(("price.ok", "4"), ("price.partial", "4"));

    [Fact]
    public void Monthly_prices_of_the_outlook_stand_in_for_an_annual_series_and_say_which_and_since_when()
    {
        // Nine annual prices would give a value of their own: ln(1.1) x root of 8/7 = 0.1019.
        (IndicatorResult result, PriceHistory? history) = Assess([.. Annual(9), .. Months(Metal, Printed)]);
        Assert.Equal(0.1581275099, result.Value!.Value, 1e-9);
        Assert.Equal(0.2635458498, result.Score!.Value, 1e-9);
        Assert.Equal(0.1166791324, result.Companions.Single(companion => companion.Id == "relativeRange").Value!.Value, 1e-9);
        Assert.Equal(["outlookPrices"], result.Flags);
        Assert.Equal(("outlookPrices", "metal-4n, 2024-11"), Said(Assert.Single(result.Notes)));
        Assert.Equal((Metal, true, 13), (history!.Series, history.IsMonthly, history.Points.Count));
    }

    [Fact]
    public void Monthly_prices_of_the_outlook_stand_in_for_an_unusable_series()
    {
        (IndicatorResult result, PriceHistory? history) = Assess([.. Months("market-outlook/rubidium/metal", Steeper)], "rubidium");
        Assert.Equal(0.3551586289, result.Value!.Value, 1e-9);
        Assert.Equal(0.5919310481, result.Score!.Value, 1e-9);
        Assert.Equal("market-outlook/rubidium/metal", history!.Series);
    }

    [Fact]
    public void The_outlook_does_not_displace_a_monthly_reference_series()
    {
        PriceObservation[] reference = [.. Months("COPPER", Printed).Select(row => row with { Source = "pink-sheet" })];
        (IndicatorResult result, PriceHistory? history) = Assess([.. reference, .. Months("market-outlook/copper/cathode", Steeper)], "copper");
        Assert.Equal("COPPER", history!.Series);
        Assert.Equal(0.1581275099, result.Value!.Value, 1e-9);
        Assert.Empty(result.Notes);
    }

    [Fact]
    public void An_illustrative_monthly_series_never_displaces_an_annual_one_that_gives_a_value()
    {
        (IndicatorResult result, PriceHistory? history) = Assess([.. Annual(9), .. Illustrative(Months(Metal, Printed))]);
        Assert.Equal("gallium/import-unit-value", history!.Series);
        Assert.Equal(Math.Log(1.1) * Math.Sqrt(8.0 / 7), result.Value!.Value, 1e-9);
        Assert.DoesNotContain(history.Points, point => point.Cell.Illustrative);
    }

    [Fact]
    public void An_illustrative_monthly_series_is_used_where_nothing_real_gives_a_value_and_its_cells_say_that_it_is_one()
    {
        (IndicatorResult result, PriceHistory? history) = Assess([.. Annual(5), .. Illustrative(Months(Metal, Printed))]);
        Assert.Equal(0.1581275099, result.Value!.Value, 1e-9);
        Assert.Equal(Metal, history!.Series);
        Assert.All(result.AllEvidence.SelectMany(node => node.Walk()).SelectMany(node => node.Cells), cell => Assert.True(cell.Illustrative));
    }

    [Fact]
    public void A_real_month_holds_against_an_illustrative_one_of_a_later_file()
    {
        (IndicatorResult result, PriceHistory? history) = Assess([.. Months(Metal, Printed), .. Illustrative(Months(Metal, [.. Printed.Select(_ => 1.0)]))]);
        Assert.Equal(0.1581275099, result.Value!.Value, 1e-9);
        Assert.DoesNotContain(history!.Points, point => point.Cell.Illustrative);
    }

    [Fact]
    public void Too_few_months_leave_the_annual_series_in_place_and_say_so()
    {
        // Three changes where four are needed.
        (IndicatorResult result, PriceHistory? history) = Assess([.. Annual(9), .. Months(Metal, [100, 110, 99, 104.5])]);
        Assert.False(history!.IsMonthly);
        Assert.Contains(result.Notes, note => Said(note) == ("outlookPricesTooFew", "3, 4"));
    }

    [Fact]
    public void Of_several_series_none_is_used_unless_the_parameter_names_one()
    {
        PriceObservation[] rows = [.. Annual(9), .. Months(Metal, Printed), .. Months("market-outlook/gallium/metal-6n", Steeper)];
        (IndicatorResult unnamed, PriceHistory? annual) = Assess(rows);
        Assert.False(annual!.IsMonthly);
        Assert.Contains(unnamed.Notes, note => Said(note) == ("outlookSeriesNotNamed", "metal-4n, metal-6n"));

        ParameterSet named = With(
            ("price.ok", "4"),
            ("price.partial", "4"),
            ("price.series", """{"gallium": {"source": "usgs-mcs", "series": "gallium/import-unit-value", "monthly": "market-outlook/gallium/metal-6n", "reason": "the purer grade"}}"""));
        IndicatorResult result = PriceFluctuationIndicator.Assess("gallium", new PriceShelf(rows), named).Result;
        Assert.Equal(0.3551586289, result.Value!.Value, 1e-9);
    }

    [Fact]
    public void A_monthly_series_whose_unit_changes_is_not_used()
    {
        PriceObservation[] months = [.. Months(Metal, Printed)];
        months[0] = months[0] with { Unit = "USD/lb" };
        (IndicatorResult result, PriceHistory? history) = Assess([.. Annual(9), .. months]);
        Assert.False(history!.IsMonthly);
        Assert.Contains(result.Notes, note => Said(note) == ("priceUnitChanges", "USD/kg, USD/lb"));
    }

    private static (IndicatorResult Result, PriceHistory? History) Assess(PriceObservation[] rows, string mineral = "gallium") =>
        PriceFluctuationIndicator.Assess(mineral, new PriceShelf(rows), FourChangesAreEnough);

    private static (string Code, string Arguments) Said(Reason reason) => (reason.Code, string.Join(", ", reason.Arguments));

    /// <summary>Months from November 2024 on.</summary>
    private static IEnumerable<PriceObservation> Months(string series, double[] prices) => prices.Select((price, index) => new PriceObservation(
        "market-outlook", new Month(2024 + ((index + 10) / 12), ((index + 10) % 12) + 1), Given.Cell("outlook.csv", index + 2, series), "gallium", series, null,
        PublishedValue.Reported(price, "as printed"), "USD/kg"));

    private static IEnumerable<PriceObservation> Illustrative(IEnumerable<PriceObservation> rows) =>
        rows.Select(row => row with { Cell = row.Cell with { File = "starter.csv", Illustrative = true } });

    /// <summary>Annual prices that rise and fall by a tenth, the reference series of gallium.</summary>
    private static IEnumerable<PriceObservation> Annual(int years) => Enumerable.Range(0, years).Select(index => new PriceObservation(
        "usgs-mcs", new CalendarYear(2026 - years + index), Given.Cell("mcs2026.csv", index + 2), "gallium", "gallium/import-unit-value", 2026,
        PublishedValue.Reported(index % 2 == 0 ? 100 : 110, "as printed"), "USD/kg"));

    private static ParameterSet With(params (string Id, string Json)[] values) => ParameterSet.From(
        [.. ParameterFile.Embedded.Select(definition => Array.Find(values, value => value.Id == definition.Id) is { Json: { } json }
            ? definition with { Values = [definition.Values[0] with { Value = JsonDocument.Parse(json).RootElement }] }
            : definition)],
        Given.Day);
}
