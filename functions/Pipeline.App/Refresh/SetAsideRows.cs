using System.Text;
using System.Text.Json;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Refresh;

/// <summary>A row that its reader rejected, and what was decided about it.</summary>
/// <param name="Id">Identifier: the same place that breaks the same rule in the same file has the same one, whenever it is read.</param>
/// <param name="Row">The row with rule and place.</param>
/// <param name="Release">The decision that it stays out for good, or none.</param>
internal sealed record SetAsideRow(string Id, QuarantinedRow Row, QuarantineRelease? Release)
{
    private const int IdLength = 32;

    /// <summary>A row with the decision about it.</summary>
    public static SetAsideRow Of(QuarantinedRow row, IReadOnlyDictionary<string, QuarantineRelease> releases)
    {
        string id = ContentHash.Of(Encoding.UTF8.GetBytes(Invariant($"{row.Cell.Snapshot}\n{row.Cell.Sheet}\n{row.Cell.Row}\n{row.Cell.Column}\n{row.Rule}")))[..IdLength];
        return new SetAsideRow(id, row, releases.GetValueOrDefault(id));
    }
}

/// <summary>Reads rejected rows from the quarantine.</summary>
internal static class SetAsideRows
{
    /// <summary>The rejected rows of the files that a vintage rests on.</summary>
    /// <exception cref="MissingContentException">They are not stored.</exception>
    public static async Task<IReadOnlyList<SetAsideRow>> OfAsync(StorageAccount storage, VintageManifest manifest, CancellationToken cancellation)
    {
        SnapshotUse[] incomplete = [.. manifest.Snapshots.Where(snapshot => snapshot.Quarantined > 0)];
        if (incomplete.Length == 0)
        {
            return [];
        }

        IReadOnlyDictionary<string, QuarantineRelease> releases = await storage.QuarantineReleases.ListAsync(cancellation);
        List<SetAsideRow> rows = [];
        foreach (SnapshotUse snapshot in incomplete)
        {
            rows.AddRange(await OfAsync(storage, snapshot.Use.Snapshot, ReadStage.StoredVersion(snapshot.Reader), releases, cancellation) ?? throw new MissingContentException(new Fault(
                "quarantine", snapshot.Use.File, "the rows that were set aside", "none", "start the refresh again with an empty ledger")));
        }

        return rows;
    }

    /// <summary>The rejected rows of one reading of a file, or none when it has none.</summary>
    public static async Task<IReadOnlyList<SetAsideRow>?> OfAsync(
        StorageAccount storage, string snapshot, string version, IReadOnlyDictionary<string, QuarantineRelease> releases, CancellationToken cancellation) =>
        await storage.Quarantine.TryGetAsync(snapshot, version, cancellation) is { } stored
            ? [.. JsonSerializer.Deserialize<QuarantinedRow[]>(stored.Bytes.Span, PipelineJson.Options)!.Select(row => SetAsideRow.Of(row, releases))]
            : null;

    /// <summary>True when a source is missing, or rows were set aside that nobody has released.</summary>
    public static bool AreGaps(VintageManifest manifest, IReadOnlyList<SetAsideRow> rows) => manifest.MissingSources.Count > 0 || rows.Any(row => row.Release is null);
}
