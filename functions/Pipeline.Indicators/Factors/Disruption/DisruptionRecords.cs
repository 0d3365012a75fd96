using Pipeline.Domain;
using Pipeline.Indicators.Observations;

namespace Pipeline.Indicators.Factors.Disruption;

/// <summary>
/// What the register of measures and the disruption survey say about a mineral, by country. A row on all minerals speaks of each. Where two
/// snapshots speak of the same measure, event, search or index, the later in the list holds.
/// </summary>
internal sealed class DisruptionRecords
{
    private readonly ILookup<string, ExportMeasureObservation> measures;
    private readonly ILookup<(string, DisruptionSubFactor), DisruptionEventObservation> events;
    private readonly ILookup<(string, DisruptionSubFactor), SearchRecordObservation> searches;
    private readonly ILookup<(string, DisruptionSubFactor), CountryIndexObservation> indices;

    /// <summary>Sorts the rows that concern a mineral.</summary>
    internal DisruptionRecords(string mineral, ObservationIndex index)
    {
        bool Concerns(string? named) => named is null || named == mineral;
        // A measure may be in force and ended in one year: both rows of a snapshot stand.
        measures = LatestSnapshot.Of(index.Rows<ExportMeasureObservation>().Where(row => Concerns(row.Mineral)), row => (row.Iso3, row.Mineral, row.Act, row.Kind, row.Period))
            .ToLookup(row => row.Iso3, StringComparer.Ordinal);
        events = LatestSnapshot.Of(index.Rows<DisruptionEventObservation>().Where(row => Concerns(row.Mineral)), row => (row.Iso3, row.Mineral, row.SubFactor, row.Period, row.Description))
            .ToLookup(row => (row.Iso3, row.SubFactor));
        searches = LatestSnapshot.Of(index.Rows<SearchRecordObservation>().Where(row => Concerns(row.Mineral)), row => (row.Iso3, row.Mineral, row.SubFactor, row.Period))
            .ToLookup(row => (row.Iso3, row.SubFactor));
        indices = LatestSnapshot.Of(index.Rows<CountryIndexObservation>(), row => (row.Iso3, row.SubFactor, row.Period)).ToLookup(row => (row.Iso3, row.SubFactor));
        HasRegister = index.Rows<ExportMeasureObservation>().Any();
        HasSurvey = index.Rows<DisruptionEventObservation>().Any() || index.Rows<CountryIndexObservation>().Any()
            || index.Rows<SearchRecordObservation>().Any(row => row.SubFactor != DisruptionSubFactor.PolicyStability);
    }

    /// <summary>True when the register of measures was taken in, whatever it says of the mineral.</summary>
    internal bool HasRegister { get; }

    /// <summary>True when the disruption survey was taken in.</summary>
    internal bool HasSurvey { get; }

    /// <summary>Measures of a country on the mineral or on all.</summary>
    internal IEnumerable<ExportMeasureObservation> Measures(string iso3) => measures[iso3];

    /// <summary>Stoppages (b) or regulatory events (c) of a country, in order of time.</summary>
    internal IEnumerable<DisruptionEventObservation> Events(string iso3, DisruptionSubFactor subFactor) =>
        events[(iso3, subFactor)].OrderBy(EventWindow.Begins).ThenBy(row => row.Description, StringComparer.Ordinal);

    /// <summary>The newest index of a country up to a year, with a number or without.</summary>
    internal CountryIndexObservation? Index(string iso3, DisruptionSubFactor subFactor, int lastYear) =>
        indices[(iso3, subFactor)].Where(row => row.Period.EndYear <= lastYear).MaxBy(row => row.Period.EndYear);

    /// <summary>
    /// The searches that together tell of every year of the window, or none where a year is left: a year counts as searched when a search made
    /// after its end covers it.
    /// </summary>
    internal IReadOnlyList<SearchRecordObservation> Searched(string iso3, DisruptionSubFactor subFactor, EventWindow window)
    {
        SearchRecordObservation[] own = [.. searches[(iso3, subFactor)].OrderBy(row => row.SearchedOn).ThenBy(row => row.Period.Code, StringComparer.Ordinal)];
        return window.YearsToSearch.All(year => own.Any(search => Covers(search, year))) ? own : [];
    }

    private static bool Covers(SearchRecordObservation search, int year) => search.SearchedOn.Year > year && search.Period switch
    {
        CalendarYear one => one.Year == year,
        YearSpan span => span.From.Year <= year && year <= span.To.Year,
        _ => false,
    };
}
