using System.Security.Cryptography;

namespace Pipeline.Sources;

/// <summary>One file of a publisher, whole and unchanged.</summary>
/// <param name="Name">File name without folder, as the publisher gave it.</param>
/// <param name="Bytes">Bytes as taken in.</param>
/// <param name="Snapshot">SHA-256 of the bytes, lower-case hexadecimal.</param>
public sealed record SourceFile(string Name, ReadOnlyMemory<byte> Bytes, string Snapshot)
{
    /// <summary>Takes in a file and hashes it.</summary>
    public static SourceFile From(string name, ReadOnlyMemory<byte> bytes) =>
        new(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)));
}
