using Pipeline.App.Refresh;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>
/// Every rejected row that is stored, by file. Where the present readers have read a file, theirs are the rows; else those of the readers before them, so
/// that no file drops out of sight because the program has changed.
/// </summary>
internal sealed class QuarantineView(StorageAccount storage)
{
    /// <summary>Runs that are looked through for the one that has read a file.</summary>
    private const int RunsLookedAt = 100;

    /// <summary>Files with rejected rows, by source and name, each with its rows by place.</summary>
    public async Task<IReadOnlyList<(QuarantineFile File, IReadOnlyList<SetAsideRow> Rows)>> ReadAsync(CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, QuarantineRelease> releases = await storage.QuarantineReleases.ListAsync(cancellation);
        ILookup<string, string> versions = await VersionsAsync(storage.Quarantine, cancellation);
        ILookup<string, string> readings = await VersionsAsync(storage.Observations, cancellation);
        Dictionary<string, StepRecord> steps = await StepsAsync([.. versions.Select(file => file.Key)], cancellation);
        List<(QuarantineFile File, IReadOnlyList<SetAsideRow> Rows)> files = [];
        foreach (IGrouping<string, string> stored in versions)
        {
            if (await storage.Snapshots.FindAsync(stored.Key, cancellation) is not { } snapshot)
            {
                continue;
            }

            string? present = RunPlan.TryReader(snapshot.Record.SourceId) is { } reader ? ReadStage.StoredVersion(reader.Version) : null;
            SetAsideRow[] rows = await RowsAsync(stored.Key, present is not null && readings[stored.Key].Contains(present) ? [present] : [.. stored], releases, cancellation);
            if (rows.Length > 0)
            {
                StepRecord? step = steps.GetValueOrDefault(stored.Key);
                files.Add((new QuarantineFile(
                    snapshot.Record.SourceId, snapshot.Record.FileName, stored.Key, step?.RunId, step?.Rows?.Read, step?.Rows?.Passed, rows.Length, rows.Count(row => row.Release is not null)), rows));
            }
        }

        return [.. files.OrderBy(file => file.File.Source, StringComparer.Ordinal).ThenBy(file => file.File.File, StringComparer.Ordinal).ThenBy(file => file.File.Snapshot, StringComparer.Ordinal)];
    }

    private async Task<SetAsideRow[]> RowsAsync(string snapshot, string[] versions, IReadOnlyDictionary<string, QuarantineRelease> releases, CancellationToken cancellation)
    {
        List<SetAsideRow> rows = [];
        foreach (string version in versions)
        {
            rows.AddRange(await SetAsideRows.OfAsync(storage, snapshot, version, releases, cancellation) ?? []);
        }

        return [.. rows.DistinctBy(row => row.Id)
            .OrderBy(row => row.Row.Cell.Sheet, StringComparer.Ordinal).ThenBy(row => row.Row.Cell.Row)
            .ThenBy(row => row.Row.Cell.Column, StringComparer.Ordinal).ThenBy(row => row.Row.Rule, StringComparer.Ordinal)];
    }

    /// <summary>The newest step that has read each file.</summary>
    private async Task<Dictionary<string, StepRecord>> StepsAsync(HashSet<string> wanted, CancellationToken cancellation)
    {
        Dictionary<string, StepRecord> found = new(StringComparer.Ordinal);
        int looked = 0;
        await foreach (RunRecord run in storage.Runs.RunsAsync(cancellationToken: cancellation))
        {
            if (found.Count == wanted.Count || looked++ == RunsLookedAt)
            {
                break;
            }

            foreach (StepRecord step in await storage.Runs.StepsAsync(run.Id, StageNames.Read, cancellation))
            {
                if (step.State == StepState.Done && wanted.Contains(step.Subject))
                {
                    found.TryAdd(step.Subject, step);
                }
            }
        }

        return found;
    }

    private static async Task<ILookup<string, string>> VersionsAsync(ReaderResultStore store, CancellationToken cancellation)
    {
        List<(string Snapshot, string Version)> all = [];
        await foreach ((string snapshot, string version) in store.ListAsync(cancellation))
        {
            all.Add((snapshot, version));
        }

        return all.ToLookup(one => one.Snapshot, one => one.Version, StringComparer.Ordinal);
    }
}
