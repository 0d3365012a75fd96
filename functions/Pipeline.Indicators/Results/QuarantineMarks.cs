using Pipeline.Domain;

namespace Pipeline.Indicators.Results;

/// <summary>A result that rests on a file of which rows were set aside says so: what those rows held is not in it.</summary>
public static class QuarantineMarks
{
    private const string Flag = "quarantinedRows";

    /// <summary>The assessment with its marks.</summary>
    /// <param name="assessment">What was computed.</param>
    /// <param name="incomplete">Snapshots of which rows were set aside.</param>
    public static MineralAssessment On(MineralAssessment assessment, IReadOnlySet<string> incomplete)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(incomplete);
        return incomplete.Count == 0 ? assessment : assessment with
        {
            Results = [.. assessment.Results.Select(result =>
                result.AllEvidence.SelectMany(node => node.Walk()).SelectMany(node => node.Cells).Any(cell => incomplete.Contains(cell.Snapshot))
                    ? result with { Flags = ResultMarks.Ordered(result.Flags.Append(Flag)) }
                    : result)],
        };
    }
}
