using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Periods and dates in words.</summary>
public static class PeriodText
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] LongMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>A period: 2024年, 2018年度, 2020年11月〜2025年11月, 2026年版; 2024, FY2018, Nov 2020–Nov 2025, 2026 edition.</summary>
    public static string Of(Period period, Language language) => (period, language) switch
    {
        (CalendarYear year, Language.Japanese) => Text($"{year.Year}年"),
        (CalendarYear year, _) => Text($"{year.Year}"),
        (FiscalYear year, Language.Japanese) => Text($"{year.Year}年度"),
        (FiscalYear year, _) => Text($"FY{year.Year}"),
        (Month month, Language.Japanese) => Text($"{month.Year}年{month.Number}月"),
        (Month month, _) => Text($"{Months[month.Number - 1]} {month.Year}"),
        (MonthSpan span, Language.Japanese) => Of(span.From, language) + "〜" + Of(span.To, language),
        (MonthSpan span, _) => Of(span.From, language) + "–" + Of(span.To, language),
        (YearSpan span, Language.Japanese) => Text($"{span.From.Year}〜{span.To.Year}年"),
        (YearSpan span, _) => Text($"{span.From.Year}–{span.To.Year}"),
        (AsOfEdition edition, Language.Japanese) => Text($"{edition.Edition}年版"),
        (AsOfEdition edition, _) => Text($"{edition.Edition} edition"),
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, "A period without words."),
    };

    /// <summary>From one period to another: 2013〜2024年; 2013–2024.</summary>
    public static string Between(Period first, Period last, Language language) => (first, last) switch
    {
        (CalendarYear from, CalendarYear to) => Of(new YearSpan(from, to), language),
        (Month from, Month to) => Of(new MonthSpan(from, to), language),
        _ => Words.Range.In(language, Of(first, language), Of(last, language)),
    };

    /// <summary>A day: 2026年11月22日; 22 November 2026.</summary>
    public static string Of(DateOnly day, Language language) => language == Language.Japanese
        ? Text($"{day.Year}年{day.Month}月{day.Day}日")
        : Text($"{day.Day} {LongMonths[day.Month - 1]} {day.Year}");

    /// <summary>A quarter of a calendar year: 2026年第4四半期; Q4 2026.</summary>
    public static string Of(Quarter quarter, Language language) => language == Language.Japanese
        ? Text($"{quarter.Year}年第{quarter.Number}四半期")
        : Text($"Q{quarter.Number} {quarter.Year}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
