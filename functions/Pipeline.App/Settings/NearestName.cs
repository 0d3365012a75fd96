namespace Pipeline.App.Settings;

/// <summary>Finds the known name a person most likely meant.</summary>
internal static class NearestName
{
    private const int Near = 3;

    /// <summary>Longer text is no misspelt name, and comparing it costs what its sender wishes.</summary>
    private const int Longest = 64;

    /// <summary>The nearest known name, or none when none is near: an absurd proposal is worse than none.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="known">Known names; the first in list order wins among equals.</param>
    public static string? Find(string written, IEnumerable<string> known) => written.Length > Longest
        ? null
        : known.Where(name => Distance(written, name) <= Near).MinBy(name => Distance(written, name));

    /// <summary>A question that names the nearest known name (<c>; did you mean 'cobalt'?</c>), or the end of the sentence when none is near.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="known">Known names; the first in list order wins among equals.</param>
    public static string Question(string written, IEnumerable<string> known) => Find(written, known) is { } near ? $"; did you mean '{near}'?" : ".";

    private static int Distance(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int row = 1; row <= left.Length; row++)
        {
            int[] current = new int[right.Length + 1];
            current[0] = row;
            for (int column = 1; column <= right.Length; column++)
            {
                bool same = char.ToUpperInvariant(left[row - 1]) == char.ToUpperInvariant(right[column - 1]);
                current[column] = Math.Min(Math.Min(current[column - 1] + 1, previous[column] + 1), previous[column - 1] + (same ? 0 : 1));
            }

            previous = current;
        }

        return previous[^1];
    }
}
