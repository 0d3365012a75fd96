using Pipeline.Domain;
using Pipeline.Indicators.Scenarios.Request;
using static System.FormattableString;

namespace Pipeline.Indicators.Scenarios.Levers;

/// <summary>How much a new supply is, and what becomes of the others: the same arithmetic for imports of a stage and for mine production.</summary>
internal static class AmountsByCountry
{
    // Shares are typed in with a few decimals: a share of 0.6 may stand a last binary digit above the partner it displaces.
    private const double Rounding = 1e-9;

    /// <summary>Amount of the new supply.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="whole">The whole before.</param>
    /// <param name="perTonne">Unit of the whole for each tonne (1 where it is tonnes, the mean value where it is a value).</param>
    internal static double New(SupplyMeasure measure, double whole, double perTonne) => measure switch
    {
        { Tonnes: { } tonnes } => tonnes * perTonne,
        { Displacement: Displacement.None, Share: { } share } => whole * share / (1 - share),
        { Share: { } share } => whole * share,
        _ => throw new InvalidOperationException("A supply has tonnes or a share."),
    };

    /// <summary>What each country keeps, as a factor of what it had; countries that keep all are left out.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="amount">Amount of the new supply.</param>
    /// <param name="before">Amounts by key; the key of a country is its ISO code, any other key is no single country.</param>
    /// <exception cref="ScenarioRequestException">There is less to displace than the new supply.</exception>
    internal static IReadOnlyDictionary<string, double> Kept(SupplyMeasure measure, double amount, IReadOnlyDictionary<string, double> before)
    {
        KeyValuePair<string, double>[] others = [.. before.Where(pair => pair.Key != measure.Country && pair.Value > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal)];
        KeyValuePair<string, double>[] displaced = measure.Displacement switch
        {
            Displacement.None => [],
            Displacement.Largest => others.Where(pair => CountryCatalogue.Find(pair.Key) is not null) is var countries && countries.Any() ? [countries.MaxBy(pair => pair.Value)] : [],
            _ => others,
        };
        if (measure.Displacement == Displacement.None)
        {
            return new Dictionary<string, double>();
        }

        double available = displaced.Sum(pair => pair.Value);
        if (amount > available * (1 + Rounding))
        {
            string who = displaced is [var one] ? $"what {one.Key} supplies" : "what the others supply";
            throw new ScenarioRequestException(
                measure.AmountPointer,
                measure.Tonnes is null
                    ? Invariant($"a share of at most {available / before.Values.Sum():0.######}, {who}")
                    : Invariant($"at most {available:0.###} t, {who}"),
                Invariant($"{measure.Tonnes ?? measure.Share}"))
            {
                Obstacle = "measureTooLittleToReplace",
            };
        }

        double kept = Math.Max(0, 1 - (amount / available));
        return displaced.ToDictionary(pair => pair.Key, _ => kept, StringComparer.Ordinal);
    }
}
