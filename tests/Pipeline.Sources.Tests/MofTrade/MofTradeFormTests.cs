using System.Security.Cryptography;
using System.Text;
using Pipeline.Domain;
using Pipeline.Sources.MofTrade;

namespace Pipeline.Sources.Tests.MofTrade;

/// <summary>What must not matter: line ends, the last line end, the order of rows, the size of the parts in which a stream comes.</summary>
public class MofTradeFormTests
{
    private const string Chile = "mof-trade/ik-100h2020i005.csv";

    private static readonly MofTradeReader Reader = new();

    [Fact]
    public void Line_ends_do_not_matter()
    {
        string text = PublisherFile.Text(Chile);
        IReadOnlyList<Observation> plain = Reader.Read(PublisherFile.FromText(text)).Observations;
        Assert.Equal(Facts(plain),
            Facts(Reader.Read(PublisherFile.FromText(text.Replace("\n", "\r\n", StringComparison.Ordinal))).Observations));
        Assert.Equal(Facts(plain), Facts(Reader.Read(PublisherFile.FromText(text.TrimEnd('\n'))).Observations));
        Assert.Equal(Facts(plain), Facts(Reader.Read(PublisherFile.FromText(text + "\n\r\n")).Observations));
        Assert.Equal(Facts(plain), Facts(Reader.Read(PublisherFile.FromText("\uFEFF" + text)).Observations));
    }

    [Fact]
    public void A_published_file_without_its_last_line_end_is_whole()
    {
        Assert.NotEqual((byte)'\n', PublisherFile.Bytes("mof-trade/d01h08i005.csv")[^1]);
        Assert.Equal(17, Reader.Read(PublisherFile.File("mof-trade/d01h08i005.csv")).RowsRead);
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        string[] lines = PublisherFile.Text(Chile).TrimEnd('\n').Split('\n');
        string turned = string.Join('\n', lines.Skip(1).Reverse().Prepend(lines[0])) + "\n";
        Assert.Equal(
            Facts(Reader.Read(PublisherFile.File(Chile)).Observations, rows: false).Order(StringComparer.Ordinal),
            Facts(Reader.Read(PublisherFile.FromText(turned)).Observations, rows: false).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    [InlineData(1_000_000)]
    public void A_stream_gives_the_same_result_and_the_hash_of_all_bytes(int part)
    {
        foreach (string path in new[] { Chile, "mof-trade/d01h08i005.csv", "mof-trade/ik-110h2024i001.csv" })
        {
            SourceFile file = PublisherFile.File(path);
            using DrippingStream stream = new(file.Bytes.ToArray(), part);
            StreamedFile streamed = Reader.ReadStream(stream, file.Name);
            ReadResult whole = Reader.Read(file);
            Assert.Equal((file.Snapshot, file.Bytes.Length), (streamed.Snapshot, streamed.Length));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span)), streamed.Result.Observations[0].Cell.Snapshot);
            Assert.Equal((whole.Edition, whole.Layout, whole.RowsRead, whole.RowsOutOfScope),
                (streamed.Result.Edition, streamed.Result.Layout, streamed.Result.RowsRead, streamed.Result.RowsOutOfScope));
            Assert.Equal(whole.Observations.Select(one => one.Cell), streamed.Result.Observations.Select(one => one.Cell));
            Assert.Equal(Facts(whole.Observations), Facts(streamed.Result.Observations));
        }
    }

    [Fact]
    public void A_stream_that_is_cut_or_foreign_is_refused_as_a_file_is()
    {
        byte[] bytes = PublisherFile.Bytes("mof-trade/d01h08i005.csv");
        Assert.Throws<UnreadableFileException>(() => ReadStream(bytes[..^1]));
        Assert.Throws<UnreadableFileException>(() => ReadStream(bytes[..^20]));
        Assert.Throws<UnreadableFileException>(() => ReadStream([]));
        Assert.Throws<UnreadableFileException>(() => ReadStream("<html>"u8.ToArray()));
        Assert.Throws<UnreadableFileException>(() => ReadStream([.. bytes, (byte)'\n', 0x96, 0x66]));
    }

    [Fact]
    public void A_cut_keeps_header_and_mapped_rows_byte_for_byte_and_cutting_it_again_changes_nothing()
    {
        SourceFile file = PublisherFile.File("mof-trade/ik-110h2024i001.csv");
        SourceFile cut = SourceFile.From(file.Name, Reader.Cut(file)!.Value);
        string[] lines = PublisherFile.Text("mof-trade/ik-110h2024i001.csv").Split('\n');
        string[] expected = [lines[0], .. lines.Where(line => line.Contains("'260300000'", StringComparison.Ordinal)
            || line.Contains("'25X", StringComparison.Ordinal) || line.Contains("'26X", StringComparison.Ordinal)
                || line.Contains("'28X", StringComparison.Ordinal))];
        Assert.Equal(string.Join('\n', expected) + "\n", Encoding.UTF8.GetString(cut.Bytes.Span));
        Assert.Equal(cut.Bytes.ToArray(), Reader.Cut(cut)!.Value.ToArray());
    }

    [Fact]
    public void A_file_without_mapped_rows_has_no_cut()
    {
        string[] lines = PublisherFile.Text("mof-trade/ik-110h2024i001.csv").Split('\n');
        Assert.Null(Reader.Cut(PublisherFile.FromText(lines[0] + "\n" + lines[1] + "\n")));
    }

    private static StreamedFile ReadStream(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        return Reader.ReadStream(stream, "file.csv");
    }

    private static IEnumerable<string> Facts(IEnumerable<Observation> observations, bool rows = true) =>
        observations.Cast<TradeObservation>()
        .Select(one => string.Join(
            ' ', rows ? one.Cell.Row : 0, one.Period, one.Flow, one.Code, one.Origin, one.Quantity, one.Unit, one.Weight,
            one.ValueThousandYen));

    /// <summary>A stream that gives at most so many bytes at a time, as a network does.</summary>
    private sealed class DrippingStream(byte[] bytes, int part) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, part)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, part));
    }
}
