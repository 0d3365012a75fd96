using System.Globalization;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources.Governance;

/// <summary>
/// The workbook (releases up to 2021): one sheet for each dimension; above the line <c>Country/Territory, Code, Estimate, …</c> the
/// year is repeated over the six measures of that year.
/// </summary>
internal static class WgiWorkbook
{
    private const string NameColumn = "Country/Territory";
    private const string EstimateColumn = "Estimate";

    private static readonly Dictionary<string, GovernanceDimension> Dimensions = new(StringComparer.Ordinal)
    {
        ["VoiceandAccountability"] = GovernanceDimension.VoiceAndAccountability,
        ["Political StabilityNoViolence"] = GovernanceDimension.PoliticalStability,
        ["GovernmentEffectiveness"] = GovernanceDimension.GovernmentEffectiveness,
        ["RegulatoryQuality"] = GovernanceDimension.RegulatoryQuality,
        ["RuleofLaw"] = GovernanceDimension.RuleOfLaw,
        ["ControlofCorruption"] = GovernanceDimension.ControlOfCorruption,
    };

    /// <summary>True when one of the publisher's sheets is there; a missing one is for the reader to name.</summary>
    public static bool Recognises(SourceFile file) => Workbook.SheetNames(file).Any(Dimensions.ContainsKey);

    /// <summary>Reads the file.</summary>
    public static ReadResult Read(SourceFile file, string source)
    {
        IReadOnlyList<Sheet> sheets = Workbook.Read(file, Dimensions.ContainsKey);
        foreach (string missing in Dimensions.Keys.Except(sheets.Select(sheet => sheet.Name), StringComparer.Ordinal))
        {
            throw new LayoutDriftException(new Fault(
                file.Name, "sheets", $"a sheet '{missing}'", string.Join(", ", sheets.Select(sheet => sheet.Name)),
                "take the workbook from the publisher as it is"));
        }

        List<Observation> observations = [];
        List<QuarantinedRow> quarantined = [];
        long rows = 0;
        int[]? years = null;
        foreach (Sheet sheet in sheets)
        {
            int header = HeaderRow(file, sheet);
            (int Column, CalendarYear Year)[] estimates = EstimateColumns(file, sheet, header);
            int[] sheetYears = [.. estimates.Select(estimate => estimate.Year.Year)];
            years ??= sheetYears;
            if (!years.SequenceEqual(sheetYears))
            {
                throw new LayoutDriftException(new Fault(
                    file.Name, Invariant($"sheet {sheet.Name}, row {header - 1}"), "the years of the other sheets: "
                        + string.Join(' ', years),
                    string.Join(' ', sheetYears), "take the workbook from the publisher as it is"));
            }

            rows += ReadSheet(new SheetContext(file, source, sheet, header, estimates, years[^1] + 1), observations, quarantined);
        }

        return new ReadResult(
            source, Invariant($"{years![^1] + 1} release, {years[0]}-{years[^1]}"), Invariant($"workbook, {sheets.Count} sheets"), rows,
            observations, quarantined)
        {
            PublishedOn = PublicationCalendar.GovernanceRelease(years[^1] + 1),
        };
    }

    private static int ReadSheet(SheetContext context, List<Observation> observations, List<QuarantinedRow> quarantined)
    {
        (SourceFile file, string source, Sheet sheet, int header, (int Column, CalendarYear Year)[] estimates, int release) = context;
        HashSet<string> seen = new(StringComparer.Ordinal);
        int rows = 0;
        for (int row = header + 1; row <= sheet.Rows.Count; row++)
        {
            string name = sheet.Text(row, 0);
            string code = sheet.Text(row, 1);
            if (name.Length == 0 && code.Length == 0)
            {
                continue;
            }

            rows++;
            string iso3 = Economies.Iso3(code, name, file.Name, Invariant($"sheet {sheet.Name}, row {row}, column Code"));
            if (!seen.Add(iso3))
            {
                quarantined.Add(Quarantine("duplicate", "Code", "one row for each economy", ReadableText.Of(code)));
                continue;
            }

            (string Text, int Year, PublishedValue? Value)[] cells =
                [.. estimates.Select(
                    estimate => (sheet.Text(row, estimate.Column), estimate.Year.Year, Estimates.Read(sheet.Text(row, estimate.Column))))];
            if (cells.FirstOrDefault(cell => cell.Value is null) is { Text: not null } bad)
            {
                quarantined.Add(Quarantine("number", Column(bad.Year), Estimates.Expected, ReadableText.Of(bad.Text)));
                continue;
            }

            observations.AddRange(cells.Select(cell => new GovernanceObservation(
                source, new CalendarYear(cell.Year), Cell(Column(cell.Year)), iso3, Dimensions[sheet.Name], cell.Value!, release)));

            SourceCell Cell(string column) => new(file.Snapshot, file.Name, sheet.Name, row, column);
            QuarantinedRow Quarantine(string rule, string column, string expected, string found) =>
                new(rule, Cell(column), expected, found, sheet.Line(row));
        }

        return rows;
    }

    private static string Column(int year) => Invariant($"{year} {EstimateColumn}");

    private static int HeaderRow(SourceFile file, Sheet sheet)
    {
        for (int row = 2; row <= sheet.Rows.Count; row++)
        {
            if (sheet.Text(row, 0) == NameColumn && sheet.Text(row, 1) == "Code")
            {
                return row;
            }
        }

        throw new LayoutDriftException(new Fault(
            file.Name, "sheet " + sheet.Name, $"a row that begins with '{NameColumn}' and 'Code'", "none",
            "take the workbook from the publisher as it is"));
    }

    private static (int Column, CalendarYear Year)[] EstimateColumns(SourceFile file, Sheet sheet, int header)
    {
        List<(int, CalendarYear)> found = [];
        for (int column = 2; column < sheet.Rows[header - 1].Length; column++)
        {
            if (sheet.Text(header, column) != EstimateColumn)
            {
                continue;
            }

            string year = sheet.Text(header - 1, column);
            if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number is < 1996 or > 2100)
            {
                throw new LayoutDriftException(new Fault(
                    file.Name, Invariant($"sheet {sheet.Name}, row {header - 1}, column {column + 1}"), "the year of the estimate below",
                    ReadableText.Of(year),
                    "take the workbook from the publisher as it is"));
            }

            found.Add((column, new CalendarYear(number)));
        }

        return found.Count > 0 ? [.. found] : throw new LayoutDriftException(new Fault(
            file.Name, Invariant($"sheet {sheet.Name}, row {header}"), $"columns '{EstimateColumn}'", "none",
            "take the workbook from the publisher as it is"));
    }

    private sealed record SheetContext(
        SourceFile File, string Source, Sheet Sheet, int Header, (int Column, CalendarYear Year)[] Estimates, int Release);
}
