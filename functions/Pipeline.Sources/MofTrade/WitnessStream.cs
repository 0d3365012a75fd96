using System.Security.Cryptography;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources.MofTrade;

/// <summary>
/// Passes bytes on and, in the same pass, hashes them, checks that they are ASCII and remembers the last of them, so that a file of
/// any size is read once and never held.
/// </summary>
internal sealed class WitnessStream(Stream inner, ReadOnlyMemory<byte> head, string name) : ForwardStream
{
    /// <summary>More than the longest line of the source (about 400 bytes).</summary>
    private const int TailLength = 4096;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] tail = new byte[TailLength];
    private ReadOnlyMemory<byte> pending = head;
    private int tailUsed;

    /// <summary>Bytes passed on so far.</summary>
    public long Count { get; private set; }

    /// <summary>SHA-256 of all bytes, once they were read to the end.</summary>
    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    /// <summary>Last bytes that were passed on.</summary>
    public ReadOnlyMemory<byte> Tail => tail.AsMemory(0, tailUsed);

    public override int Read(Span<byte> buffer)
    {
        int length = Math.Min(pending.Length, buffer.Length);
        if (length > 0)
        {
            pending.Span[..length].CopyTo(buffer);
            pending = pending[length..];
        }
        else
        {
            length = inner.Read(buffer);
        }

        Witness(buffer[..length]);
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Witness(ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(bytes);
        ReadOnlySpan<byte> text = Count == 0 && bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        int foreign = text.IndexOfAnyExceptInRange((byte)0, (byte)127);
        if (foreign >= 0)
        {
            throw new UnreadableFileException(new Fault(
                name, Invariant($"byte {Count + bytes.Length - text.Length + foreign}"), "ASCII text, as the publisher writes it",
                "text in another encoding: " + ReadableText.Of(text[foreign..]), "save it as UTF-8, or fetch the publisher's own file"));
        }

        Count += bytes.Length;
        int kept = Math.Min(tailUsed, Math.Max(0, TailLength - bytes.Length));
        tail.AsSpan(tailUsed - kept, kept).CopyTo(tail);
        ReadOnlySpan<byte> last = bytes[^Math.Min(bytes.Length, TailLength)..];
        last.CopyTo(tail.AsSpan(kept));
        tailUsed = kept + last.Length;
    }
}
