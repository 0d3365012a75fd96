using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources;

/// <summary>Counts what passes and stops at a limit, so that nobody who reads on finds out too late.</summary>
internal sealed class MeteredStream(Stream inner, long limit, Func<string, Exception> tooMuch) : ForwardStream
{
    /// <summary>Bytes that have passed.</summary>
    public long Passed { get; private set; }

    /// <summary>The last four bytes that have passed as a number, lowest byte first.</summary>
    public uint Tail { get; private set; }

    public override int Read(Span<byte> buffer) => Count(buffer, inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await inner.ReadAsync(buffer, cancellationToken);
        return Count(buffer.Span, read);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(ReadOnlySpan<byte> buffer, int read)
    {
        Passed += read;
        foreach (byte last in buffer[Math.Max(0, read - sizeof(uint))..read])
        {
            Tail = Tail >> 8 | (uint)last << 24;
        }

        return Passed <= limit ? read : throw tooMuch(Invariant($"more than {limit} bytes"));
    }
}
