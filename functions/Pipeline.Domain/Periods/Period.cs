using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Domain;

/// <summary>
/// The time a figure speaks of. Calendar years, fiscal years, months, windows of months and "as of an edition" are different types,
/// so that a fiscal year can never be mixed with a calendar year. The text form is also the form in CSV, JSON and file names.
/// </summary>
public abstract partial record Period
{
    /// <summary>Text form: <c>CY2024</c>, <c>FY2018</c>, <c>2025-11</c>, <c>2020-11/2025-11</c>, <c>CY2015/CY2024</c> or <c>as of 2026</c>.</summary>
    public abstract string Code { get; }

    /// <summary>Last calendar year the period touches, for ordering.</summary>
    public abstract int EndYear { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => Code;

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">The text is none of the forms of <see cref="Code"/>.</exception>
    public static Period Parse(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.StartsWith("as of ", StringComparison.Ordinal) && TryYear(code[6..], out int edition))
        {
            return new AsOfEdition(edition);
        }

        if (code.Split('/') is [string first, string last])
        {
            return (Parse(first), Parse(last)) switch
            {
                (Month from, Month to) => new MonthSpan(from, to),
                (CalendarYear from, CalendarYear to) => new YearSpan(from, to),
                _ => throw NotAPeriod(code),
            };
        }

        if (code.StartsWith("CY", StringComparison.Ordinal) && TryYear(code[2..], out int calendarYear))
        {
            return new CalendarYear(calendarYear);
        }

        if (code.StartsWith("FY", StringComparison.Ordinal) && TryYear(code[2..], out int fiscalYear))
        {
            return new FiscalYear(fiscalYear);
        }

        return MonthForm().IsMatch(code)
            ? new Month(int.Parse(code.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(code.AsSpan(5, 2), CultureInfo.InvariantCulture))
            : throw NotAPeriod(code);
    }

    private static bool TryYear(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && text.Length == 4;

    private static FormatException NotAPeriod(string code) =>
        new($"'{code}' is not a period. Expected CY2024, FY2018, 2025-11, 2020-11/2025-11, CY2015/CY2024 or 'as of 2026'.");

    [GeneratedRegex("^[0-9]{4}-(0[1-9]|1[0-2])$")]
    private static partial Regex MonthForm();
}

/// <summary>暦年: January to December.</summary>
public sealed record CalendarYear(int Year) : Period
{
    /// <inheritdoc/>
    public override string Code => string.Create(CultureInfo.InvariantCulture, $"CY{Year:D4}");

    /// <inheritdoc/>
    public override int EndYear => Year;
}

/// <summary>年度: April of the named year to March of the next.</summary>
public sealed record FiscalYear(int Year) : Period
{
    /// <inheritdoc/>
    public override string Code => string.Create(CultureInfo.InvariantCulture, $"FY{Year:D4}");

    /// <inheritdoc/>
    public override int EndYear => checked(Year + 1);
}

/// <summary>One calendar month.</summary>
public sealed record Month(int Year, int Number) : Period
{
    /// <inheritdoc/>
    public override string Code => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Number:D2}");

    /// <inheritdoc/>
    public override int EndYear => Year;

    /// <summary>Months since year 0, so that neighbours differ by 1.</summary>
    public int Ordinal => checked((Year * 12) + Number - 1);
}

/// <summary>A window of months, both ends included.</summary>
public sealed record MonthSpan(Month From, Month To) : Period
{
    /// <inheritdoc/>
    public override string Code => $"{From.Code}/{To.Code}";

    /// <inheritdoc/>
    public override int EndYear => To.Year;
}

/// <summary>A window of calendar years, both ends included.</summary>
public sealed record YearSpan(CalendarYear From, CalendarYear To) : Period
{
    /// <inheritdoc/>
    public override string Code => $"{From.Code}/{To.Code}";

    /// <inheritdoc/>
    public override int EndYear => To.Year;
}

/// <summary>A stock figure as of a publisher's edition, for example reserves of the 2026 edition.</summary>
public sealed record AsOfEdition(int Edition) : Period
{
    /// <inheritdoc/>
    public override string Code => string.Create(CultureInfo.InvariantCulture, $"as of {Edition:D4}");

    /// <inheritdoc/>
    public override int EndYear => Edition;
}
