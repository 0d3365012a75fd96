using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Years as calendars count them; a bound of one calendar is never laid on years of the other.</summary>
internal enum Calendar
{
    /// <summary>暦年: January to December.</summary>
    Cy,

    /// <summary>年度: April to March.</summary>
    Fy,
}

/// <summary>Times between two bounds, both included: a figure belongs to them when its whole period does.</summary>
/// <param name="Calendar">Calendar of the years, or none for figures of both.</param>
/// <param name="From">First month, counted from year 0, or none.</param>
/// <param name="To">Last month, or none.</param>
internal sealed record PeriodBounds(Calendar? Calendar, int? From, int? To)
{
    private const int FiscalStart = 3;

    /// <summary>Bounds as they are written: a year or a month.</summary>
    /// <param name="calendar">Calendar of the years; with a bound and without a calendar, calendar years are meant.</param>
    /// <param name="from">First year or month, or none.</param>
    /// <param name="to">Last year or month, or none.</param>
    public static PeriodBounds Of(Calendar? calendar, string? from, string? to)
    {
        Calendar? counted = calendar ?? (from is null && to is null ? null : Api.Calendar.Cy);
        return new PeriodBounds(counted, from is null ? null : First(from, counted), to is null ? null : Last(to, counted));
    }

    /// <summary>True when the whole of a period lies between the bounds and is counted by the calendar.</summary>
    public bool Admits(Period? period)
    {
        if (Calendar is null)
        {
            return true;
        }

        if (period is null || period is FiscalYear != (Calendar == Api.Calendar.Fy))
        {
            return false;
        }

        (int first, int last) = Months(period);
        return (From is not { } from || first >= from) && (To is not { } to || last <= to);
    }

    private static (int First, int Last) Months(Period period) => period switch
    {
        CalendarYear year => (January(year.Year), January(year.Year) + 11),
        FiscalYear year => (January(year.Year) + FiscalStart, January(year.Year) + FiscalStart + 11),
        Month month => (month.Ordinal, month.Ordinal),
        MonthSpan span => (span.From.Ordinal, span.To.Ordinal),
        YearSpan span => (January(span.From.Year), January(span.To.Year) + 11),
        AsOfEdition edition => (January(edition.Edition), January(edition.Edition) + 11),
        _ => throw new NotSupportedException($"There is no rule for the months of {period.GetType().Name}."),
    };

    private static int First(string written, Calendar? calendar) => January(Year(written)) + (MonthOf(written) is { } month ? month - 1 : Start(calendar));

    private static int Last(string written, Calendar? calendar) => January(Year(written)) + (MonthOf(written) is { } month ? month - 1 : Start(calendar) + 11);

    private static int Start(Calendar? calendar) => calendar == Api.Calendar.Fy ? FiscalStart : 0;

    private static int January(int year) => year * 12;

    private static int Year(string written) => int.Parse(written.AsSpan(0, 4), CultureInfo.InvariantCulture);

    private static int? MonthOf(string written) => written.Length > 4 ? int.Parse(written.AsSpan(5, 2), CultureInfo.InvariantCulture) : null;
}
