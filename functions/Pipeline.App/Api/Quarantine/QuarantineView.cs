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
        List<(Snapshot Snapshot, SetAsideRow[] Rows)> stored = await StoredAsync(cancellation);
        Dictionary<string, StepRecord> steps = await StepsAsync([.. stored.Select(file => file.Snapshot.Hash)], cancellation);
        return
        [
            .. stored.Select(file => (FileOf(file.Snapshot, file.Rows, steps.GetValueOrDefault(file.Snapshot.Hash)), (IReadOnlyList<SetAsideRow>)file.Rows))
                .OrderBy(file => file.Item1.Source, StringComparer.Ordinal).ThenBy(file => file.Item1.File, StringComparer.Ordinal).ThenBy(file => file.Item1.Snapshot, StringComparer.Ordinal),
        ];
    }

    /// <summary>True when a rejected row of that identifier is stored.</summary>
    public async Task<bool> HasAsync(string id, CancellationToken cancellation) => (await StoredAsync(cancellation)).Any(file => file.Rows.Any(row => row.Id == id));

    private static QuarantineFile FileOf(Snapshot snapshot, SetAsideRow[] rows, StepRecord? step) => new(
        snapshot.Record.SourceId, snapshot.Record.FileName, snapshot.Hash, step?.RunId, step?.Rows?.Read, step?.Rows?.Passed, rows.Length, rows.Count(row => row.Release is not null));

    private async Task<List<(Snapshot Snapshot, SetAsideRow[] Rows)>> StoredAsync(CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, QuarantineRelease> releases = await storage.QuarantineReleases.ListAsync(cancellation);
        ILookup<string, string> versions = await VersionsAsync(storage.Quarantine, cancellation);
        ILookup<string, string> readings = await VersionsAsync(storage.Observations, cancellation);
        List<(Snapshot Snapshot, SetAsideRow[] Rows)> files = [];
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
                files.Add((snapshot, rows));
            }
        }

        return files;
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
