using Pipeline.Storage;

namespace Pipeline.App.Pulling;

/// <summary>Which of the stored bytes of each file a vintage uses: the newest that could be known by the last day of its quarter.</summary>
internal static class SnapshotChoice
{
    /// <summary>Chooses one snapshot for each source and file name.</summary>
    /// <param name="snapshots">All snapshots, in any order.</param>
    /// <param name="lastDay">Last day of the quarter, in UTC.</param>
    /// <returns>
    /// By source, file name and hash. Of a file, bytes known later than the day are left out; of the others those known last win, then those
    /// obtained last, then the greater hash. First bytes under a name come before all that replaced them.
    /// </returns>
    public static IReadOnlyList<Snapshot> For(IEnumerable<Snapshot> snapshots, DateOnly lastDay) =>
    [
        .. snapshots
            .Where(snapshot => snapshot.Record.KnownAt is not { } known || DateOnly.FromDateTime(known.UtcDateTime) <= lastDay)
            .GroupBy(snapshot => (snapshot.Record.SourceId, snapshot.Record.FileName))
            .Select(file => file
                .OrderBy(snapshot => snapshot.Record.KnownAt ?? DateTimeOffset.MinValue)
                .ThenBy(snapshot => snapshot.Record.ObtainedAt)
                .ThenBy(snapshot => snapshot.Hash, StringComparer.Ordinal)
                .Last())
            .OrderBy(snapshot => snapshot.Record.SourceId, StringComparer.Ordinal)
            .ThenBy(snapshot => snapshot.Record.FileName, StringComparer.Ordinal)
            .ThenBy(snapshot => snapshot.Hash, StringComparer.Ordinal),
    ];
}
