using CsvHelper;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources.MofTrade;

/// <summary>Goes through the rows of one file once; keeps what is mapped and looks at nothing else but code and field count.</summary>
internal sealed class TradeRows
{
    /// <summary>
    /// Bad rows that may be set aside one by one. More of them are no single bad rows: the file has another form, and as a whole it
    /// is refused, so that memory stays flat and nobody works on a fragment.
    /// </summary>
    internal const int MostQuarantined = 100;

    private readonly string file;
    private readonly CsvReader reader;
    private readonly TradeLayout layout;
    private readonly TradeRow row;
    private readonly List<KeptRow> kept = [];
    private readonly List<SetAside> aside = [];
    private long read;
    private long outOfScope;

    private TradeRows(string file, CsvReader reader)
    {
        this.file = file;
        this.reader = reader;
        layout = TradeLayout.Of(file, reader.Headers);
        row = new TradeRow(file, layout);
    }

    /// <summary>How the publisher's text is cut into fields. The apostrophes around codes are no quotes: they stay part of the
    /// field.</summary>
    /// <param name="bufferSize">Bytes read at a time.</param>
    public static CsvReaderOptions Options(int bufferSize = 1 << 20) => new()
    {
        Separator = ',',
        Mode = CsvMode.NoEscape,
        SkipEmptyLines = false,
        BufferSize = bufferSize,
        MaxRecordSize = 1 << 16,
    };

    /// <summary>Reads all rows.</summary>
    /// <param name="file">File name for messages and cells.</param>
    /// <param name="reader">Reader before the header.</param>
    /// <param name="lastLine">Gives, after the last row, the last line if it lacks its line end, else nothing.</param>
    public static TradeRows Read(string file, CsvReader reader, Func<ReadOnlyMemory<byte>> lastLine)
    {
        try
        {
            reader.ReadHeader();
            TradeRows rows = new(file, reader);
            rows.ReadAll(lastLine);
            return rows;
        }
        catch (CsvFormatException fault)
        {
            throw new LayoutDriftException(
                new Fault(file, Invariant($"byte {fault.ByteOffset}"), "lines of text", ReadableText.Of(fault.Message),
                    "take the file from the publisher again"), fault);
        }
    }

    /// <summary>Makes the typed result once the hash of the bytes is known.</summary>
    public ReadResult Result(string source, string snapshot)
    {
        Period period = new CalendarYear(row.Year);
        List<Observation> observations = new(kept.Count);
        foreach (KeptRow one in kept)
        {
            observations.Add(new TradeObservation(
                source, period, new SourceCell(snapshot, file, null, one.Line, one.QuantityColumn), one.Flow, one.Code, one.Origin,
                one.Unit is null ? null : one.Quantity, one.Unit?.Code, one.Quantity / one.Unit?.PerTonne, one.Value,
                TradeRow.ValueColumn));
        }

        return new ReadResult(source, Invariant($"{row.Year} ({layout.Table})"), layout.Name, read, observations,
            [.. aside.Select(one =>
                new QuarantinedRow(one.Rule, new SourceCell(snapshot, file, null, one.Line, one.Column), one.Expected, one.Found,
                    one.Row))])
        {
            RowsOutOfScope = outOfScope,
            PublishedOn = PublicationCalendar.ConfirmedTrade(row.Year),
        };
    }

    private void ReadAll(Func<ReadOnlyMemory<byte>> lastLine)
    {
        int code = layout.IndexOf("HS");
        int columns = layout.Count;
        while (reader.Read())
        {
            if (reader.FieldCount != columns)
            {
                RefuseFieldCount(lastLine);
                break;
            }

            read++;
            if (read == 1)
            {
                row.TakeYear(reader);
            }

            switch (TradeCodeFilter.Look(reader.GetSpan(code)))
            {
                case TradeCodeFilter.Verdict.OutOfScope:
                    outOfScope++;
                    break;
                case TradeCodeFilter.Verdict.Keep:
                    Keep();
                    break;
                default:
                    SetAside(new BadField(
                        "trade-code", "HS", "nine digits, or a confidential code such as 28XXXXXXA, between apostrophes",
                        ReadableText.Of(reader.GetSpan(code))));
                    break;
            }
        }

        if (read == 0)
        {
            throw FileGuard.CutOff(file, 1, "data rows below the header", "none");
        }

        row.CheckLastLine(lastLine().Span, Line(read));
    }

    private void Keep()
    {
        if (row.Parse(reader, Line(reader.RowNumber), out KeptRow one) is { } bad)
        {
            SetAside(bad);
        }
        else
        {
            kept.Add(one);
        }
    }

    private void SetAside(BadField bad)
    {
        aside.Add(new SetAside(
            bad.Rule, Line(reader.RowNumber), bad.Column, bad.Expected, bad.Found, System.Text.Encoding.UTF8.GetString(reader.RawRecord)));
        if (aside.Count > MostQuarantined)
        {
            throw new LayoutDriftException(new Fault(
                file, Invariant($"line {Line(reader.RowNumber)}, column {bad.Column}"), bad.Expected,
                Invariant($"{bad.Found}, and {MostQuarantined} bad rows before it"),
                "check that the file is the publisher's own and unchanged"));
        }
    }

    /// <summary>Refuses the file for a row with another number of fields; lets only blank lines at the very end pass.</summary>
    private void RefuseFieldCount(Func<ReadOnlyMemory<byte>> lastLine)
    {
        int line = Line(reader.RowNumber);
        int found = reader.FieldCount;
        string text = ReadableText.Of(reader.RawRecord);
        bool blank = reader.RawRecord.IsEmpty;
        bool more = false;
        while (reader.Read())
        {
            more |= !reader.RawRecord.IsEmpty;
        }

        if (blank && !more)
        {
            return;
        }

        string expected = Invariant($"{layout.Count} fields");
        throw !more && found < layout.Count && !lastLine().IsEmpty
            ? FileGuard.CutOff(file, line, expected, Invariant($"{found} fields: {text}"))
            : new LayoutDriftException(new Fault(
                file, Invariant($"line {line}"), expected, Invariant($"{found} fields: {text}"),
                "take the file from the publisher again; nothing of this one is used"));
    }

    /// <summary>Line of the file: every record is one line, and the header is the first.</summary>
    private static int Line(long record) => checked((int)(record + 1));
}

/// <summary>One mapped row before the hash of its file is known.</summary>
internal readonly record struct KeptRow(
    int Line, TradeFlow Flow, string Code, TradeOrigin? Origin, double Quantity, TradeUnit? Unit, string QuantityColumn, double Value);

/// <summary>A field that broke a rule.</summary>
internal sealed record BadField(string Rule, string Column, string Expected, string Found);

/// <summary>A row that was set aside before the hash of its file is known.</summary>
internal sealed record SetAside(string Rule, int Line, string Column, string Expected, string Found, string Row);
