using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Refresh;

/// <summary>A result that rests on a file of which rows were set aside says so: what those rows held is not in it.</summary>
internal static class QuarantineMarks
{
    private const string Flag = "quarantinedRows";

    /// <summary>The assessment with its marks.</summary>
    /// <param name="assessment">What was computed.</param>
    /// <param name="snapshots">Files it was computed from.</param>
    public static MineralAssessment On(MineralAssessment assessment, IEnumerable<SnapshotUse> snapshots)
    {
        HashSet<string> incomplete = [.. snapshots.Where(snapshot => snapshot.Quarantined > 0).Select(snapshot => snapshot.Use.Snapshot)];
        return incomplete.Count == 0 ? assessment : assessment with
        {
            Results = [.. assessment.Results.Select(result =>
                result.AllEvidence.SelectMany(node => node.Walk()).SelectMany(node => node.Cells).Any(cell => incomplete.Contains(cell.Snapshot))
                    ? result with { Flags = [.. result.Flags.Append(Flag).Order(StringComparer.Ordinal)] }
                    : result)],
        };
    }
}
