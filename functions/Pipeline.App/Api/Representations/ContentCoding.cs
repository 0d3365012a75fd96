using Microsoft.Net.Http.Headers;

namespace Pipeline.App.Api;

/// <summary>Chooses among codings of content (RFC 9110, 12.5.3).</summary>
internal static class ContentCoding
{
    /// <summary>Codings that answers are kept in, smallest result first.</summary>
    private static readonly string[] Known = ["br", "gzip"];

    /// <summary>The coding that the caller gets, or none for no coding. A caller that refuses all, no coding included, gets none all the same.</summary>
    public static string? Best(string accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList([accepted], out IList<StringWithQualityHeaderValue>? values))
        {
            return null;
        }

        return Known.Select(coding => (Coding: coding, Quality: Quality(values, coding)))
            .Where(one => one.Quality > 0 && one.Quality >= Quality(values, "identity"))
            .OrderByDescending(one => one.Quality)
            .Select(one => one.Coding)
            .FirstOrDefault();
    }

    private static double Quality(IList<StringWithQualityHeaderValue> values, string coding) =>
        (values.FirstOrDefault(value => value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)) ?? (coding == "identity" ? null : values.FirstOrDefault(value => value.Value == "*"))) is { } found
            ? found.Quality ?? 1
            : 0;
}
