using Pipeline.Domain;

namespace Pipeline.Restricted.Tests.Support;

/// <summary>Hand-made inputs.</summary>
internal static class Given
{
    internal static readonly DateOnly Day = new(2026, 11, 22);

    internal static RestrictedParameters Sample => RestrictedParameters.Sample(Day);

    /// <summary>Five factors in the order of the policy paper; a missing one is none.</summary>
    internal static Dictionary<string, double?> Factors(params double?[] scores) =>
        IndicatorId.Factors.Zip(scores).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    /// <summary>An assessment with the factors of the worked example, the last of them as a test wants it.</summary>
    internal static MineralAssessment Assessed(Func<IndicatorResult, IndicatorResult> last)
    {
        IndicatorResult[] factors = [.. IndicatorId.Factors.Zip([0.62, 0.35, 0.70, 0.85, 0.75], (factor, score) =>
            new IndicatorResult(factor, "cobalt", Stage.Trade, ResultStatus.Ok, "1") { Value = score })];
        return new MineralAssessment("cobalt", [.. factors[..^1], last(factors[^1])]);
    }

    /// <summary>Consumption of the years from FY2014 on; a missing one is none, a withheld one below zero.</summary>
    internal static ConsumptionYear[] Consumption(params double?[] tonnes) =>
        [.. tonnes.Select((amount, index) => new ConsumptionYear(
            new FiscalYear(2014 + index),
            amount switch
            {
                null => PublishedValue.NotCollected("NA"),
                < 0 => PublishedValue.Withheld("W"),
                { } known => PublishedValue.Reported(known, "as printed"),
            },
            ConsumptionKind.Reported))];

    internal static Baseline Baseline(params double?[] tonnes) => BaselineConsumption.Of(Consumption(tonnes), new FiscalYear(2018), Sample);
}
