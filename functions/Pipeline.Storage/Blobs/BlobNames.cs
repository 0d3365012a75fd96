using System.Text.RegularExpressions;

namespace Pipeline.Storage;

/// <summary>
/// Parts of blob names that come from callers: letters, digits, dot, dash and underscore, so that a part can never climb into another's
/// place.
/// </summary>
internal static partial class BlobNames
{
    /// <summary>The part itself when it is one.</summary>
    /// <exception cref="ArgumentException">It is empty, too long, or holds something else.</exception>
    public static string Part(string value, string what) => Plain().IsMatch(value)
        ? value
        : throw new ArgumentException(
            $"A {what} is 1 to 200 letters, digits, dots, dashes or underscores and starts with a letter or digit; found '{value}'.", what);

    /// <summary>Parts joined by slashes, each checked.</summary>
    public static string Path(string value, string what) => string.Join('/', value.Split('/').Select(part => Part(part, what)));

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
