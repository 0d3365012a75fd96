using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Sources.Templates;

/// <summary>A day.</summary>
/// <inheritdoc cref="TemplateColumn{T}"/>
internal sealed class DateColumn(string name, Need need, Wording meaning) : TemplateColumn<DateOnly>(name, need, meaning)
{
    /// <inheritdoc/>
    public override Wording Form { get; } = new("日付（2026-04-01の形）", "a day such as 2026-04-01");

    /// <inheritdoc/>
    public override CellFinding Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? CellFinding.Of(day)
            : CellFinding.Broken("date");
}

/// <summary>Kinds of periods that a column takes.</summary>
[Flags]
internal enum PeriodForms
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>FY2018</c>.</summary>
    FiscalYear = 1,

    /// <summary><c>CY2019</c>.</summary>
    CalendarYear = 2,

    /// <summary><c>2025-11</c>.</summary>
    Month = 4,

    /// <summary><c>2018-11/2019-10</c>.</summary>
    MonthSpan = 8,

    /// <summary><c>CY2010/CY2018</c>.</summary>
    YearSpan = 16,

    /// <summary><c>as of 2026</c>.</summary>
    AsOfEdition = 32,
}

/// <summary>A period, of the kinds that the column takes.</summary>
/// <param name="name">Header name.</param>
/// <param name="need">Whether a cell may be empty.</param>
/// <param name="meaning">What the column says.</param>
/// <param name="forms">Kinds of periods it takes.</param>
internal sealed class PeriodColumn(string name, Need need, Wording meaning, PeriodForms forms) : TemplateColumn<Period>(name, need, meaning)
{
    private static readonly (PeriodForms Form, string Ja, string En)[] Words =
    [
        (PeriodForms.FiscalYear, "FY2018（年度）", "FY2018 (fiscal year, April to March)"),
        (PeriodForms.CalendarYear, "CY2019（暦年）", "CY2019 (calendar year)"),
        (PeriodForms.Month, "2025-11（月）", "2025-11 (month)"),
        (PeriodForms.MonthSpan, "2018-11/2019-10（月から月まで）", "2018-11/2019-10 (months)"),
        (PeriodForms.YearSpan, "CY2010/CY2018（暦年から暦年まで）", "CY2010/CY2018 (calendar years)"),
        (PeriodForms.AsOfEdition, "as of 2026（版の年）", "as of 2026 (an edition)"),
    ];

    /// <inheritdoc/>
    public override Wording Form { get; } = new(
        string.Join("、", Words.Where(form => forms.HasFlag(form.Form)).Select(form => form.Ja)),
        string.Join(", ", Words.Where(form => forms.HasFlag(form.Form)).Select(form => form.En)));

    /// <inheritdoc/>
    public override CellFinding Read(string text)
    {
        try
        {
            Period period = Period.Parse(text);
            return forms.HasFlag(FormOf(period)) && IsForward(period) ? CellFinding.Of(period) : CellFinding.Broken("period");
        }
        catch (FormatException)
        {
            return CellFinding.Broken("period");
        }
    }

    private static PeriodForms FormOf(Period period) => period switch
    {
        FiscalYear => PeriodForms.FiscalYear,
        CalendarYear => PeriodForms.CalendarYear,
        Month => PeriodForms.Month,
        MonthSpan => PeriodForms.MonthSpan,
        YearSpan => PeriodForms.YearSpan,
        _ => PeriodForms.AsOfEdition,
    };

    private static bool IsForward(Period period) => period switch
    {
        MonthSpan span => span.From.Ordinal <= span.To.Ordinal,
        YearSpan span => span.From.Year <= span.To.Year,
        _ => true,
    };
}
