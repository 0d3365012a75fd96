using CsvHelper;

namespace Pipeline.Sources.MofTrade;

/// <summary>
/// Trade Statistics of Japan (財務省 普通貿易統計), by country and totals, 1988 on. Keeps the rows whose code is mapped to a mineral,
/// and the confidential codes of the same chapters; refuses a file with a row of another length, an unknown unit or country.
/// </summary>
public sealed class MofTradeReader : SourceReader
{
    private static readonly SourceLicence Terms = Licences.Read("MofTrade", "mof-trade");

    /// <inheritdoc/>
    public override string Source => "mof-trade";

    /// <inheritdoc/>
    public override string Version => "1";

    /// <inheritdoc/>
    public override SourceLicence Licence => Terms;

    /// <summary>
    /// True when the first line holds the publisher's first and third column names. Stray letters before them are recognised too, so
    /// that the reader itself can say what is wrong with the header.
    /// </summary>
    public override bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ReadOnlySpan<byte> head = file.Bytes.Span[..Math.Min(file.Bytes.Length, FileGuard.HeadLength)];
        int end = head.IndexOfAny((byte)'\n', (byte)'\r');
        ReadOnlySpan<byte> first = end < 0 ? head : head[..end];
        return first.IndexOf("Exp or Imp"u8) >= 0 && first.IndexOf("HS"u8) >= 0;
    }

    /// <inheritdoc/>
    public override ReadResult Read(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        FileGuard.Check(file);
        FileGuard.RequireAscii(file.Name, file.Bytes.Span);
        using CsvReader reader = CsvReader.Create(file.Bytes, TradeRows.Options());
        return TradeRows.Read(file.Name, reader, () => LastLine(file.Bytes)).Result(Source, file.Snapshot);
    }

    /// <summary>Reads a file of any size in one pass that also hashes it; the bytes are not held.</summary>
    /// <param name="stream">The file from its start; need not be seekable.</param>
    /// <param name="name">File name without folder.</param>
    /// <exception cref="Pipeline.Domain.PipelineException">As for <see cref="Read(SourceFile)"/>.</exception>
    public StreamedFile ReadStream(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] head = new byte[FileGuard.HeadLength];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        FileGuard.CheckTextHead(name, head.AsSpan(0, length));
        using WitnessStream witness = new(stream, head.AsMemory(0, length), name);
        using CsvReader reader = CsvReader.Create(witness, TradeRows.Options(), leaveOpen: true);
        TradeRows rows = TradeRows.Read(name, reader, () => LastLine(witness.Tail));
        string snapshot = witness.Finish();
        return new StreamedFile(snapshot, witness.Count, rows.Result(Source, snapshot));
    }

    /// <summary>The header and the rows that <see cref="Read(SourceFile)"/> keeps, byte for byte.</summary>
    public override ReadOnlyMemory<byte>? Cut(SourceFile file)
    {
        ReadResult result = Read(file);
        if (result.Observations.Count == 0)
        {
            return null;
        }

        return TextCut.Lines(file.Bytes, [1, .. result.Observations.Select(observation => observation.Cell.Row)]);
    }

    /// <summary>The last line when it lacks its line end, else nothing.</summary>
    private static ReadOnlyMemory<byte> LastLine(ReadOnlyMemory<byte> bytes) =>
        bytes[(bytes.Span.LastIndexOfAny((byte)'\n', (byte)'\r') + 1)..];
}

/// <summary>A file that was read and hashed in one pass.</summary>
/// <param name="Snapshot">SHA-256 of the bytes, lower-case hexadecimal.</param>
/// <param name="Length">Bytes read.</param>
/// <param name="Result">What the reader made of it.</param>
public sealed record StreamedFile(string Snapshot, long Length, ReadResult Result);
