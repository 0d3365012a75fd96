using System.Security.Cryptography;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>Hashes what passes and compares at the end, so that bytes are read once and never held whole.</summary>
internal sealed class VerifyingStream(Stream inner, string expected) : ForwardStream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool checkedAtEnd;

    public override int Read(Span<byte> buffer) => Passed(buffer, inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        return Passed(buffer.Span, count);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Passed(ReadOnlySpan<byte> buffer, int count)
    {
        if (count > 0) hash.AppendData(buffer[..count]);
        else if (buffer.Length > 0 && !checkedAtEnd)
        {
            checkedAtEnd = true;
            var found = Convert.ToHexStringLower(hash.GetHashAndReset());
            if (found != expected)
                throw new CorruptContentException(
                    new Fault(
                        "container snapshots",
                        expected,
                        "bytes with this sha-256",
                        $"sha-256 {found}",
                        "restore the blob from the account's backup"));
        }

        return count;
    }
}
