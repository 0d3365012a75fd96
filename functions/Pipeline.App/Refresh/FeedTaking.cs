using System.Collections.Concurrent;
using Pipeline.App.Pulling;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>Files are taken in as snapshots, named by the hash of their bytes, and a run is given those it works on.</summary>
internal sealed class FeedTaking(StorageAccount storage, TimeProvider clock)
{
    private const int RecordsAtOnce = 8;

    private readonly ConcurrentDictionary<string, Snapshot> records = new(StringComparer.Ordinal);
    private volatile bool hasStarter;

    /// <summary>Stores the recognised files for one run and makes its plan: it works on these and no others, and no other run chooses them.</summary>
    /// <returns>The plan, and how many files were new.</returns>
    public async Task<(RunPlan Plan, int New)> TakeAsync(IReadOnlyList<Feed> feeds, CancellationToken cancellation) =>
        await TakeAsync(feeds, await ThereAsync(cancellation), forOneRun: true, cancellation);

    private async Task<(RunPlan Plan, int New)> TakeAsync(IReadOnlyList<Feed> feeds, HashSet<string> there, bool forOneRun, CancellationToken cancellation)
    {
        // Two files with the same bytes are one snapshot; the first by path names it.
        Feed[] distinct = [.. feeds.DistinctBy(feed => feed.File.Snapshot).Select(feed => feed.IfTakeable())];
        Feed[] fresh = [.. distinct.Where(feed => feed.IsTaken && !there.Contains(feed.File.Snapshot))];
        await Parallel.ForEachAsync(fresh, cancellation, async (feed, token) => await storage.Snapshots.PutAsync(feed.File.Bytes, Record(feed, forOneRun), token));
        RunPlan plan = RunPlan.Of(
            distinct.Where(feed => feed.IsTaken).Select(Use),
            distinct.Where(feed => feed.Reader is not null ? !feed.IsTaken : feed.Refusal is UnreadableFileException)
                .Select(feed => new MissingSource(feed.Reader?.Source, feed.File.Name, feed.Refusal!.Message)),
            distinct.Where(feed => feed.Reader is null && feed.Refusal is not UnreadableFileException).Select(feed => feed.File.Name));
        return (plan, fresh.Length);
    }

    /// <summary>Makes and keeps the plan of a run that works on what is in storage: the starter feeds, and whatever was pulled or dropped since.</summary>
    /// <exception cref="StageFailedException">The run was to work on files that only the command which started it had.</exception>
    public async Task<RunPlan> PlanAsync(RunView run, CancellationToken cancellation)
    {
        if (run.Request.Feeds == FeedOrigins.Given)
        {
            throw new StageFailedException(new Fault(
                $"run {run.Record.Id}", "its files", "files taken in by the command that started it", "a command that ended before it had taken them in", "start the refresh again"));
        }

        RunPlan plan = RunPlan.Of((await ChooseAsync(run.Request, cancellation)).Select(Use), [], []);
        return await run.WriteAsync(RunPlan.File, plan, cancellation);
    }

    /// <summary>Stores the starter feeds, once a process: nothing is ever removed.</summary>
    /// <returns>How many files were new.</returns>
    public async Task<int> TakeStarterAsync(CancellationToken cancellation)
    {
        if (hasStarter)
        {
            return 0;
        }

        HashSet<string> there = [.. (await RecordsAsync(cancellation)).Where(snapshot => !snapshot.Record.ForOneRun).Select(snapshot => snapshot.Hash)];
        (RunPlan plan, int fresh) = await TakeAsync(FeedFolders.Starter(), there, forOneRun: false, cancellation);
        if (plan.Refused is [var refused, ..])
        {
            throw new StageFailedException(new Fault("starter feeds", refused.File, "files of the program that can be read", refused.Fault, "install the program again"));
        }

        hasStarter = true;
        return fresh;
    }

    private async Task<IEnumerable<Snapshot>> ChooseAsync(RunRequest request, CancellationToken cancellation)
    {
        if (request.Feeds == FeedOrigins.Named)
        {
            return await Task.WhenAll(request.Snapshots.Select(hash => storage.Snapshots.GetAsync(hash, cancellation)));
        }

        await TakeStarterAsync(cancellation);
        return SnapshotChoice.For((await RecordsAsync(cancellation)).Where(snapshot => !snapshot.Record.ForOneRun), request.OfQuarter.LastDay);
    }

    private async Task<Snapshot[]> RecordsAsync(CancellationToken cancellation)
    {
        HashSet<string> there = await ThereAsync(cancellation);
        // A record that is for one run may be followed by a lasting one, any other never changes.
        IEnumerable<string> unknown = there.Where(hash => !records.TryGetValue(hash, out Snapshot? known) || known.Record.ForOneRun);
        await Parallel.ForEachAsync(unknown, new ParallelOptions { MaxDegreeOfParallelism = RecordsAtOnce, CancellationToken = cancellation }, async (hash, token) =>
            records[hash] = await storage.Snapshots.GetAsync(hash, token));
        return [.. there.Select(hash => records[hash])];
    }

    private async Task<HashSet<string>> ThereAsync(CancellationToken cancellation)
    {
        HashSet<string> there = new(StringComparer.Ordinal);
        await foreach (string hash in storage.Snapshots.HashesAsync(cancellation))
        {
            there.Add(hash);
        }

        return there;
    }

    private SnapshotRecord Record(Feed feed, bool forOneRun) => new()
    {
        SourceId = feed.Reader!.Source,
        FileName = feed.File.Name,
        Publisher = feed.Origin.Licence.Publisher,
        Title = feed.Origin.Licence.Title,
        Licence = feed.Origin.Licence.Licence,
        Citation = feed.Origin.Licence.Citation,
        ObtainedAt = clock.GetUtcNow(),
        PublisherFileHash = feed.Origin.PublisherFileHash,
        Illustrative = feed.Origin.Illustrative,
        ForOneRun = forOneRun,
    };

    private static PlannedFeed Use(Feed feed) => new(new SourceUse(
        feed.Reader!.Source, feed.File.Snapshot, feed.File.Name, feed.Origin.Licence.Publisher, feed.Origin.Licence.Title,
        feed.Origin.Licence.Licence, feed.Origin.Licence.Citation, feed.Origin.Illustrative), KnownFrom: null);

    private static PlannedFeed Use(Snapshot snapshot) => new(new SourceUse(
        snapshot.Record.SourceId, snapshot.Hash, snapshot.Record.FileName, snapshot.Record.Publisher, snapshot.Record.Title,
        snapshot.Record.Licence, snapshot.Record.Citation, snapshot.Record.Illustrative),
        snapshot.Record.KnownAt is { } known ? DateOnly.FromDateTime(known.UtcDateTime) : null);
}
