using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources;

/// <summary>Takes the body of an answer: hashed on its way into a shared buffer, never larger than allowed, and whole.</summary>
internal static class AnswerBody
{
    /// <summary>The buffer starts small whatever length is announced: an announcement costs its sender nothing.</summary>
    private const int FirstBuffer = 256 * 1024;

    /// <summary>Reads the body to its end.</summary>
    /// <param name="answer">Answer with status 200.</param>
    /// <param name="asked">Target, for messages.</param>
    /// <param name="largest">Most bytes, before and after unpacking.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="PublisherAnswerException">It is too large, packed in a way that was not asked for, damaged or cut off.</exception>
    public static async Task<Delivered> TakeAsync(HttpResponseMessage answer, PullTarget asked, long largest, CancellationToken cancellation)
    {
        long? announced = answer.Content.Headers.ContentLength;
        if (announced > largest)
        {
            throw TooLarge(asked, largest, Invariant($"{announced} bytes announced"));
        }

        await using MeteredStream sent = new(await answer.Content.ReadAsStreamAsync(cancellation), largest, found => TooLarge(asked, largest, found));
        await using Stream body = Unpacked(sent, answer, asked);
        Delivered delivered;
        try
        {
            delivered = await BufferAsync(body, asked, largest, Validators(answer), cancellation);
            if (body is GZipStream)
            {
                RequireWhole(delivered, sent.Tail);
            }
        }
        catch (InvalidDataException damaged)
        {
            throw new PublisherAnswerException(new Fault(
                ShownAddress.Of(asked.Address), Invariant($"body, after {sent.Passed} bytes"), "a whole gzip stream", "a damaged or cut-off one",
                "fetch the file by hand and compare; the next pull asks again"), damaged);
        }

        if (announced is not null && announced != sent.Passed)
        {
            delivered.Dispose();
            throw new PublisherAnswerException(new Fault(
                ShownAddress.Of(asked.Address), "end of the body", Invariant($"{announced} bytes, as announced"), Invariant($"{sent.Passed} bytes"),
                "the next pull asks again; if it stays so, tell the publisher"));
        }

        return delivered;
    }

    /// <summary>Packing was not asked for; a server that packs all the same is understood, within the same limit.</summary>
    private static Stream Unpacked(Stream sent, HttpResponseMessage answer, PullTarget asked)
    {
        string[] packings = [.. answer.Content.Headers.ContentEncoding.Where(packing => !packing.Equals("identity", StringComparison.OrdinalIgnoreCase))];
        return packings switch
        {
            [] => sent,
            [var one] when one.Equals("gzip", StringComparison.OrdinalIgnoreCase) => new GZipStream(sent, CompressionMode.Decompress),
            _ => throw new PublisherAnswerException(new Fault(
                ShownAddress.Of(asked.Address), "header Content-Encoding", "none or gzip", ReadableText.Of(string.Join(", ", packings)),
                "tell the publisher; the file was asked for as it is")),
        };
    }

    /// <summary>A gzip stream ends with the length of what it held. The framework's reader takes one that is cut off for one that has ended.</summary>
    private static void RequireWhole(Delivered delivered, uint lengthAtEnd)
    {
        if (lengthAtEnd != delivered.Bytes.Length)
        {
            delivered.Dispose();
            throw new InvalidDataException("The gzip stream does not end with the length of its content.");
        }
    }

    private static async Task<Delivered> BufferAsync(Stream body, PullTarget asked, long largest, Validators validators, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        int length = 0;
        try
        {
            while (await body.ReadAsync(buffer.AsMemory(length), cancellation) is int read and > 0)
            {
                hash.AppendData(buffer, length, read);
                length += read;
                if (length > largest)
                {
                    throw TooLarge(asked, largest, Invariant($"more than {largest} bytes unpacked"));
                }

                if (length == buffer.Length)
                {
                    buffer = Larger(buffer);
                }
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }

        return new Delivered(buffer, length, Convert.ToHexStringLower(hash.GetHashAndReset()), validators);
    }

    private static byte[] Larger(byte[] full)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(checked(full.Length * 2));
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }

    private static Validators Validators(HttpResponseMessage answer) => new(answer.Headers.ETag?.ToString(), answer.Content.Headers.LastModified);

    private static PublisherAnswerException TooLarge(PullTarget asked, long largest, string found) => new(new Fault(
        ShownAddress.Of(asked.Address), "body", Invariant($"at most {largest} bytes"), found,
        "look at what the address serves now; the largest answer of a source is set beside its reader"));
}
