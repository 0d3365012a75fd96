using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources.PinkSheet;

/// <summary>
/// World Bank Commodity Price Data ("The Pink Sheet"), monthly nominal prices. Reads the nine metals under watch that are traded on an
/// exchange; iron ore and everything else is out of scope, and minor metals are not in this source.
/// </summary>
public sealed partial class PinkSheetReader : SourceReader
{
    private const string PriceSheet = "Monthly Prices";

    private static readonly SourceLicence Terms = Licences.Read("PinkSheet", "pink-sheet");

    /// <inheritdoc/>
    public override string Source => "pink-sheet";

    /// <inheritdoc/>
    public override string Version => "1";

    /// <inheritdoc/>
    public override SourceLicence Licence => Terms;

    /// <inheritdoc/>
    public override bool Recognises(SourceFile file) =>
        FileGuard.Check(file) == FileKind.Workbook && Workbook.SheetNames(file).Contains(PriceSheet, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override ReadResult Read(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        IReadOnlyList<Sheet> sheets = Workbook.Read(file, name => name == PriceSheet);
        Sheet sheet = sheets.Count == 1 ? sheets[0] : throw Drift(file, "sheets", $"a sheet '{PriceSheet}'", "none");
        int first = FirstDataRow(file, sheet);
        IReadOnlyList<PriceColumn> columns = PriceColumns.Find(file.Name, sheet, first);
        List<Observation> observations = [];
        List<QuarantinedRow> quarantined = [];
        Month? from = null;
        Month? last = null;
        long rows = 0;
        for (int row = first; row <= sheet.Rows.Count; row++)
        {
            if (sheet.Text(row, 0).Length == 0)
            {
                continue;
            }

            rows++;
            if (MonthOf(sheet.Text(row, 0)) is not { } month || (last is not null && month.Ordinal <= last.Ordinal))
            {
                quarantined.Add(Quarantine(
                    "month", "A", last is null ? "a month such as 1960M01" : "a month after " + last.Code, sheet.Text(row, 0)));
                continue;
            }

            last = month;
            from ??= month;
            foreach (PriceColumn column in columns)
            {
                if (Price(sheet, row, column.Index) is { } price)
                {
                    observations.Add(new PriceObservation(
                        Source, month, Cell(column.Name), column.Mineral, column.Series, null, price, column.Unit));
                }
                else
                {
                    quarantined.Add(Quarantine("price", column.Name, "a number above 0, … or nothing", sheet.Text(row, column.Index)));
                }
            }

            SourceCell Cell(string column) => new(file.Snapshot, file.Name, sheet.Name, row, column);
            QuarantinedRow Quarantine(string rule, string column, string expected, string found) =>
                new(rule, Cell(column), expected, ReadableText.Of(found), sheet.Line(row));
        }

        DateOnly? updated = Updated(sheet, first);
        string range = Invariant($"{from!.Year}M{from.Number:D2}-{last!.Year}M{last.Number:D2}");
        return new ReadResult(
            Source, updated is { } day ? Invariant($"{range}, updated {day:yyyy-MM-dd}") : range, "monthly prices, workbook", rows,
            observations, quarantined)
        {
            PublishedOn = updated,
        };
    }

    /// <summary>The whole workbook: it is small, and a sheet cannot be cut byte for byte.</summary>
    public override ReadOnlyMemory<byte>? Cut(SourceFile file) => file?.Bytes;

    private static int FirstDataRow(SourceFile file, Sheet sheet)
    {
        // Name, unit and code stand in the three rows above the first month.
        for (int row = 4; row <= sheet.Rows.Count; row++)
        {
            if (MonthOf(sheet.Text(row, 0)) is not null)
            {
                return row;
            }
        }

        throw Drift(file, $"sheet {sheet.Name}, column A", "a month such as 1960M01, three rows or more below the top", "none");
    }

    /// <summary>A price, "not collected" for the publisher's marks, or none for anything else: prices are above 0.</summary>
    private static PublishedValue? Price(Sheet sheet, int row, int column) => sheet.Cell(row, column) switch
    {
        double number when number > 0 => PublishedValue.Reported(number, sheet.Text(row, column)),
        null => PublishedValue.NotCollected(string.Empty),
        string text when text.Trim() is "" or "…" or "..." => PublishedValue.NotCollected(text.Trim()),
        _ => null,
    };

    private static Month? MonthOf(string text) => MonthForm().Match(text) is { Success: true } form
        ? new Month(int.Parse(form.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
            int.Parse(form.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
        : null;

    private static DateOnly? Updated(Sheet sheet, int firstDataRow)
    {
        for (int row = 1; row < firstDataRow; row++)
        {
            if (DateOnly.TryParseExact(
                sheet.Text(row, 0), "'Updated on 'MMMM dd, yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                return day;
            }
        }

        return null;
    }

    private static LayoutDriftException Drift(SourceFile file, string place, string expected, string found) => new(new Fault(
        file.Name, place, expected, found,
        "take the workbook from the publisher as it is; when the layout has changed, add the new one to the reader"));

    [GeneratedRegex("^([0-9]{4})M(0[1-9]|1[0-2])$")]
    private static partial Regex MonthForm();
}
