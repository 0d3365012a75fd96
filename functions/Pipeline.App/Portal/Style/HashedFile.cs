using System.Security.Cryptography;
using Pipeline.App.Api;

namespace Pipeline.App.Portal;

/// <summary>A file of the program that pages load. Its address names its bytes, so that a copy of it is good for ever.</summary>
internal sealed class HashedFile
{
    private readonly string name;
    private readonly PreparedAnswer answer;

    /// <summary>Loads a file that is embedded in the program.</summary>
    /// <param name="folder">Folder in the addresses of the portal.</param>
    /// <param name="stem">Name without hash and ending; letters and dashes.</param>
    /// <param name="ending">Ending of the name, without the dot.</param>
    /// <param name="media">Its medium.</param>
    public HashedFile(string folder, string stem, string ending, MediaForm media)
    {
        byte[] bytes = Load($"{stem}.{ending}");
        name = $"{stem}-{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6))}.{ending}";
        answer = new PreparedAnswer(new Representation(media, bytes), Freshness.Pinned);
        Address = $"{PortalAddress.Root}/{folder}/{name}";
    }

    /// <summary>Where it is.</summary>
    public string Address { get; }

    /// <summary>The file, when the last part of an address names it.</summary>
    public PreparedAnswer? Find(string file) => file == name ? answer : null;

    private static byte[] Load(string resource)
    {
        using Stream stream = typeof(HashedFile).Assembly.GetManifestResourceStream(resource)!;
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
