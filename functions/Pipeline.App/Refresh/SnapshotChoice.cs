using Pipeline.Storage;

namespace Pipeline.App.Refresh;

internal static class SnapshotChoice
{
    public static IEnumerable<Snapshot> For(IEnumerable<Snapshot> snapshots, DateOnly lastDay) => snapshots;
}
