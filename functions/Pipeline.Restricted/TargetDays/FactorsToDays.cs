using Pipeline.Domain;

namespace Pipeline.Restricted;

/// <summary>
/// From the five factors to days: a base, and a part of each factor that grows from the neutral point towards 1 and falls towards 0, so that every part
/// can be read in days. The policy paper gives no formula; this one is a proposal (indicators, 6.6).
/// </summary>
public static class FactorsToDays
{
    private const string Up = "days.up";
    private const string Down = "days.down";

    /// <summary>Days of an assessed mineral: partial where a factor is partial itself, though it has a score, and illustrative where one is.</summary>
    /// <exception cref="ImplausibleValueException">A factor lies outside 0..1.</exception>
    public static ComputedDays Compute(MineralAssessment assessment, RestrictedParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        IndicatorResult[] factors = [.. IndicatorId.Factors.Select(assessment.Find).OfType<IndicatorResult>()];
        ComputedDays days = Compute(factors.ToDictionary(factor => factor.Indicator, factor => factor.Score ?? factor.Value, StringComparer.Ordinal), parameters);
        return days with
        {
            Status = factors.All(factor => factor.Status == ResultStatus.Ok) ? days.Status : ResultStatus.Partial,
            IsIllustrative = factors.Any(factor => factor.Illustrative),
        };
    }

    /// <summary>Days of five scores.</summary>
    /// <param name="factors">Score 0..1 by identifier of the factor; a missing one is none or absent.</param>
    /// <param name="parameters">Restricted parameters on the day.</param>
    /// <exception cref="ImplausibleValueException">A factor lies outside 0..1.</exception>
    /// <exception cref="ParameterException">The parameters are not five by five, or the neutral point is no inner point of the scale.</exception>
    public static ComputedDays Compute(IReadOnlyDictionary<string, double?> factors, RestrictedParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(parameters);
        double neutral = parameters.Number("days.neutral");
        IReadOnlyList<double> up = PerFactor(parameters, Up);
        IReadOnlyList<double> down = PerFactor(parameters, Down);
        if (neutral is not (> 0 and < 1))
        {
            throw RestrictedParameters.Malformed("days.neutral", "a number above 0 and below 1");
        }

        double days = parameters.Number("days.base");
        (double low, double high) = (days, days);
        List<FactorPart> parts = [];
        for (int index = 0; index < IndicatorId.Factors.Count; index++)
        {
            string factor = IndicatorId.Factors[index];
            double? score = factors.GetValueOrDefault(factor);
            double part = score is { } known ? Part(Checked(factor, known), neutral, up[index], down[index]) : 0;
            days += part;
            low += score is null ? -down[index] : part;
            high += score is null ? up[index] : part;
            parts.Add(new FactorPart(factor, new Restricted<double>(part), score is not null));
        }

        return new ComputedDays(
            new Restricted<double>(days),
            new Restricted<double>(low),
            new Restricted<double>(high),
            parts,
            parts.All(part => part.IsKnown) ? ResultStatus.Ok : ResultStatus.Partial,
            parameters.IsSynthetic);
    }

    private static double Part(double score, double neutral, double up, double down) =>
        score >= neutral ? up * (score - neutral) / (1 - neutral) : -down * (neutral - score) / neutral;

    private static double Checked(string factor, double score) => score is >= 0 and <= 1
        ? score
        : throw new ImplausibleValueException(new Fault("factors", factor, "a score from 0 to 1", "a score outside", "assess the mineral again"));

    private static IReadOnlyList<double> PerFactor(RestrictedParameters parameters, string id) =>
        parameters.Numbers(id) is var numbers && numbers.Count == IndicatorId.Factors.Count && numbers.All(number => number >= 0)
            ? numbers
            : throw RestrictedParameters.Malformed(id, "five numbers of days, none below 0");
}
