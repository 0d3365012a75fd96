using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources.DisruptionSurvey;

/// <summary>Raw unit and range of an index of a country (indicators, section 6 ②), as its publisher prints it.</summary>
/// <param name="Unit">Raw unit.</param>
/// <param name="Least">Least value.</param>
/// <param name="Greatest">Greatest value, or none where the scale is open.</param>
internal sealed record IndexScale(string Unit, double Least, double? Greatest)
{
    private static readonly Dictionary<DisruptionSubFactor, IndexScale> Scales = new()
    {
        [DisruptionSubFactor.PowerStability] = new("outages/month", 0, null),
        [DisruptionSubFactor.ExtremeWeather] = new("0-10", 0, 10),
        [DisruptionSubFactor.Infrastructure] = new("1-5", 1, 5),
        [DisruptionSubFactor.EpidemicResponse] = new("0-100", 0, 100),
    };

    /// <summary>Scale of a sub-factor, or none where it is counted in events.</summary>
    public static IndexScale? Of(DisruptionSubFactor subFactor) => Scales.GetValueOrDefault(subFactor);

    /// <summary>The range in words.</summary>
    public string Range => Greatest is { } greatest ? Invariant($"{Least} to {greatest}") : Invariant($"{Least} or more");

    /// <summary>True when a figure, with all that it leaves open, lies on the scale.</summary>
    public bool Holds(PublishedValue value) =>
        new[] { value.Low, value.Point, value.High }.All(end => end is not { } number || (number >= Least && !(number > Greatest)));
}
