using Pipeline.Domain;

namespace Pipeline.Indicators.Factors.Disruption;

/// <summary>One sub-factor of one country on its scale of 0 (no risk) to 1.</summary>
/// <param name="Kind">Which of the seven.</param>
/// <param name="Weight">wₖ, above 0.</param>
/// <param name="Point">x, or none where it is not known.</param>
/// <param name="Low">Smallest x that the records allow; 0 where nothing is known.</param>
/// <param name="High">Largest x that the records allow; 1 where nothing is known.</param>
internal sealed record SubFactor(DisruptionSubFactor Kind, double Weight, double? Point, double Low, double High)
{
    /// <summary>Tree behind the point, or none.</summary>
    internal EvidenceNode? PointEvidence { get; init; }

    /// <summary>Tree behind a low end above 0 without a point, or none.</summary>
    internal EvidenceNode? LowEvidence { get; init; }

    /// <summary>Tree behind a high end below 1 without a point, or none.</summary>
    internal EvidenceNode? HighEvidence { get; init; }

    /// <summary>Marks that go with the sub-factor.</summary>
    internal IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Name of the sub-factor in keys, parameters and symbols.</summary>
    internal string Name => NameOf(Kind);

    /// <summary>A sub-factor of which nothing is known.</summary>
    internal static SubFactor Unknown(DisruptionSubFactor kind, double weight) => new(kind, weight, null, 0, 1);

    /// <summary>A sub-factor with a point.</summary>
    internal static SubFactor Known(DisruptionSubFactor kind, double weight, double point, EvidenceNode evidence) =>
        new(kind, weight, point, point, point) { PointEvidence = evidence };

    /// <summary>Name of a sub-factor in keys, parameters and symbols.</summary>
    internal static string NameOf(DisruptionSubFactor kind)
    {
        string name = kind.ToString();
        return $"{char.ToLowerInvariant(name[0])}{name[1..]}";
    }
}

/// <summary>Scales of the sub-factors, raw unit to 0..1.</summary>
internal static class SubFactorScale
{
    /// <summary>Outages in a typical month from which power counts as least stable.</summary>
    private const double MostOutages = 15;

    /// <summary>a: half the chance of at least one measure in a year at the past rate, half the institutional risk.</summary>
    /// <param name="rate">λ: severity of measures per year.</param>
    /// <param name="risk">r of 4.1, 0..1.</param>
    internal static double Policy(double rate, double risk) => (0.5 * Happens(rate)) + (0.5 * risk);

    /// <summary>1 - exp(-λ): the chance of at least one event in a year if events come at the past rate.</summary>
    internal static double Happens(double rate) => 1 - Math.Exp(-rate);

    /// <summary>x of an index in its raw unit.</summary>
    internal static double Index(DisruptionSubFactor kind, double value) => kind switch
    {
        DisruptionSubFactor.PowerStability => Math.Min(value / MostOutages, 1),
        DisruptionSubFactor.ExtremeWeather => value / 10,
        DisruptionSubFactor.Infrastructure => (5 - value) / 4,
        DisruptionSubFactor.EpidemicResponse => 1 - (value / 100),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no index"),
    };

    /// <summary>The same as an expression over the symbol <c>index</c>.</summary>
    internal static string Expression(DisruptionSubFactor kind) => kind switch
    {
        DisruptionSubFactor.PowerStability => "least(index / 15, 1)",
        DisruptionSubFactor.ExtremeWeather => "index / 10",
        DisruptionSubFactor.Infrastructure => "(5 - index) / 4",
        DisruptionSubFactor.EpidemicResponse => "1 - index / 100",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no index"),
    };

    /// <summary>Raw unit of an index.</summary>
    internal static string Unit(DisruptionSubFactor kind) => kind switch
    {
        DisruptionSubFactor.PowerStability => "outages/month",
        DisruptionSubFactor.ExtremeWeather => "0-10",
        DisruptionSubFactor.Infrastructure => "1-5",
        DisruptionSubFactor.EpidemicResponse => "0-100",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no index"),
    };
}
