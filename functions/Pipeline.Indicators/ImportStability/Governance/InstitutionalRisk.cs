using Pipeline.Domain;

namespace Pipeline.Indicators.ImportStability.Governance;

/// <summary>制度安定性指標: how unstable the institutions of a country are, 0 = most stable, 1 = least.</summary>
/// <param name="Point">r; 0.5 where nothing is known.</param>
/// <param name="Low">Smallest r that the data allow.</param>
/// <param name="High">Largest r that the data allow.</param>
/// <param name="IsImputed">True where nothing is known: never 0 and never 1.</param>
/// <param name="Flags"><c>staleGovernance</c>, <c>inheritedGovernance</c> or <c>unknownGovernance</c>.</param>
/// <param name="Evidence">Tree down to the six estimates.</param>
internal sealed record InstitutionalRisk(double Point, double Low, double High, bool IsImputed, IReadOnlyList<string> Flags, EvidenceNode Evidence)
{
    /// <summary>r from the mean of governance estimates, each about -2.5 (weak) to 2.5 (strong).</summary>
    internal static double FromMean(double mean) => Math.Clamp((2.5 - mean) / 5, 0, 1);
}
