using Pipeline.App.Vintages;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.App.Refresh;

/// <summary>What a refresh has done.</summary>
/// <param name="Run">Identifier of the run in the ledger.</param>
/// <param name="End">Whether and how it was published.</param>
/// <param name="Manifest">The vintage.</param>
/// <param name="Assessments">Its assessments in list order, or none when the vintage was published before.</param>
/// <param name="Stages">Steps by stage: done anew and taken over.</param>
/// <param name="PassedOver">Names of files that belong to no source.</param>
internal sealed record RefreshOutcome(
    string Run, RefreshEnd End, VintageManifest Manifest, IReadOnlyList<MineralAssessment>? Assessments, IReadOnlyList<StageCount> Stages, IReadOnlyList<string> PassedOver)
{
    /// <summary>Data rows read in all files.</summary>
    public long RowsRead => Manifest.Snapshots.Sum(snapshot => snapshot.RowsRead);

    /// <summary>Rows set aside in all files.</summary>
    public int Quarantined => Manifest.Snapshots.Sum(snapshot => snapshot.Quarantined);

    /// <summary>True when a source is missing or rows were set aside.</summary>
    public bool HasGaps => Quarantined > 0 || Manifest.MissingSources.Count > 0;
}

/// <summary>Steps of a stage.</summary>
/// <param name="Stage">Name of the stage.</param>
/// <param name="Done">Steps done in this run.</param>
/// <param name="Reused">Steps whose result an earlier run had stored.</param>
internal sealed record StageCount(string Stage, int Done, int Reused)
{
    /// <summary>The counts in words.</summary>
    public string Words() => (Done, Reused) switch
    {
        (0, _) => Invariant($"{Reused} steps reused, nothing to do"),
        (_, 0) => Invariant($"{Done} steps done"),
        _ => Invariant($"{Done} steps done, {Reused} reused"),
    };
}
