namespace Pipeline.Domain;

/// <summary>A rate of self-sufficiency that policy aims at.</summary>
/// <param name="Group">Kind of metal it is set for, as in <see cref="Mineral.Group"/>.</param>
/// <param name="Year">Calendar year in which it is to be reached.</param>
/// <param name="Percent">The rate in percent; reached at or above it.</param>
/// <param name="Parameter">The parameter that states it.</param>
/// <param name="Reference">Paper and clause that print it.</param>
public sealed record SelfSufficiencyGoal(string Group, int Year, double Percent, ParameterUse Parameter, string Reference);
