namespace Pipeline.Restricted;

/// <summary>備蓄目標量 of one mineral: the days of its target at the baseline consumption.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Tonnes">Tonnes of metal, not rounded.</param>
/// <param name="IsSynthetic">True when the days rest on a synthetic sample of parameters: tonnes of invented days are invented too.</param>
/// <param name="IsApparent">True when the baseline rests on apparent consumption.</param>
/// <param name="StaleParameters">Identifiers of parameters of the baseline that are past their confirmation, in order.</param>
public sealed record TargetTonnes(string Mineral, Restricted<double> Tonnes, bool IsSynthetic, bool IsApparent, IReadOnlyList<string> StaleParameters);
