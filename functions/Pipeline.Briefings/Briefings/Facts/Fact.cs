using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// Something that the key points may say about a mineral, before it has words: the same for every language. Facts are compared by weight,
/// and those of equal weight keep the order of the vocabulary.
/// </summary>
/// <param name="Notes">Keys of the notes that lead to its sources.</param>
/// <param name="Weight">Materiality: from 0 for a score in the lowest band to above 3 for one in the highest; see <see cref="MineralFacts"/>.</param>
/// <param name="Results">Results whose figures it states.</param>
internal abstract record Fact(IReadOnlyList<string> Notes, double Weight, IReadOnlyList<IndicatorResult> Results)
{
    /// <summary>True when the fact rests on illustrative input.</summary>
    public bool IsIllustrative => Results.Any(result => result.Illustrative);
}

/// <summary>Where a score stands, how sure that is, and who leads.</summary>
/// <param name="Result">A result with a score.</param>
/// <param name="Leader">Country with the largest share, or none where the rule has none.</param>
/// <param name="Weight">Materiality.</param>
internal sealed record StandingFact(IndicatorResult Result, LeadingShare? Leader, double Weight) : Fact([Result.Indicator], Weight, [Result])
{
    /// <summary>True when the interval crosses a mark between bands, so that the band itself is open.</summary>
    public bool IsOpen => Result is { BandLow: { } low, BandHigh: var high } && high != low && low != Band.VeryHigh;
}

/// <summary>A result that has no point value, but whose interval tells something.</summary>
/// <param name="Result">A result with both ends of an interval and no score.</param>
/// <param name="Weight">Materiality.</param>
internal sealed record IntervalFact(IndicatorResult Result, double Weight) : Fact([Result.Indicator], Weight, [Result]);

/// <summary>The bands of an indicator are others than in the vintage of the quarter before.</summary>
/// <param name="Before">Result of the earlier vintage.</param>
/// <param name="After">Result of this vintage.</param>
/// <param name="Weight">Materiality.</param>
internal sealed record BandChangeFact(IndicatorResult Before, IndicatorResult After, double Weight) : Fact([After.Indicator], Weight, [Before, After])
{
    /// <summary>Up or down where no end moves against the other, else whether more or less is known.</summary>
    public BandMovement Movement
    {
        get
        {
            static (Band Low, Band High) Ends(IndicatorResult result) => (result.BandLow ?? Band.Low, result.BandHigh ?? Band.VeryHigh);
            (Band low, Band high) = Ends(Before);
            (Band newLow, Band newHigh) = Ends(After);
            return newLow >= low && newHigh >= high ? BandMovement.Up
                : newLow <= low && newHigh <= high ? BandMovement.Down
                : newLow > low ? BandMovement.Narrowed
                : BandMovement.Widened;
        }
    }
}

/// <summary>How the bands of a result have moved.</summary>
internal enum BandMovement
{
    /// <summary>Both ends upwards, or one of them.</summary>
    Up,

    /// <summary>Both ends downwards, or one of them.</summary>
    Down,

    /// <summary>Both ends inwards: more is known.</summary>
    Narrowed,

    /// <summary>Both ends outwards: less is known.</summary>
    Widened,
}

/// <summary>The largest supplier of a stage whose stability cannot be judged.</summary>
/// <param name="Table">Source countries of the stage.</param>
/// <param name="Indicator">Indicator of the stage.</param>
/// <param name="Leader">The country with the largest share.</param>
/// <param name="Weight">Materiality.</param>
internal sealed record SupplierFact(PartnerTable Table, string Indicator, PartnerRow Leader, double Weight) : Fact([Indicator], Weight, []);

/// <summary>Average imports and how they have changed.</summary>
/// <param name="Average">Five-year moving average.</param>
/// <param name="Growth">Its growth against five years before, or none where that cannot be judged.</param>
/// <param name="Weight">Materiality.</param>
internal sealed record ImportsFact(IndicatorResult Average, IndicatorResult? Growth, double Weight) : Fact([NoteKey.Imports], Weight, Growth is null ? [Average] : [Average, Growth]);

/// <summary>Material that a roll-out of vehicles or wind turbines would need.</summary>
/// <param name="Result">Result of the scenario.</param>
/// <param name="Ratio">The demand against domestic demand in 2018, on a base of 1.</param>
/// <param name="Weight">Materiality.</param>
internal sealed record ScenarioFact(IndicatorResult Result, double Ratio, double Weight) : Fact([NoteKey.Scenario], Weight, [Result]);

/// <summary>Self-sufficiency where anything of it is known.</summary>
/// <param name="Result">The rate, its lower bound or its interval.</param>
/// <param name="Weight">Materiality.</param>
internal sealed record SelfSufficiencyFact(IndicatorResult Result, double Weight) : Fact([NoteKey.SelfSufficiency], Weight, [Result]);

/// <summary>Results that rest on statistics of long ago or on a parameter past its confirmation date.</summary>
/// <param name="Old">Results whose period ended three years or more before the quarter's year, oldest first.</param>
/// <param name="Unconfirmed">Results that use a parameter past its confirmation date.</param>
internal sealed record StaleFact(IReadOnlyList<IndicatorResult> Old, IReadOnlyList<IndicatorResult> Unconfirmed)
    : Fact([.. Old.Concat(Unconfirmed).Select(MineralFacts.NoteOf).Distinct()], 0, [.. Old, .. Unconfirmed]);

/// <summary>Indicators that cannot be judged, and those for which the question does not arise.</summary>
/// <param name="Missing">Indicators without a score.</param>
/// <param name="NotApplicable">Indicators that do not apply.</param>
internal sealed record GapFact(IReadOnlyList<string> Missing, IReadOnlyList<string> NotApplicable)
    : Fact([.. Missing.Concat(NotApplicable)], 0, []);
