using System.IO.Compression;
using System.Security.Cryptography;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>The bytes of an answer with everything that is said about them; made once and sent as often as it is asked for.</summary>
/// <param name="media">Its medium.</param>
/// <param name="bytes">The bytes without any coding.</param>
internal sealed class Representation(MediaForm media, byte[] bytes)
{
    /// <summary>Shorter answers get no smaller on the wire.</summary>
    private const int ShortestCompressed = 512;

    /// <summary>An answer is compressed once for all its readers: this is a tenth smaller than the usual quality and takes some milliseconds.</summary>
    private static readonly BrotliCompressionOptions Brotli = new() { Quality = 6 };

    private readonly Lazy<CodedBytes> plain = new(() => CodedBytes.Of(coding: null, bytes));
    private readonly Lazy<CodedBytes> gzip = new(() => CodedBytes.Of("gzip", Compressed(bytes, target => new GZipStream(target, CompressionLevel.SmallestSize))));
    private readonly Lazy<CodedBytes> brotli = new(() => CodedBytes.Of("br", Compressed(bytes, target => new BrotliStream(target, Brotli))));

    /// <summary>Its medium.</summary>
    public MediaForm Media => media;

    /// <summary>Language of its words, or none when it has none of its own.</summary>
    public Language? Language { get; init; }

    /// <summary>Bytes that all its forms together keep in memory at most.</summary>
    public long Weight => (long)bytes.Length * 2;

    /// <summary>True when a coding makes it smaller; what is compressed within itself is sent as it is.</summary>
    public bool IsCompressible => bytes.Length >= ShortestCompressed && media != MediaForm.Pdf;

    /// <summary>The form that a caller gets: the smallest one of those it accepts.</summary>
    /// <param name="accepted">Value of the header <c>Accept-Encoding</c>.</param>
    public CodedBytes For(string accepted)
    {
        if (!IsCompressible || accepted.Length == 0)
        {
            return plain.Value;
        }

        return ContentCoding.Best(accepted) switch
        {
            "br" => brotli.Value,
            "gzip" => gzip.Value,
            _ => plain.Value,
        };
    }

    private static byte[] Compressed(byte[] bytes, Func<Stream, Stream> open)
    {
        using MemoryStream target = new();
        using (Stream coding = open(target))
        {
            coding.Write(bytes);
        }

        return target.ToArray();
    }
}

/// <summary>Bytes as they are sent.</summary>
/// <param name="Coding">Name of the content coding, or none.</param>
/// <param name="Bytes">The bytes.</param>
/// <param name="Tag">Strong entity tag, quotes included.</param>
/// <param name="Digest">Value of <c>Repr-Digest</c> (RFC 9530).</param>
internal sealed record CodedBytes(string? Coding, byte[] Bytes, string Tag, string Digest)
{
    /// <summary>Name of the header that carries the digest.</summary>
    public const string DigestHeader = "Repr-Digest";

    /// <summary>Computes tag and digest. The tag comes from the bytes alone, so that equal answers of two processes have equal tags.</summary>
    public static CodedBytes Of(string? coding, byte[] bytes)
    {
        byte[] hash = SHA256.HashData(bytes);
        return new CodedBytes(coding, bytes, $"\"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}\"", $"sha-256=:{Convert.ToBase64String(hash)}:");
    }
}
