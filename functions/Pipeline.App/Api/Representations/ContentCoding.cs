using System.Collections.Concurrent;
using Microsoft.Net.Http.Headers;

namespace Pipeline.App.Api;

/// <summary>Chooses among codings of content (RFC 9110, 12.5.3).</summary>
internal static class ContentCoding
{
    /// <summary>Codings that answers are kept in, smallest result first.</summary>
    private static readonly string[] Known = ["br", "gzip"];

    /// <summary>Values that are remembered with what was chosen: browsers and programs send a few, again and again.</summary>
    private const int Remembered = 64;

    private static ConcurrentDictionary<string, string?> choices = new(StringComparer.Ordinal);
    private static int remembered;

    /// <summary>The coding that the caller gets, or none for no coding. A caller that refuses all, no coding included, gets none all the same.</summary>
    public static string? Best(string accepted)
    {
        if (Volatile.Read(ref choices).TryGetValue(accepted, out string? known))
        {
            return known;
        }

        string? chosen = Choose(accepted);
        if (Interlocked.Increment(ref remembered) > Remembered)
        {
            // Begun anew when it is full: a caller who makes values up takes nobody's place for good.
            Volatile.Write(ref choices, new ConcurrentDictionary<string, string?>(StringComparer.Ordinal));
            Volatile.Write(ref remembered, 1);
        }

        Volatile.Read(ref choices).TryAdd(accepted, chosen);
        return chosen;
    }

    private static string? Choose(string accepted)
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
