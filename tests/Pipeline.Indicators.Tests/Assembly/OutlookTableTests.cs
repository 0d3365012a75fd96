using Pipeline.Domain;
using Pipeline.Indicators.Assembly;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Assembly;

public sealed class OutlookTableTests
{
    private static readonly DateOnly March2026 = new(2026, 3, 31);
    private static readonly DateOnly March2025 = new(2025, 3, 31);

    [Fact]
    public void Years_that_had_ended_when_the_outlook_was_issued_are_history_and_the_others_forecasts()
    {
        OutlookSeries demand = Outlook(Row(2024, 210), Row(2025, 220), Row(2026, 230), Row(2030, 300))!.Series.Single();
        Assert.Equal([2024, 2025], demand.History.Select(year => year.Year.Year));
        Assert.Equal([2026, 2030], demand.Forecast.Select(year => year.Year.Year));
        Assert.Equal([230, 300], demand.Forecast.Select(year => year.Value.Point!.Value));
    }

    [Fact]
    public void The_last_day_of_a_year_ends_it()
    {
        DateOnly newYearsEve = new(2025, 12, 31);
        OutlookSeries demand = Outlook(Row(2025, 220) with { IssuedOn = newYearsEve }, Row(2026, 230) with { IssuedOn = newYearsEve })!.Series.Single();
        Assert.Equal([2025], demand.History.Select(year => year.Year.Year));
    }

    [Fact]
    public void Cases_and_quantities_stand_apart_in_their_order()
    {
        MarketOutlook outlook = Outlook(
            Row(2030, 350, OutlookCase.High), Row(2030, 300), Row(2030, -20, quantity: OutlookQuantity.Balance), Row(2030, 250, OutlookCase.Low),
            Row(2030, 280, quantity: OutlookQuantity.Supply))!;
        Assert.Equal(
            [
                (OutlookQuantity.Supply, OutlookCase.Base, 280), (OutlookQuantity.Demand, OutlookCase.Low, 250), (OutlookQuantity.Demand, OutlookCase.Base, 300),
                (OutlookQuantity.Demand, OutlookCase.High, 350), (OutlookQuantity.Balance, OutlookCase.Base, -20),
            ],
            outlook.Series.Select(series => (series.Quantity, series.Case, (int)series.Forecast.Single().Value.Point!.Value)));
    }

    [Fact]
    public void The_newest_issue_holds_and_older_ones_are_not_mixed_in()
    {
        MarketOutlook outlook = Outlook(
            Row(2030, 300), Row(2030, 999) with { IssuedOn = March2025, Citation = "Outlook 2025" }, Row(2040, 999, OutlookCase.High) with { IssuedOn = March2025 })!;
        Assert.Equal(March2026, outlook.IssuedOn);
        OutlookYear year = Assert.Single(Assert.Single(outlook.Series).Forecast);
        Assert.Equal((300.0, March2026, "Outlook 2026"), (year.Value.Point!.Value, year.IssuedOn, year.Citation));
    }

    [Fact]
    public void Of_two_snapshots_of_an_issue_the_later_holds()
    {
        OutlookSeries demand = Outlook(Row(2030, 300), Row(2030, 310))!.Series.Single();
        Assert.Equal(310, Assert.Single(demand.Forecast).Value.Point);
    }

    [Fact]
    public void A_newer_illustrative_issue_does_not_displace_a_real_one()
    {
        MarketOutlook outlook = Outlook(Row(2030, 300), Illustrative(Row(2030, 1)) with { IssuedOn = March2026.AddYears(1) })!;
        Assert.False(outlook.Illustrative);
        Assert.Equal(March2026, outlook.IssuedOn);
        Assert.True(Outlook(Illustrative(Row(2030, 1)))!.Illustrative);
    }

    [Fact]
    public void A_withheld_year_stays_withheld()
    {
        OutlookYear year = Outlook(Row(2030, 300) with { Value = PublishedValue.Withheld("W") })!.Series.Single().Forecast.Single();
        Assert.Equal((ValueKind.WithheldBySource, null), (year.Value.Kind, year.Value.Point));
    }

    [Fact]
    public void A_mineral_of_which_no_issue_speaks_has_no_outlook() => Assert.Null(OutlookTable.Of("cobalt", [Row(2030, 300) with { Mineral = "nickel" }]));

    [Fact]
    public void Every_figure_of_an_outlook_is_among_the_cells_of_its_assessment()
    {
        MineralAssessment assessment = new("cobalt", []) { Outlook = Outlook(Row(2025, 220), Row(2030, 300)) };
        Assert.Equal(["2025 Base", "2030 Base"], assessment.Cells().Select(cell => cell.Column));
    }

    private static MarketOutlook? Outlook(params OutlookObservation[] rows) => OutlookTable.Of("cobalt", rows);

    private static OutlookObservation Illustrative(OutlookObservation row) => row with { Cell = row.Cell with { Illustrative = true } };

    private static OutlookObservation Row(int year, double tonnes, OutlookCase of = OutlookCase.Base, OutlookQuantity quantity = OutlookQuantity.Demand) => new(
        "market-outlook", new CalendarYear(year), Given.Cell("outlook.csv", 2, $"{year} {of}"), "cobalt", of, quantity,
        tonnes < 0 ? new PublishedValue(ValueKind.Reported, tonnes, tonnes, tonnes, "as printed") : PublishedValue.Reported(tonnes, "as printed"),
        "t", "contained metal", March2026, "Outlook 2026");
}
