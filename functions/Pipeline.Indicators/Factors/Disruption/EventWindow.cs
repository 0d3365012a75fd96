using Pipeline.Domain;

namespace Pipeline.Indicators.Factors.Disruption;

/// <summary>
/// The years in which events count: the months up to and including the month of the run's day. An event that is dated by a year counts when
/// any month of the year lies in the window.
/// </summary>
/// <param name="Day">The run's day.</param>
/// <param name="Years">Length in years.</param>
internal sealed record EventWindow(DateOnly Day, int Years)
{
    private const int MonthsOfYear = 12;

    private int LastMonth => new Month(Day.Year, Day.Month).Ordinal;

    private int FirstMonth => checked(LastMonth - (Years * MonthsOfYear) + 1);

    /// <summary>
    /// The calendar years of which a search has to tell before "no event found" is a zero: as many as the window has, up to the last one that
    /// was over before the day's year began. A search speaks of whole years and is made after their end: on 31 December none can have been made
    /// after the year that ends.
    /// </summary>
    internal IEnumerable<int> YearsToSearch => Enumerable.Range(checked(Day.Year - Years), Years);

    /// <summary>True when an event of this time counts.</summary>
    /// <exception cref="ImplausibleValueException">The event is dated by neither a month nor a calendar year.</exception>
    internal bool Contains(Observation row)
    {
        (int first, int last) = Months(row);
        return first <= LastMonth && last >= FirstMonth;
    }

    /// <summary>First month of an event's time, for ordering.</summary>
    /// <exception cref="ImplausibleValueException">The event is dated by neither a month nor a calendar year.</exception>
    internal static int Begins(Observation row) => Months(row).First;

    private static (int First, int Last) Months(Observation row) => row.Period switch
    {
        Month month => (month.Ordinal, month.Ordinal),
        CalendarYear year => (new Month(year.Year, 1).Ordinal, new Month(year.Year, MonthsOfYear).Ordinal),
        _ => throw new ImplausibleValueException(new Fault(
            row.Cell.File, row.Cell.Address, "the month or the calendar year of the event", row.Period.Code, "date the event by a month or a year")),
    };
}
