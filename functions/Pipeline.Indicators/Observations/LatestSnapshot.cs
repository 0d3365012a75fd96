using Pipeline.Domain;

namespace Pipeline.Indicators.Observations;

/// <summary>
/// The rule for two snapshots that speak of the same thing, a return and its revision: the later in the list holds, the earlier is withdrawn.
/// Rows of one thing within the later snapshot all stand.
/// </summary>
internal static class LatestSnapshot
{
    /// <summary>Rows that hold of several things.</summary>
    /// <param name="rows">Rows from the oldest snapshot to the newest.</param>
    /// <param name="key">What a row speaks of.</param>
    internal static IEnumerable<T> Of<T, TKey>(IEnumerable<T> rows, Func<T, TKey> key)
        where T : Observation => rows.GroupBy(key).SelectMany(Of);

    /// <summary>Rows that hold of one thing; none of none.</summary>
    /// <param name="rows">Rows from the oldest snapshot to the newest.</param>
    internal static IEnumerable<T> Of<T>(IEnumerable<T> rows)
        where T : Observation
    {
        T[] all = [.. rows];
        return all.Where(row => row.Cell.Snapshot == all[^1].Cell.Snapshot);
    }
}
