using System.Globalization;
using System.Text;
using CsvHelper;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources.Governance;

/// <summary>The DataBank text file (2023 release): one row for each economy and indicator, one column for each year, a comma at the
/// end.</summary>
internal static class WgiText
{
    private const string EstimateSuffix = ".EST";

    private static readonly string[] FirstColumns = ["Country Name", "Country Code", "Indicator Name", "Indicator Code"];

    private static readonly Dictionary<string, GovernanceDimension> Dimensions = new(StringComparer.Ordinal)
    {
        ["CC"] = GovernanceDimension.ControlOfCorruption,
        ["GE"] = GovernanceDimension.GovernmentEffectiveness,
        ["PV"] = GovernanceDimension.PoliticalStability,
        ["RL"] = GovernanceDimension.RuleOfLaw,
        ["RQ"] = GovernanceDimension.RegulatoryQuality,
        ["VA"] = GovernanceDimension.VoiceAndAccountability,
    };

    private static readonly string[] OtherSuffixes = [".STD.ERR", ".NO.SRC", ".PER.RNK", ".PER.RNK.LOWER", ".PER.RNK.UPPER"];

    /// <summary>True when the first line begins with the publisher's first two column names.</summary>
    public static bool Recognises(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, FileGuard.HeadLength)];
        int end = head.IndexOfAny((byte)'\n', (byte)'\r');
        string first = Encoding.UTF8.GetString(end < 0 ? head : head[..end]).Replace(
            "\"", string.Empty, StringComparison.Ordinal).TrimStart('\uFEFF');
        return first.StartsWith("Country Name,Country Code,Indicator Name,Indicator Code,", StringComparison.Ordinal);
    }

    /// <summary>Reads the file.</summary>
    public static ReadResult Read(SourceFile file, string source)
    {
        FileGuard.RequireUtf8(file.Name, file.Bytes.Span);
        using CsvReader reader = CsvReader.Create(
            file.Bytes, new CsvReaderOptions { Separator = ',', SkipEmptyLines = false, AllowLineBreaksInQuotes = false });
        reader.ReadHeader();
        IReadOnlyList<string> header = reader.Headers;
        (int Column, CalendarYear Year)[] years = Years(file.Name, header);
        int release = years[^1].Year.Year + 1;
        List<Observation> observations = [];
        List<QuarantinedRow> quarantined = [];
        HashSet<(string, GovernanceDimension)> seen = [];
        long rows = 0;
        long others = 0;
        while (reader.Read())
        {
            int line = checked((int)reader.RowNumber + 1);
            if (reader.FieldCount != header.Count)
            {
                throw FieldCount(file, reader, header.Count, line);
            }

            rows++;
            string iso3 = Economies.Iso3(
                reader.GetString(1), reader.GetString(0), file.Name, Invariant($"line {line}, column {FirstColumns[1]}"));
            if (Dimension(reader.GetString(3), file.Name, line) is not { } dimension)
            {
                others++;
                continue;
            }

            if (!seen.Add((iso3, dimension)))
            {
                quarantined.Add(Quarantine(
                    "duplicate", FirstColumns[3], "one row for each economy and indicator", ReadableText.Of(reader.GetString(3))));
                continue;
            }

            List<Observation> row = [];
            QuarantinedRow? bad = null;
            foreach ((int column, CalendarYear year) in years)
            {
                if (Estimates.Read(reader.GetString(column)) is not { } estimate)
                {
                    bad = Quarantine("number", header[column], Estimates.Expected, ReadableText.Of(reader.GetString(column)));
                    break;
                }

                row.Add(new GovernanceObservation(source, year, Cell(header[column]), iso3, dimension, estimate, release));
            }

            if (bad is null)
            {
                observations.AddRange(row);
            }
            else
            {
                quarantined.Add(bad);
            }

            SourceCell Cell(string column) => new(file.Snapshot, file.Name, null, line, column);
            QuarantinedRow Quarantine(string rule, string column, string expected, string found) =>
                new(rule, Cell(column), expected, found, Encoding.UTF8.GetString(reader.RawRecord));
        }

        if (rows == 0)
        {
            throw FileGuard.CutOff(file.Name, 1, "data rows below the header", "none");
        }

        return new ReadResult(
            source, Invariant($"{release} release, {years[0].Year.Year}-{years[^1].Year.Year}"),
            Invariant($"DataBank text, {header.Count} columns"), rows, observations, quarantined)
        {
            RowsOutOfScope = others,
            PublishedOn = PublicationCalendar.GovernanceRelease(release),
        };
    }

    private static (int Column, CalendarYear Year)[] Years(string file, IReadOnlyList<string> header)
    {
        for (int column = 0; column < header.Count; column++)
        {
            bool known = column < FirstColumns.Length ? header[column] == FirstColumns[column]
                : header[column].Length == 0 ? column == header.Count - 1
                : Year(header[column]) is { } year && (column == FirstColumns.Length || year > Year(header[column - 1]));
            if (!known)
            {
                throw new LayoutDriftException(new Fault(
                    file, Invariant($"line 1, column {column + 1}"),
                    column < FirstColumns.Length ? $"'{FirstColumns[column]}'"
                        : "a year later than the one before, or an empty last column",
                    ReadableText.Of(header[column]),
                    "take the file from the publisher as it is; when the layout has changed, add the new one to the reader"));
            }
        }

        (int, CalendarYear)[] years = [.. header.Index().Skip(FirstColumns.Length).Where(pair => pair.Item.Length > 0).Select(
            pair => (pair.Index, new CalendarYear(Year(pair.Item)!.Value)))];
        return years.Length > 0 ? years : throw new LayoutDriftException(new Fault(
            file, "line 1", "columns of years", "none", "take the file from the publisher as it is"));
    }

    private static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && year is >= 1996 and < 2100 ? year : null;

    /// <summary>The dimension of an estimate, or none for the other five measures of a dimension.</summary>
    private static GovernanceDimension? Dimension(string code, string file, int line)
    {
        int dot = code.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && Dimensions.TryGetValue(code[..dot], out GovernanceDimension dimension))
        {
            if (code[dot..] == EstimateSuffix)
            {
                return dimension;
            }

            if (OtherSuffixes.Contains(code[dot..], StringComparer.Ordinal))
            {
                return null;
            }
        }

        throw new UnknownCodeException("governance indicator", code, new Fault(
            file, Invariant($"line {line}, column {FirstColumns[3]}"), "a dimension (CC, GE, PV, RL, RQ, VA) with .EST or one of "
                + string.Join(' ', OtherSuffixes),
            ReadableText.Of(code), "find out what the publisher means by it and add it to the reader"));
    }

    private static PipelineException FieldCount(SourceFile file, CsvReader reader, int columns, int line)
    {
        string found = Invariant($"{reader.FieldCount} fields: {ReadableText.Of(reader.RawRecord)}");
        string expected = Invariant($"{columns} fields");
        bool few = reader.FieldCount < columns;
        return !reader.Read() && few && file.Bytes.Span[^1] is not ((byte)'\n' or (byte)'\r')
            ? FileGuard.CutOff(file.Name, line, expected, found)
            : new LayoutDriftException(new Fault(
                file.Name, Invariant($"line {line}"), expected, found,
                "take the file from the publisher again; nothing of this one is used"));
    }
}
