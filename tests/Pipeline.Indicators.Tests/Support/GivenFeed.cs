using Pipeline.Domain;

namespace Pipeline.Indicators.Tests.Support;

/// <summary>Hand-made rows of the feeds that offices fill in: mines, measures, events, searches, indices and entered scores.</summary>
internal static class GivenFeed
{
    internal static MineObservation Mine(
        string mine, string text, Period period, MineQuantity quantity = MineQuantity.Production, string iso3 = "COD", string mineral = "cobalt", string file = "mines.csv") => new(
            "mines",
            period,
            Given.Cell(file, 2, $"{mine} {quantity} {period.Code}"),
            mineral,
            mine,
            iso3,
            quantity,
            Given.Value(text),
            quantity == MineQuantity.HeadGrade ? "percent" : "t",
            "annual report");

    /// <summary>Ore and head grade of a mine in one year.</summary>
    internal static IEnumerable<MineObservation> Milled(string mine, int year, string ore, string grade) =>
    [
        Mine(mine, ore, new CalendarYear(year), MineQuantity.OreMilled),
        Mine(mine, grade, new CalendarYear(year), MineQuantity.HeadGrade),
    ];

    internal static ExportMeasureObservation Measure(
        string iso3, string period, MeasureKind kind = MeasureKind.ExportBan, string? mineral = "cobalt", string act = "Mining Act",
        MeasureStanding standing = MeasureStanding.InForce, string file = "export-measures.csv") => new(
            "export-measures",
            Period.Parse(period),
            Given.Cell(file, 2, $"{iso3} {period} {kind} {act} {mineral} {standing}"),
            iso3,
            mineral,
            kind,
            standing,
            act,
            "what it does",
            "where it is printed",
            "office");

    internal static DisruptionEventObservation Event(
        string iso3, string period, DisruptionSubFactor subFactor = DisruptionSubFactor.LabourDisputes, string? mineral = "cobalt", string description = "strike") => new(
            "disruption-survey",
            Period.Parse(period),
            Given.Cell("disruptions.csv", 2, $"{iso3} {period} {subFactor} {description}"),
            iso3,
            mineral,
            subFactor,
            description,
            "where it is printed",
            "office");

    internal static SearchRecordObservation Search(
        string iso3, DisruptionSubFactor subFactor, string period = "CY2016/CY2025", string? mineral = null, int searchedIn = 2026) => new(
            "disruption-survey",
            Period.Parse(period),
            Given.Cell("searches.csv", 2, $"{iso3} {subFactor} {period} {mineral}"),
            iso3,
            mineral,
            subFactor,
            new DateOnly(searchedIn, 5, 20),
            "office",
            "where was searched");

    internal static CountryIndexObservation Index(string iso3, DisruptionSubFactor subFactor, string text, int year = 2024) => new(
        "disruption-survey",
        new CalendarYear(year),
        Given.Cell("indices.csv", 2, $"{iso3} {subFactor} {year}"),
        iso3,
        subFactor,
        Given.Value(text),
        subFactor switch
        {
            DisruptionSubFactor.PowerStability => "outages/month",
            DisruptionSubFactor.ExtremeWeather => "0-10",
            DisruptionSubFactor.Infrastructure => "1-5",
            _ => "0-100",
        },
        "index");

    internal static EnteredScoreObservation Entered(
        AdditionalElement element, double score, DateOnly enteredOn, DateOnly validUntil, string mineral = "cobalt") => new(
            "additional-elements",
            new Month(enteredOn.Year, enteredOn.Month),
            Given.Cell("additional-elements.csv", 2, $"{element} {enteredOn.DayNumber}"),
            mineral,
            element,
            score,
            "author",
            enteredOn,
            validUntil,
            "reason");
}
