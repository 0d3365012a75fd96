using System.Globalization;
using System.Text.Json;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Refresh;

/// <summary>Snapshots become observations: one step a file. A file that is refused stops its source, and only that.</summary>
internal sealed class ReadStage(StorageAccount storage, StageRunner steps)
{
    private static readonly string Code = CodeVersion.Of([typeof(Observation).Assembly, typeof(SourceReader).Assembly, typeof(ReadStage).Assembly]);

    /// <summary>Reads the files.</summary>
    /// <param name="taken">Files as taken in, with the source use that outputs will show.</param>
    /// <param name="lastDay">Files that became known later are left out.</param>
    /// <param name="cancellation">Ends the stage.</param>
    public async Task<Reading> RunAsync(IReadOnlyList<TakenFeed> taken, DateOnly lastDay, CancellationToken cancellation)
    {
        TakenFeed[] recognised = [.. taken.Where(feed => feed.Feed.Reader is not null)];
        IReadOnlyList<StepRecord> ended = await steps.RunAsync(StageNames.Read, Code, [.. recognised.Select(Plan)], cancellation);
        List<MissingSource> missing =
        [
            .. taken.Where(feed => feed.Feed.Refusal is UnreadableFileException).Select(feed => new MissingSource(null, feed.Feed.File.Name, feed.Feed.Refusal!.Message)),
            .. recognised.Zip(ended).Where(pair => pair.Second.State == StepState.Failed)
                .Select(pair => new MissingSource(pair.First.Feed.Reader!.Source, pair.First.Feed.File.Name, pair.Second.Error ?? string.Empty)),
        ];
        HashSet<string> stopped = [.. missing.Where(one => one.Source is not null).Select(one => one.Source!)];
        List<ReadSnapshot> read = [];
        foreach ((TakenFeed feed, StepRecord step) in recognised.Zip(ended).Where(pair => !stopped.Contains(pair.First.Feed.Reader!.Source)))
        {
            read.Add(new ReadSnapshot(await UseAsync(feed, step, cancellation), ReaderVersion(feed.Feed.Reader!)));
        }

        ReadSnapshot[] used = [.. read
            .Where(snapshot => snapshot.Use.KnownOn <= lastDay)
            // Oldest first: where two files print the same cell, the later publication holds.
            .OrderBy(snapshot => snapshot.Use.KnownOn).ThenBy(snapshot => snapshot.Use.Use.Source, StringComparer.Ordinal)
            .ThenBy(snapshot => snapshot.Use.Use.File, StringComparer.Ordinal).ThenBy(snapshot => snapshot.Use.Use.Snapshot, StringComparer.Ordinal)];
        missing.AddRange(SourceReaders.All.Select(reader => reader.Source)
            .Where(source => !stopped.Contains(source) && used.All(snapshot => snapshot.Use.Use.Source != source))
            .Select(source => new MissingSource(source, "no file", Invariant($"{source}, feeds: expected a file of this source known by {lastDay:yyyy-MM-dd}; found none. Add its files and start the refresh again."))));
        return new Reading(
            used,
            missing,
            [.. taken.Where(feed => feed.Feed.Refusal is not null and not UnreadableFileException).Select(feed => feed.Feed.File.Name).Order(StringComparer.Ordinal)],
            new StageCount(StageNames.Read, ended.Count(step => !step.Reused), ended.Count(step => step.Reused)));
    }

    /// <summary>Observations of the files, from storage.</summary>
    public async Task<IReadOnlyList<Observation>> LoadAsync(Reading reading, CancellationToken cancellation)
    {
        IEnumerable<Task<ReadResult>> loading = reading.Snapshots.Select(snapshot => LoadAsync(snapshot, cancellation));
        ReadResult[] results = await Task.WhenAll(loading);
        return [.. results.SelectMany(result => result.Observations)];
    }

    private StepPlan Plan(TakenFeed taken) => new(
        taken.Feed.File.Snapshot,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["snapshot"] = taken.Feed.File.Snapshot, ["reader"] = taken.Feed.Reader!.Version },
        async (_, cancellation) =>
        {
            ReadResult result = taken.Feed.Reader!.Read(taken.Feed.File);
            string version = ReaderVersion(taken.Feed.Reader!);
            await storage.Observations.PutAsync(taken.Feed.File.Snapshot, version, VintageFiles.Write(result), VintageFiles.Json, cancellation);
            if (result.Quarantined.Count > 0)
            {
                await storage.Quarantine.PutAsync(taken.Feed.File.Snapshot, version, VintageFiles.Write(result.Quarantined), VintageFiles.Json, cancellation);
            }

            // The ledger repeats the few facts that later stages and the manifest need, so that a reused step need not be read again.
            return new StepWork(
                [result.Edition, Invariant($"{result.Observations.Count}"), Invariant($"{result.PublishedOn:yyyy-MM-dd}")],
                new RowCounts(result.RowsRead, result.RowsRead - result.Quarantined.Count, result.Quarantined.Count));
        });

    private async Task<ReadResult> LoadAsync(ReadSnapshot snapshot, CancellationToken cancellation)
    {
        string hash = snapshot.Use.Use.Snapshot;
        StoredContent content = await storage.Observations.TryGetAsync(hash, snapshot.ReaderVersion, cancellation) ?? throw new MissingContentException(new Fault(
            "observations", hash, "the rows of a file that was read", "none", "start the refresh again with an empty ledger"));
        return JsonSerializer.Deserialize<ReadResult>(content.Bytes.Span, PipelineJson.Options)!;
    }

    private async Task<SnapshotUse> UseAsync(TakenFeed taken, StepRecord step, CancellationToken cancellation) => new(
        taken.Use,
        step.Outputs[0],
        step.Outputs[2].Length > 0
            ? DateOnly.ParseExact(step.Outputs[2], "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : DateOnly.FromDateTime((await storage.Snapshots.GetAsync(taken.Use.Snapshot, cancellation)).Record.ObtainedAt.UtcDateTime),
        taken.Feed.Reader!.Version,
        step.Rows!.Read,
        int.Parse(step.Outputs[1], CultureInfo.InvariantCulture),
        (int)step.Rows.Quarantined);

    /// <summary>Version under which the rows of a reader are stored: that of the reader's rules and that of the code.</summary>
    public static string StoredVersion(string readerVersion) => $"{readerVersion}-{Code}";

    private static string ReaderVersion(SourceReader reader) => StoredVersion(reader.Version);
}

/// <summary>What the read stage gives to the next.</summary>
/// <param name="Snapshots">Files whose observations count, oldest publication first.</param>
/// <param name="Missing">Files that were refused, and sources without a file.</param>
/// <param name="PassedOver">Names of files that belong to no source.</param>
/// <param name="Count">Steps of the stage.</param>
internal sealed record Reading(IReadOnlyList<ReadSnapshot> Snapshots, IReadOnlyList<MissingSource> Missing, IReadOnlyList<string> PassedOver, StageCount Count);

/// <summary>A file whose observations are stored.</summary>
internal sealed record ReadSnapshot(SnapshotUse Use, string ReaderVersion);

/// <summary>A file that is stored as a snapshot.</summary>
/// <param name="Feed">The file.</param>
/// <param name="Use">How outputs will name it.</param>
internal sealed record TakenFeed(Feed Feed, SourceUse Use);
