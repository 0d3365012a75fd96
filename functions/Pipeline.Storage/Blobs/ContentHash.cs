using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>SHA-256 of content, 64 lower-case hexadecimal digits: the name of a snapshot and the tail of every chain of evidence.</summary>
public static partial class ContentHash
{
    /// <summary>Hash of the bytes.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The hash itself when it has the form of one.</summary>
    /// <exception cref="MissingContentException">It has not: nothing can be stored under it.</exception>
    internal static string Require(string hash) => Form().IsMatch(hash) ? hash : throw new MissingContentException(new Fault(
        "content-addressed storage", $"'{hash}'", "64 lower-case hexadecimal digits", $"{hash.Length} characters",
        "use the hash that the snapshot's record carries"));

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
