using System.Text.Json.Serialization;

namespace Pipeline.Domain.Tests;

/// <summary>Which rows of two vintages are the same figure.</summary>
public sealed class ObservationIdentityTests
{
    private static readonly CalendarYear Year = new(2024);

    private static readonly TradeObservation Trade =
        new("mof-trade", Year, Cell("trade.csv"), TradeFlow.Import, "260500000", new TradeOrigin("411", "COD"), 10, "MT", 10, 500, "Value-Year");

    private static readonly MineralStatisticObservation Mined = new(
        "usgs-mcs", Year, Cell("mcs2026.csv"), 2026, "cobalt", "cobalt", Statistic.MineProduction, "mine", new Place(PlaceKind.Country, "COD"), Printed("100", 100), "t", "contained metal");

    private static readonly PriceObservation Price = new("usgs-mcs", Year, Cell("salient.csv"), "cobalt", "Price, spot", 2025, Printed("15", 15), "USD/lb");

    private static readonly GovernanceObservation Governance = new("wgi", Year, Cell("wgi.csv"), "COD", GovernanceDimension.RuleOfLaw, Printed("-1.6", -1.6), 2025);

    private static readonly DomesticSupplyObservation Supply = new(
        "domestic-survey", new FiscalYear(2023), Cell("survey.csv"), "copper", null, DomesticQuantity.OldScrap, null, Printed("5", 5), "t", "metal", "scrap", "document", "publisher", "original");

    private static readonly MineObservation Mine = new("mines", Year, Cell("mines.csv"), "cobalt", "Kisanfu", "COD", MineQuantity.Production, Printed("9", 9), "t", "document");

    private static readonly ExportMeasureObservation Measure = new(
        "export-measures", Year, Cell("register.csv"), "COD", "cobalt", MeasureKind.ExportQuota, MeasureStanding.Proposed, "Order 1", "quota", "document", "office");

    private static readonly DisruptionEventObservation Stoppage = new(
        "disruption-survey", Year, Cell("events.csv"), "CHL", "copper", DisruptionSubFactor.LabourDisputes, "strike at A", "document", "office");

    private static readonly SearchRecordObservation Search = new(
        "export-measures", new YearSpan(new CalendarYear(2014), Year), Cell("register.csv"), "COD", null, DisruptionSubFactor.PolicyStability, new DateOnly(2025, 1, 1), "office", "register");

    private static readonly CountryIndexObservation Index = new("disruption-survey", Year, Cell("index.csv"), "COD", DisruptionSubFactor.Infrastructure, Printed("2.1", 2.1), "1-5", "index");

    private static readonly OutlookObservation Outlook = new(
        "market-outlook", Year, Cell("outlook.csv"), "cobalt", OutlookCase.Base, OutlookQuantity.Supply, Printed("230", 230), "t", "metal", new DateOnly(2025, 10, 1), "issue of October");

    private static readonly EnteredScoreObservation Score = new(
        "additional-elements", new Month(2025, 10), Cell("scores.csv"), "cobalt", AdditionalElement.FutureImportance, 0.9, "office", new DateOnly(2025, 10, 1), new DateOnly(2026, 9, 30), "batteries");

    private static readonly Observation[] OneOfEachKind = [Trade, Mined, Price, Governance, Supply, Mine, Measure, Stoppage, Search, Index, Outlook, Score];

    [Fact]
    public void Every_kind_of_observation_has_an_identity_of_its_own()
    {
        Assert.Equal(
            typeof(Observation).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType.Name).Order(),
            OneOfEachKind.Select(row => row.GetType().Name).Order());
        Assert.Equal(OneOfEachKind.Length, OneOfEachKind.Select(ObservationIdentity.Of).Distinct().Count());
    }

    [Fact]
    public void What_a_cell_prints_and_where_it_stands_are_no_part_of_its_identity()
    {
        (Observation Before, Observation After)[] revised =
        [
            (Trade, Trade with { Cell = Cell("revised.csv"), Weight = 12, Quantity = 12, ValueThousandYen = 600 }),
            (Mined, Mined with { Cell = Cell("reissue.csv"), Value = Printed("90", 90) }),
            (Supply, Supply with { Value = Printed("6", 6), Contributors = 4 }),
            (Mine, Mine with { Value = Printed("8", 8) }),
            (Measure, Measure with { Standing = MeasureStanding.InForce }),
            (Index, Index with { Value = Printed("2.2", 2.2) }),
            (Score, Score with { Score = 0.8 }),
        ];

        Assert.All(revised, pair => Assert.Equal(ObservationIdentity.Of(pair.Before), ObservationIdentity.Of(pair.After)));
    }

    [Fact]
    public void A_release_an_issue_and_a_later_edition_of_prices_revise_the_years_they_print_again()
    {
        Assert.Equal(ObservationIdentity.Of(Governance), ObservationIdentity.Of(Governance with { Release = 2026 }));
        Assert.Equal(ObservationIdentity.Of(Outlook), ObservationIdentity.Of(Outlook with { IssuedOn = new DateOnly(2026, 10, 1), Citation = "next issue" }));
        Assert.Equal(ObservationIdentity.Of(Price), ObservationIdentity.Of(Price with { Edition = 2026 }));
    }

    [Fact]
    public void A_new_edition_of_a_mineral_table_is_new_and_a_reissue_is_the_same_with_all_its_rows()
    {
        Assert.NotEqual(ObservationIdentity.Of(Mined), ObservationIdentity.Of(Mined with { Edition = 2027 }));
        Assert.Equal(ObservationIdentity.Of(Mined), ObservationIdentity.Of(Mined with { Place = new Place(PlaceKind.Country, "AUS") }));
    }

    [Fact]
    public void Another_year_origin_flow_code_basis_or_event_is_another_figure()
    {
        (Observation One, Observation Other)[] apart =
        [
            (Trade, Trade with { Period = new CalendarYear(2023) }),
            (Trade, Trade with { Origin = null }),
            (Trade, Trade with { Flow = TradeFlow.Export }),
            (Trade, Trade with { Code = "260500010" }),
            (Mined, Mined with { Basis = "gross weight" }),
            (Governance, Governance with { Dimension = GovernanceDimension.PoliticalStability }),
            (Supply, Supply with { Period = new CalendarYear(2023) }),
            (Stoppage, Stoppage with { Description = "strike at B" }),
            (Score, Score with { EnteredOn = new DateOnly(2026, 10, 1) }),
        ];

        Assert.All(apart, pair => Assert.NotEqual(ObservationIdentity.Of(pair.One), ObservationIdentity.Of(pair.Other)));
    }

    private static SourceCell Cell(string file) => new("snapshot of " + file, file, null, 2, "value");

    private static PublishedValue Printed(string text, double value) => PublishedValue.Reported(value, text);
}
