using System.Text.Json;
using Pipeline.App.Refresh;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Storage;

namespace Pipeline.App.Vintages;

/// <summary>What a published vintage was computed from, as the present code reads it.</summary>
/// <param name="Observations">Rows of its snapshots, oldest publication first.</param>
/// <param name="Sources">What each snapshot is.</param>
internal sealed record VintageInputs(IReadOnlyList<Observation> Observations, IReadOnlyList<SourceUse> Sources)
{
    /// <summary>Loads the rows of every snapshot of a vintage. Rows that another version of the code has read are read again from the publisher's bytes.</summary>
    /// <param name="storage">Storage account.</param>
    /// <param name="manifest">The vintage.</param>
    /// <param name="cancellation">Ends the loading.</param>
    public static async Task<VintageInputs> LoadAsync(StorageAccount storage, VintageManifest manifest, CancellationToken cancellation) =>
        (await LoadAsync(storage, [manifest.Snapshots], cancellation))[0];

    /// <summary>The same for several vintages by their files; a file that they have in common is read once.</summary>
    public static async Task<IReadOnlyList<VintageInputs>> LoadAsync(StorageAccount storage, IReadOnlyList<IReadOnlyList<SnapshotUse>> vintages, CancellationToken cancellation)
    {
        SourceUse[] files = [.. vintages.SelectMany(snapshots => snapshots).Select(snapshot => snapshot.Use).DistinctBy(KeyOf)];
        IReadOnlyList<Observation>[] rows = new IReadOnlyList<Observation>[files.Length];
        await Parallel.ForAsync(0, rows.Length, cancellation, async (index, token) => rows[index] = await RowsAsync(storage, files[index], token));
        Dictionary<(string, string), IReadOnlyList<Observation>> byFile = files.Zip(rows).ToDictionary(pair => KeyOf(pair.First), pair => pair.Second);
        return [.. vintages.Select(snapshots => new VintageInputs(
            [.. snapshots.SelectMany(snapshot => byFile[KeyOf(snapshot.Use)])], [.. snapshots.Select(snapshot => snapshot.Use)]))];
    }

    private static (string Source, string Snapshot) KeyOf(SourceUse use) => (use.Source, use.Snapshot);

    private static async Task<IReadOnlyList<Observation>> RowsAsync(StorageAccount storage, SourceUse use, CancellationToken cancellation)
    {
        SourceReader reader = RunPlan.Reader(use.Source);
        return await storage.Observations.TryGetAsync(use.Snapshot, ReadStage.StoredVersion(reader.Version), cancellation) is { } stored
            ? JsonSerializer.Deserialize<ReadResult>(stored.Bytes.Span, PipelineJson.Options)!.Observations
            : reader.Read(new Pipeline.Sources.SourceFile(use.File, await storage.Snapshots.ReadAsync(use.Snapshot, cancellation), use.Snapshot)).Observations;
    }
}
