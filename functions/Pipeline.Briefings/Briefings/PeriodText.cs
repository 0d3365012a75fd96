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

    /// <summary>A day: 2026年11月22日; 22 November 2026.</summary>
    public static string Of(DateOnly day, Language language) => language == Language.Japanese
        ? Text($"{day.Year}年{day.Month}月{day.Day}日")
        : Text($"{day.Day} {LongMonths[day.Month - 1]} {day.Year}");

    /// <summary>A quarter of a calendar year: 2026年第4四半期; fourth quarter of 2026.</summary>
    /// <param name="quarter">Text form, as <c>2026Q4</c>.</param>
    /// <param name="language">Language of the words.</param>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static string OfQuarter(string quarter, Language language)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        if (quarter.Length != 6 || quarter[4] != 'Q' || quarter[5] is < '1' or > '4' || !quarter.AsSpan(0, 4).ContainsOnlyDigits())
            throw new FormatException($"'{quarter}' is not a quarter. Expected a year and a quarter, for example 2026Q4.");
        return language == Language.Japanese ? $"{quarter[..4]}年第{quarter[5]}四半期" : $"Q{quarter[5]} {quarter[..4]}";
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
