using Pipeline.App.Changes;
using Pipeline.App.Vintages;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Refresh;

/// <summary>What a refresh has done.</summary>
/// <param name="Run">Identifier of the run in the ledger.</param>
/// <param name="End">Whether and how it was published.</param>
/// <param name="Manifest">The vintage.</param>
/// <param name="Stages">Steps by stage: done anew and taken over.</param>
/// <param name="PassedOver">Names of files that belong to no source.</param>
/// <param name="Changes">What publishing would have changed, or none when it was no dry run.</param>
internal sealed record RefreshOutcome(
    string Run, RefreshEnd End, VintageManifest Manifest, IReadOnlyList<StageCount> Stages, IReadOnlyList<string> PassedOver, ChangeReport? Changes)
{
    /// <summary>Data rows read in all files.</summary>
    public long RowsRead => Manifest.Snapshots.Sum(snapshot => snapshot.RowsRead);

    /// <summary>Rows set aside in all files.</summary>
    public int Quarantined => Manifest.Snapshots.Sum(snapshot => snapshot.Quarantined);
}

/// <summary>Steps of a stage.</summary>
/// <param name="Stage">Name of the stage.</param>
/// <param name="Done">Steps done in this run.</param>
/// <param name="Reused">Steps whose result an earlier run had stored.</param>
internal sealed record StageCount(string Stage, int Done, int Reused)
{
    /// <summary>Counts the steps of a stage.</summary>
    public static StageCount Of(string stage, IReadOnlyList<StepRecord> steps)
    {
        StepRecord[] ofStage = [.. steps.Where(step => step.Stage == stage)];
        return new StageCount(stage, ofStage.Count(step => !step.Reused), ofStage.Count(step => step.Reused));
    }

    /// <summary>The counts in words.</summary>
    public string Words() => (Done, Reused) switch
    {
        (0, _) => Invariant($"{Reused} steps reused, nothing to do"),
        (_, 0) => Invariant($"{Done} steps done"),
        _ => Invariant($"{Done} steps done, {Reused} reused"),
    };
}

/// <summary>How a run ended with regard to publishing.</summary>
internal enum RefreshEnd
{
    /// <summary>A new vintage is current.</summary>
    Published,

    /// <summary>Nothing had changed: the vintage published before stays current.</summary>
    Unchanged,

    /// <summary>The vintage can be read, but one of a later quarter stays current.</summary>
    PublishedBehindCurrent,

    /// <summary>Computed and not published: a dry run, or a refresh of some minerals only.</summary>
    NotPublished,

    /// <summary>Files were read and nothing was computed.</summary>
    OnlyRead,
}
