using System.Text;
using CsvHelper;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources.MofTrade;

/// <summary>The rules for one mapped row. Text that repeats (codes, origins) is made once.</summary>
internal sealed class TradeRow
{
    /// <summary>Header name of the CIF value of the year.</summary>
    public const string ValueColumn = "Value-Year";

    private const int Months = 12;

    private static readonly string[] QuantityColumns = ["Quantity1-Year", "Quantity2-Year"];

    private readonly string file;
    private readonly int flow;
    private readonly int yearColumn;
    private readonly int code;
    private readonly int country;
    private readonly int unit1;
    private readonly int quantity1;
    private readonly int value;
    private readonly TradeOrigin?[] origins = new TradeOrigin?[1000];
    private readonly Dictionary<long, string> codes = [];
    private readonly HashSet<(long Code, int Country, TradeFlow Flow)> seen = [];
    private byte[] year = [];
    private bool monthsAddUp = true;

    /// <summary>The rules for the files of one layout.</summary>
    public TradeRow(string file, TradeLayout layout)
    {
        this.file = file;
        flow = layout.IndexOf(TradeLayout.FirstColumn);
        yearColumn = layout.IndexOf("Year");
        code = layout.IndexOf("HS");
        country = layout.IndexOf("Country");
        unit1 = layout.IndexOf("Unit1");
        quantity1 = layout.IndexOf(QuantityColumns[0]);
        value = layout.IndexOf(ValueColumn);
    }

    /// <summary>Calendar year of the file, from its first row.</summary>
    public int Year { get; private set; }

    /// <summary>Takes the year of the file from its first data row.</summary>
    /// <exception cref="LayoutDriftException">The field is no year.</exception>
    public void TakeYear(CsvReader reader)
    {
        ReadOnlySpan<byte> field = reader.GetSpan(yearColumn);
        if (field.Length != 4 || !TryWhole(field, out long number) || number < 1988)
        {
            throw new LayoutDriftException(new Fault(
                file, "line 2, column Year", "a calendar year from 1988", ReadableText.Of(field),
                "take the file from the publisher as it is"));
        }

        Year = (int)number;
        year = field.ToArray();
    }

    /// <summary>Reads the current row.</summary>
    /// <param name="reader">Reader on a row whose code is mapped.</param>
    /// <param name="line">Line of the file.</param>
    /// <param name="row">The row when it is good.</param>
    /// <returns>None, or the field for which the row must be set aside.</returns>
    /// <exception cref="UnknownCodeException">The country is not in the list of customs countries.</exception>
    /// <exception cref="UnitMismatchException">The unit is unknown.</exception>
    public BadField? Parse(CsvReader reader, int line, out KeptRow row)
    {
        row = default;
        TradeUnit? first = TradeUnit.Of(reader.GetSpan(unit1), file, line, "Unit1");
        TradeUnit? second = TradeUnit.Of(reader.GetSpan(unit1 + 1), file, line, "Unit2");
        TradeOrigin? origin = country < 0 ? null : Origin(reader.GetSpan(country), line);
        TradeFlow direction = reader.GetSpan(flow) switch { [(byte)'1'] => TradeFlow.Export, [(byte)'2'] => TradeFlow.Import, _ => 0 };
        if (direction == 0)
        {
            return new BadField("flow", TradeLayout.FirstColumn, "1 (export) or 2 (import)", ReadableText.Of(reader.GetSpan(flow)));
        }

        if (!reader.GetSpan(yearColumn).SequenceEqual(year))
        {
            return new BadField("year", "Year", Invariant($"{Year}, the year of the file"), ReadableText.Of(reader.GetSpan(yearColumn)));
        }

        if (!TryWhole(reader.GetSpan(quantity1), out long amount1))
        {
            return NotWhole(QuantityColumns[0], reader.GetSpan(quantity1));
        }

        if (!TryWhole(reader.GetSpan(quantity1 + 1), out long amount2))
        {
            return NotWhole(QuantityColumns[1], reader.GetSpan(quantity1 + 1));
        }

        if (!TryWhole(reader.GetSpan(value), out long yen))
        {
            return NotWhole(ValueColumn, reader.GetSpan(value));
        }

        if ((first is null && amount1 != 0) || (second is null && amount2 != 0))
        {
            return new BadField("unit", second is null && amount2 != 0 ? "Unit2" : "Unit1", "a unit for a quantity that is not 0", "blank");
        }

        (string text, long key) = Code(reader.GetSpan(code)[1..^1]);
        if (!seen.Add((key, origin is null ? 0 : OriginNumber(reader.GetSpan(country)), direction)))
        {
            return new BadField("duplicate", "HS", "one row for each code and country", text + " a second time");
        }

        monthsAddUp = monthsAddUp && SumOfMonths(reader) == yen;

        // Masses go first: where goods are also counted or measured, the mass is in quantity 2, rarely in quantity 1.
        bool useFirst = (first?.PerTonne is not null && second?.PerTonne is null) || (second is null && first is not null);
        row = new KeptRow(line, direction, text, origin, useFirst ? amount1 : amount2, useFirst ? first : second,
            QuantityColumns[useFirst ? 0 : 1], yen);
        return null;
    }

    /// <summary>
    /// Notices a file that was cut inside its last number, where the count of fields is still right. The publisher's months add up to
    /// the year; when they do so in every row that was read and not in a last line without line end, the line is not whole.
    /// </summary>
    /// <exception cref="UnreadableFileException">The last line is not whole.</exception>
    public void CheckLastLine(ReadOnlySpan<byte> lastLine, int line)
    {
        if (lastLine.IsEmpty || !monthsAddUp)
        {
            return;
        }

        long sum = 0;
        long total = -1;
        bool whole = true;
        int column = 0;
        foreach (Range range in lastLine.Split((byte)','))
        {
            if (column >= value && (column - value) % 3 == 0)
            {
                whole &= TryWhole(lastLine[range], out long number);
                (total, sum) = column == value ? (number, 0) : (total, sum + number);
            }

            column++;
        }

        if (!whole || sum != total)
        {
            throw FileGuard.CutOff(
                file, line, "months that add up to the year, as in the rows before",
                ReadableText.Of(lastLine[^Math.Min(lastLine.Length, 30)..]));
        }
    }

    private long SumOfMonths(CsvReader reader)
    {
        long sum = 0;
        for (int month = 1; month <= Months; month++)
        {
            if (!TryWhole(reader.GetSpan(value + (3 * month)), out long number))
            {
                return -1;
            }

            sum += number;
        }

        return sum;
    }

    private (string Text, long Key) Code(ReadOnlySpan<byte> nine)
    {
        long key = 0;
        foreach (byte character in nine)
        {
            key = (key << 6) | (uint)(character - '0');
        }

        if (!codes.TryGetValue(key, out string? text))
        {
            codes.Add(key, text = Encoding.ASCII.GetString(nine));
        }

        return (text, key);
    }

    private TradeOrigin Origin(ReadOnlySpan<byte> field, int line)
    {
        int number = OriginNumber(field);
        if (number >= 0 && origins[number] is { } known)
        {
            return known;
        }

        CustomsCountry? found = number < 0 ? null : CountryCatalogue.FindCustoms(Encoding.ASCII.GetString(field));
        return found is not null ? origins[number] = new TradeOrigin(found.Code, found.Iso3) : throw new UnknownCodeException(
            "customs country", Encoding.UTF8.GetString(field), new Fault(
                file, Invariant($"line {line}, column Country"), "a three-digit code of the customs countries", ReadableText.Of(field),
                "look the code up in the publisher's list of countries and add it to customs-countries.csv"));
    }

    private static int OriginNumber(ReadOnlySpan<byte> field) => field.Length == 3 && TryWhole(field, out long number) ? (int)number : -1;

    private static BadField NotWhole(string column, ReadOnlySpan<byte> found) =>
        new("number", column, "a whole number of 0 or more", ReadableText.Of(found));

    /// <summary>Digits only, at most fifteen: every such number is exact as a double.</summary>
    private static bool TryWhole(ReadOnlySpan<byte> field, out long number)
    {
        number = 0;
        if (field.IsEmpty || field.Length > 15)
        {
            return false;
        }

        foreach (byte character in field)
        {
            int digit = character - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            number = (number * 10) + digit;
        }

        return true;
    }
}
