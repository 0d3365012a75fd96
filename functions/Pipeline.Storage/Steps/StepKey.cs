using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Storage;

/// <summary>
/// What a step's result depends on, and nothing else: the version of the code, and a hash over its inputs and parameters. Two steps with
/// the same key have the same result, so the later one takes over the earlier one's.
/// </summary>
/// <param name="CodeVersion">Version of the code that does the step; letters, digits, dot, dash, underscore.</param>
/// <param name="Hash">SHA-256 over stage, subject, inputs and parameters, lower-case hexadecimal.</param>
public sealed record StepKey(string CodeVersion, string Hash)
{
    /// <summary>
    /// The key of a step. The order of <paramref name="dependencies"/> does not matter; each is a name and a hash, such as
    /// (<c>snapshot:usgs-mcs</c>, …) or (<c>parameter:hhi.bands</c>, …).
    /// </summary>
    /// <exception cref="ArgumentException">Two dependencies have one name.</exception>
    public static StepKey Of(string codeVersion, string stage, string subject, IEnumerable<KeyValuePair<string, string>> dependencies)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, hash) in dependencies) sorted.Add(name, hash);

        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in sorted.SelectMany(pair => new[] { pair.Key, pair.Value }).Prepend(subject).Prepend(stage).Prepend(codeVersion))
        {
            // The length in front keeps ("ab", "c") and ("a", "bc") apart.
            var bytes = Encoding.UTF8.GetBytes(text);
            sha.AppendData(Encoding.ASCII.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
            sha.AppendData(bytes);
        }

        return new StepKey(BlobNames.Part(codeVersion, nameof(codeVersion)), Convert.ToHexStringLower(sha.GetHashAndReset()));
    }

    /// <summary>Version and hash with a slash between, as stored.</summary>
    public override string ToString() => $"{CodeVersion}/{Hash}";
}
