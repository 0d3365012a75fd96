using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Domain;
using Pipeline.Sources.Templates;
using Columns = Pipeline.Sources.DomesticSurvey.DomesticSurveyTemplate;

namespace Pipeline.Sources.DomesticSurvey;

/// <summary>
/// The table of published material-flow figures from which the starter feed is made, a row a figure:
/// <c>mineral_id,period,period_basis,quantity,value,unit,content_basis,definition_note,source,publisher,confidence</c>. Every row becomes a row of
/// the template, in the same order; what the template says otherwise is listed here, and anything else stops the conversion.
/// </summary>
internal static partial class MaterialFlowTable
{
    private static readonly string[] Header =
    [
        "mineral_id", "period", "period_basis", "quantity", "value", "unit", "content_basis", "definition_note", "source", "publisher", "confidence",
    ];

    /// <summary>Quantities of the table, and the code of the template.</summary>
    private static readonly Dictionary<string, string> Quantities = new(StringComparer.Ordinal)
    {
        ["domestic_demand"] = "domestic_demand",
        ["consumption"] = "consumption",
        ["equity_ore"] = "equity_ore",
        ["imported_metal_equity"] = "imported_metal",
        ["old_scrap"] = "old_scrap",
        ["smelter_residues"] = "smelter_residues",
        ["process_scrap"] = "process_scrap",
        ["secondary_production"] = "secondary_production",
        ["refined_production"] = "refined_production",
        ["imports"] = "imports",
        ["exports"] = "exports",
        ["stocks"] = "stocks",
        ["self_sufficiency_pct"] = "self_sufficiency",
    };

    /// <summary>True when the first line is the header of the table.</summary>
    public static bool Recognises(SourceFile file) =>
        FileGuard.Check(file) == FileKind.Text && TemplateText.HeaderOf(file.Bytes.Span).SequenceEqual(Header, StringComparer.Ordinal);

    /// <summary>The table as a filled template, under the same name.</summary>
    /// <exception cref="LayoutDriftException">A row has a period, unit or number of fields that the table is not known to have.</exception>
    /// <exception cref="UnknownCodeException">A row has an unknown quantity.</exception>
    public static SourceFile Convert(SourceFile file)
    {
        TemplateRecord[] rows = [.. TemplateText.Rows(file).Skip(1).Where(row => !row.IsBlank)];
        string knownFrom = KnownFrom(file, rows).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string text = TemplateText.Write(Columns.Template, rows.Select(row => Row(file, row, knownFrom)));
        return SourceFile.From(file.Name, Encoding.UTF8.GetBytes(text));
    }

    private static Dictionary<TemplateColumn, string> Row(SourceFile file, TemplateRecord row, string knownFrom)
    {
        if (row.Cells.Count != Header.Length)
        {
            throw Drift(file, row, "fields", string.Create(CultureInfo.InvariantCulture, $"{Header.Length} fields"), row.Line);
        }

        string id = Cell(row, "mineral_id");
        MineralPart? part = MineralPart.All.FirstOrDefault(one => one.Id == id);
        (string period, string? printed) = PeriodOf(file, row);
        (string value, string unit) = ValueOf(file, row);
        return new Dictionary<TemplateColumn, string>
        {
            [Columns.Template.Mark] = "1",
            [Columns.Mineral] = part?.Mineral ?? id,
            [Columns.Part] = part?.Id ?? string.Empty,
            [Columns.Period] = period,
            [Columns.PeriodAsPrinted] = printed ?? string.Empty,
            [Columns.Quantity] = Quantities.TryGetValue(Cell(row, "quantity"), out string? quantity) ? quantity : throw UnknownQuantity(file, row),
            [Columns.Value] = value,
            [Columns.Unit] = unit,
            [Columns.Basis] = Cell(row, "content_basis"),
            [Columns.Definition] = Cell(row, "definition_note"),
            [Columns.Citation] = Cell(row, "source"),
            [Columns.Publisher] = Cell(row, "publisher"),
            [Columns.Confidence] = Cell(row, "confidence"),
            [Columns.Template.KnownFrom] = knownFrom,
            [Columns.Template.Illustrative] = "no",
        };
    }

    /// <summary>
    /// A bare year, or one printed in other words, is taken as a calendar year with those words beside it; a change over several years as the
    /// last of them, because it bounds the figure of that year from below.
    /// </summary>
    private static (string Period, string? AsPrinted) PeriodOf(SourceFile file, TemplateRecord row)
    {
        string period = Cell(row, "period");
        string basis = Cell(row, "period_basis");
        return (basis, YearSpan().Match(period)) switch
        {
            ("FY" or "CY", _) when Year().IsMatch(period) => (basis + period, null),
            ("12 months" or "end of month", _) => (period, null),
            ("end of CY", _) when Year().IsMatch(period) => ("CY" + period, basis),
            ("not stated", { Success: true } span) => ("CY" + span.Groups["last"].Value, $"{period}, {basis}"),
            ("not stated", _) when Year().IsMatch(period) => ("CY" + period, basis),
            ({ } words, _) when Year().IsMatch(period) && words.StartsWith("as ", StringComparison.Ordinal) => ("CY" + period, basis),
            _ => throw Drift(file, row, "period_basis", "FY, CY, 12 months, end of CY, end of month, not stated, or 'as …'", $"{period} {basis}"),
        };
    }

    /// <summary>Two units of the table say that the figure is a lower bound: the template says so in the value.</summary>
    private static (string Value, string Unit) ValueOf(SourceFile file, TemplateRecord row) => Cell(row, "unit") switch
    {
        "t" => (Cell(row, "value"), "t"),
        "percent" => (Cell(row, "value"), "percent"),
        "percent, lower bound" => (">" + Cell(row, "value"), "percent"),
        "t change" => (">" + Cell(row, "value"), "t"),
        { } other => throw Drift(file, row, "unit", "t, percent, 'percent, lower bound' or 't change'", other),
    };

    /// <summary>The newest day that a document of the table bears: the table cannot have been known before. Few of its documents are dated.</summary>
    private static DateOnly KnownFrom(SourceFile file, TemplateRecord[] rows)
    {
        IEnumerable<DateOnly> editions = rows.SelectMany(row => Edition().Matches(Cell(row, "source")))
            .Select(match => PublicationCalendar.MineralSummaries(int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture))).OfType<DateOnly>();
        IEnumerable<DateOnly> days = rows.SelectMany(row => Day().Matches(Cell(row, "source")))
            .Select(match => DateOnly.ParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        DateOnly[] all = [.. editions.Concat(days)];
        return all.Length > 0 ? all.Max() : throw new LayoutDriftException(new Fault(
            file.Name, "column source", "a document with a day or an edition", "none", "name the edition or the day of at least one document"));
    }

    private static string Cell(TemplateRecord row, string column) => row[Array.IndexOf(Header, column)];

    private static LayoutDriftException Drift(SourceFile file, TemplateRecord row, string column, string expected, string found) => new(new Fault(
        file.Name, string.Create(CultureInfo.InvariantCulture, $"line {row.Row}, {column}"), expected, ReadableText.Of(found),
        "mend the row, or say in the conversion what it means in the template"));

    private static UnknownCodeException UnknownQuantity(SourceFile file, TemplateRecord row) => new("quantity", Cell(row, "quantity"), new Fault(
        file.Name, string.Create(CultureInfo.InvariantCulture, $"line {row.Row}, column quantity"), "one of " + string.Join(", ", Quantities.Keys),
        ReadableText.Of(Cell(row, "quantity")), "mend the row, or give the quantity a code of the template"));

    [GeneratedRegex("^[0-9]{4}$")]
    private static partial Regex Year();

    [GeneratedRegex("^[0-9]{4}-(?<last>[0-9]{4})$")]
    private static partial Regex YearSpan();

    [GeneratedRegex("Mineral Commodity Summaries (?<year>[0-9]{4})")]
    private static partial Regex Edition();

    [GeneratedRegex("(?<![0-9])(19|20)[0-9]{2}-(0[1-9]|1[0-2])-([0-2][0-9]|3[01])(?![0-9])")]
    private static partial Regex Day();
}
