using Pipeline.Domain;

namespace Pipeline.Restricted;

/// <summary>Days that follow from the five factors of P 2(2), before any policy element.</summary>
/// <param name="Days">Computed days, not rounded.</param>
/// <param name="Low">Smallest number of days that missing factors leave open.</param>
/// <param name="High">Largest number of days that missing factors leave open.</param>
/// <param name="Parts">Part of each factor in days, in the order of P 2(2).</param>
/// <param name="Status"><see cref="ResultStatus.Ok"/> with all five factors, each of them whole, otherwise <see cref="ResultStatus.Partial"/>.</param>
/// <param name="IsSynthetic">True when the parameters are a synthetic sample.</param>
public sealed record ComputedDays(
    Restricted<double> Days,
    Restricted<double> Low,
    Restricted<double> High,
    IReadOnlyList<FactorPart> Parts,
    ResultStatus Status,
    bool IsSynthetic)
{
    /// <summary>True when a factor rests on invented or purely illustrative input.</summary>
    public bool IsIllustrative { get; init; }

    /// <summary>Days as shown to those who may see them: whole, a half away from zero; rounded here and nowhere before.</summary>
    public Restricted<int> Shown => Days.Derive(days => (int)Math.Round((decimal)days, 0, MidpointRounding.AwayFromZero));
}

/// <summary>What one factor adds to the base or takes from it.</summary>
/// <param name="Factor">Identifier of the factor.</param>
/// <param name="Days">Part in days; 0 where the factor is missing.</param>
/// <param name="IsKnown">False where the factor is missing.</param>
public sealed record FactorPart(string Factor, Restricted<double> Days, bool IsKnown);
