using System.Globalization;
using System.Text.Json.Serialization;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Refresh;

/// <summary>What the read stage gives to those after it, kept as a file of the run.</summary>
/// <param name="Snapshots">Files whose observations count, oldest publication first: where two files print the same cell, the later holds.</param>
/// <param name="Missing">Files that were refused, and sources without a file.</param>
/// <param name="PassedOver">Names of files that belong to no source.</param>
internal sealed record Reading(IReadOnlyList<ReadSnapshot> Snapshots, IReadOnlyList<MissingSource> Missing, IReadOnlyList<string> PassedOver)
{
    /// <summary>Name of the file of the run that holds it.</summary>
    public const string File = "reading.json";

    /// <summary>Date of the newest publication used.</summary>
    [JsonIgnore]
    public DateOnly AsOf => Snapshots.Max(snapshot => snapshot.Use.KnownOn);

    /// <summary>
    /// Puts together what the steps of the stage have read. A file that is refused stops its source, and only that; a file that became
    /// known after the quarter is left out.
    /// </summary>
    /// <param name="plan">Files of the run.</param>
    /// <param name="steps">Steps of the stage, each done or failed.</param>
    /// <param name="lastDay">Last day of the quarter.</param>
    /// <param name="records">Records of the snapshots.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="StageFailedException">No source is left.</exception>
    public static async Task<Reading> OfAsync(RunPlan plan, IReadOnlyList<StepRecord> steps, DateOnly lastDay, SnapshotStore records, CancellationToken cancellation)
    {
        Dictionary<string, StepRecord> bySnapshot = steps.ToDictionary(step => step.Subject, StringComparer.Ordinal);
        List<MissingSource> missing =
        [
            .. plan.Refused,
            .. plan.Feeds.Select(feed => feed.Use).Where(feed => bySnapshot[feed.Snapshot].State == StepState.Failed).Select(feed => new MissingSource(feed.Source, feed.File, bySnapshot[feed.Snapshot].Error ?? string.Empty)),
        ];
        HashSet<string> stopped = [.. missing.Where(one => one.Source is not null).Select(one => one.Source!)];
        List<ReadSnapshot> read = [];
        foreach (PlannedFeed feed in plan.Feeds.Where(feed => !stopped.Contains(feed.Use.Source)))
        {
            read.Add(await OfAsync(feed, bySnapshot[feed.Use.Snapshot], records, cancellation));
        }

        ReadSnapshot[] used = [.. read
            .Where(snapshot => snapshot.Use.KnownOn <= lastDay)
            .OrderBy(snapshot => snapshot.Use.KnownOn).ThenBy(snapshot => snapshot.Use.Use.Source, StringComparer.Ordinal)
            .ThenBy(snapshot => snapshot.Use.Use.File, StringComparer.Ordinal).ThenBy(snapshot => snapshot.Use.Use.Snapshot, StringComparer.Ordinal)];
        missing.AddRange(SourceReaders.All.Where(reader => reader.IsExpected).Select(reader => reader.Source)
            .Where(source => !stopped.Contains(source) && used.All(snapshot => snapshot.Use.Use.Source != source))
            .Select(source => new MissingSource(source, MissingSource.NoFile, Invariant($"{source}, feeds: expected a file of this source known by {lastDay:yyyy-MM-dd}; found none. Add its files and start the refresh again."))));
        return used.Length > 0 ? new Reading(used, missing, plan.PassedOver) : throw new StageFailedException(new Fault(
            $"stage {StageNames.Read}", "all files", "at least one source",
            missing.Count == 0 ? "no file" : missing[0].Fault, "mend or replace the files and start the refresh again"));
    }

    private static async Task<ReadSnapshot> OfAsync(PlannedFeed feed, StepRecord step, SnapshotStore records, CancellationToken cancellation)
    {
        SourceReader reader = RunPlan.Reader(feed.Use.Source);
        DateOnly knownOn = step.Outputs[2].Length > 0
            ? DateOnly.ParseExact(step.Outputs[2], "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : DateOnly.FromDateTime((await records.GetAsync(feed.Use.Snapshot, cancellation)).Record.ObtainedAt.UtcDateTime);
        knownOn = feed.KnownFrom is { } from && from > knownOn ? from : knownOn;
        return new ReadSnapshot(
            new SnapshotUse(feed.Use, step.Outputs[0], knownOn, reader.Version, step.Rows!.Read, int.Parse(step.Outputs[1], CultureInfo.InvariantCulture), (int)step.Rows.Quarantined),
            ReadStage.StoredVersion(reader.Version));
    }
}

/// <summary>A file whose observations are stored.</summary>
/// <param name="Use">The file and what its reader made of it.</param>
/// <param name="ReaderVersion">Version under which its observations are stored.</param>
internal sealed record ReadSnapshot(SnapshotUse Use, string ReaderVersion);
