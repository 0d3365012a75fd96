using Pipeline.Domain;
using Pipeline.Sources.MarketOutlook;
using Pipeline.Sources.Tests.Templates;

namespace Pipeline.Sources.Tests.MarketOutlook;

/// <summary>Supply, demand, balance and prices, with faults planted in a text and in a workbook.</summary>
public sealed class MarketOutlookReaderTests
{
    private static readonly MarketOutlookReader Reader = new();

    private static readonly Dictionary<string, object?> Year = new(StringComparer.Ordinal)
    {
        ["market_outlook_version"] = "1",
        ["row_type"] = "outlook",
        ["mineral_id"] = "cobalt",
        ["period"] = "CY2030",
        ["case"] = "base",
        ["supply"] = "240",
        ["demand"] = "250.5",
        ["balance"] = "-10.5",
        ["unit"] = "kt",
        ["basis"] = "contained metal",
        ["issued_on"] = "2025-12-01",
        ["source"] = "Outlook of a vendor",
        ["known_from"] = "2025-12-01",
        ["illustrative"] = "no",
    };

    private static readonly Dictionary<string, object?> Month = Filled.Row(
        Year, ("row_type", "price"), ("period", "2025-11"), ("case", null), ("supply", null), ("demand", null), ("balance", null),
        ("unit", "USD/kg"), ("basis", null), ("series", "metal-europe"), ("price", "31.5"));

    /// <summary>True for a price, column, bad cell, rule, place in the sheet.</summary>
    public static TheoryData<bool, string, string, string, string> BadCells => new()
    {
        { false, "case", "", "case", "case (E3)" },
        { false, "period", "2030-01", "period", "period (D3)" },
        { false, "supply", "-240", "range", "supply (F3)" },
        { false, "demand", "much", "number", "demand (G3)" },
        { false, "balance", "10.5", "balance", "balance (H3)" },
        { false, "unit", "USD/kg", "unit", "unit (I3)" },
        { false, "basis", "", "missing", "basis (J3)" },
        { false, "price", "5", "must-be-empty", "price (L3)" },
        { false, "known_from", "2025-11-30", "known-from", "known_from (O3)" },
        { true, "price", "0", "price", "price (L3)" },
        { true, "price", "-3", "range", "price (L3)" },
        { true, "price", ">30", "price", "price (L3)" },
        { true, "price", "", "missing", "price (L3)" },
        { true, "series", "Metal Europe", "series", "series (K3)" },
        { true, "unit", "t", "unit", "unit (I3)" },
        { true, "period", "CY2025", "period", "period (D3)" },
        { true, "period", "2026-01", "period", "period (D3)" },
        { true, "case", "base", "must-be-empty", "case (E3)" },
    };

    [Fact]
    public void A_year_gives_supply_demand_and_balance_in_tonnes_each_with_its_own_cell()
    {
        OutlookObservation[] read = [.. Reader.Read(Filled.Text(Reader.Template, Year)).Observations.Cast<OutlookObservation>()];

        Assert.Equal(
            [(OutlookQuantity.Supply, 240_000, "supply"), (OutlookQuantity.Demand, 250_500, "demand"), (OutlookQuantity.Balance, -10_500, "balance")],
            read.Select(one => (one.Quantity, (int)one.Value.Point!.Value, one.Cell.Column)));
        Assert.All(read, one => Assert.Equal(
            ("cobalt", "CY2030", OutlookCase.Base, "t", "contained metal", new DateOnly(2025, 12, 1)),
            (one.Mineral, one.Period.Code, one.Case, one.Unit, one.Basis, one.IssuedOn)));
    }

    [Fact]
    public void A_month_is_an_ordinary_price_with_the_mineral_and_the_series_in_its_name()
    {
        PriceObservation price = Assert.IsType<PriceObservation>(Assert.Single(Reader.Read(Filled.Workbook(Reader.Template, Month)).Observations));

        Assert.Equal(
            ("market-outlook", "2025-11", "cobalt", "market-outlook/cobalt/metal-europe", 31.5, "USD/kg", null, false),
            (price.Source, price.Period.Code, price.Mineral, price.Series, price.Value.Point, price.Unit, price.Edition, price.Deflated));
    }

    [Theory]
    [MemberData(nameof(BadCells))]
    public void A_bad_cell_sets_its_row_aside_in_text_and_workbook(bool isPrice, string column, string bad, string rule, string place)
    {
        Dictionary<string, object?>[] rows = [Filled.Row(Year, ("period", "CY2031")), Filled.Row(isPrice ? Month : Year, (column, bad))];

        QuarantinedRow inText = Assert.Single(Reader.Read(Filled.Text(Reader.Template, rows)).Quarantined);
        QuarantinedRow inSheet = Assert.Single(Reader.Read(Filled.Workbook(Reader.Template, rows)).Quarantined);

        Assert.Equal((rule, $"filled.csv!3:{column}", bad.Length == 0 ? "nothing" : $"'{bad}'"), (inText.Rule, inText.Cell.Address, inText.Found));
        Assert.Equal((rule, place), (inSheet.Rule, inSheet.Cell.Column));
    }

    [Fact]
    public void A_balance_that_does_not_fit_is_shown_with_all_three_cells()
    {
        Dictionary<string, object?> wrong = Filled.Row(Year, ("balance", "-5"));

        QuarantinedRow inText = Assert.Single(Reader.Read(Filled.Text(Reader.Template, wrong)).Quarantined);
        QuarantinedRow inSheet = Assert.Single(Reader.Read(Filled.Workbook(Reader.Template, wrong)).Quarantined);

        Assert.Equal(("balance", "'-5'", "supply 240 less demand 250.5, which is -10.5"), (inText.Cell.Column, inText.Found, inText.Expected));
        Assert.Equal(("balance (H2)", "supply (F2) 240 less demand (G2) 250.5, which is -10.5"), (inSheet.Cell.Column, inSheet.Expected));
    }

    [Theory]
    [InlineData("240.4", "250.4", "-11", 0)] // each of three whole numbers may be off by a half
    [InlineData("240", "250", "-11", 0)]
    [InlineData("240", "250", "-12", 1)]
    [InlineData("240.0", "250.0", "-10.1", 0)]
    [InlineData("240.0", "250.0", "-10.2", 1)]
    [InlineData("240", ">250", "-7", 0)] // a bound is no single number to reckon with
    [InlineData("240", "", "-7", 0)]
    public void A_balance_may_differ_by_the_rounding_of_three_figures_and_no_more(string supply, string demand, string balance, int aside) =>
        Assert.Equal(aside, Reader.Read(Filled.Text(
            Reader.Template, Filled.Row(Year, ("supply", supply), ("demand", demand), ("balance", balance)))).Quarantined.Count);

    [Fact]
    public void A_year_of_history_needs_no_case_and_counts_as_the_base_case() => Assert.All(
        Reader.Read(Filled.Text(Reader.Template, Filled.Row(Year, ("period", "CY2025"), ("case", null)))).Observations.Cast<OutlookObservation>(),
        one => Assert.Equal(OutlookCase.Base, one.Case));

    [Fact]
    public void A_row_without_supply_demand_and_balance_says_nothing_and_is_set_aside() => Assert.Equal("missing", Assert.Single(Reader.Read(Filled.Text(
        Reader.Template, Filled.Row(Year, ("supply", null), ("demand", null), ("balance", null)))).Quarantined).Rule);

    [Fact]
    public void A_file_has_one_day_of_issue()
    {
        QuarantinedRow other = Assert.Single(Reader.Read(Filled.Text(
            Reader.Template, Year, Filled.Row(Year, ("period", "CY2031"), ("issued_on", "2025-06-01")))).Quarantined);

        Assert.Equal(("disagrees", "issued_on", "'2025-12-01' as in row 2: the same in the whole file"), (other.Rule, other.Cell.Column, other.Expected));
    }

    [Fact]
    public void A_month_without_a_price_is_kept_as_not_available() => Assert.Equal(
        ValueKind.NotCollected,
        Assert.IsType<PriceObservation>(Assert.Single(Reader.Read(Filled.Text(Reader.Template, Filled.Row(Month, ("price", "NA")))).Observations)).Value.Kind);

    [Fact]
    public void An_unknown_unit_stops_the_file() => Assert.Equal("CNY/t", Assert.Throws<UnknownCodeException>(
        () => Reader.Read(Filled.Text(Reader.Template, Filled.Row(Month, ("unit", "CNY/t"))))).Code);

    [Fact]
    public void The_outlook_is_expected_in_every_run() => Assert.True(Reader.IsExpected);
}
