namespace Pipeline.App.Settings;

/// <summary>Finds the known name a person most likely meant.</summary>
internal static class NearestName
{
    /// <summary>The known name with the smallest edit distance; the first in list order among equals.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="known">At least one name.</param>
    public static string Of(string written, IEnumerable<string> known) => known.MinBy(name => Distance(written, name))!;

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
