namespace Pipeline.App.Changes;

/// <summary>
/// How much a change matters to a reader of the briefings, the most material first. Changes are put in this order; among equals the larger
/// change of score comes first, then the order of the list of minerals, then that of the indicators.
/// </summary>
internal enum Materiality
{
    /// <summary>What could be judged cannot be judged any more, or the other way round: a statement is lost or gained.</summary>
    Judgement,

    /// <summary>Another status on the same side of that line: judged in full or in part; not judged or not applicable; or the result is new or gone.</summary>
    Status,

    /// <summary>Both ends of the score's interval lie in another band than before.</summary>
    Band,

    /// <summary>One end of the score's interval has crossed a mark, the other stays in its band.</summary>
    Interval,

    /// <summary>The rank among the minerals moves by <see cref="ChangeRules.MaterialRanks"/> or more.</summary>
    Rank,

    /// <summary>The score moves within its band.</summary>
    Score,

    /// <summary>A value, an end of the interval or the unit changes, and no score.</summary>
    Value,

    /// <summary>Only what is said about the figure changes (period, reason, coverage, marks), or others have moved past it by a rank or two.</summary>
    Slight,
}

/// <summary>The rules of the order.</summary>
internal static class ChangeRules
{
    /// <summary>From this many ranks on a move counts for itself.</summary>
    public const int MaterialRanks = 3;

    // Sums taken in another order differ in the last binary digits; that is no change of a figure.
    private const double Rounding = 1e-12;

    /// <summary>True when two figures agree but for the rounding of sums.</summary>
    public static bool Same(double? before, double? after) => (before, after) switch
    {
        (null, null) => true,
        ({ } one, { } other) => one.Equals(other) || Math.Abs(one - other) <= Rounding * Math.Max(Math.Abs(one), Math.Abs(other)),
        _ => false,
    };

    /// <summary>The most material thing that happens to a result.</summary>
    /// <param name="before">The result as it is, or none.</param>
    /// <param name="after">The result as it would be, or none.</param>
    /// <param name="ranks">Ranks by which it would move, 0 when it has none before or after.</param>
    public static Materiality Of(ResultState? before, ResultState? after, int ranks)
    {
        if (IsJudged(before) != IsJudged(after)) return Materiality.Judgement;
        if (before is null || after is null || before.Status != after.Status) return Materiality.Status;
        bool low = before.BandLow != after.BandLow;
        bool high = before.BandHigh != after.BandHigh;
        if (low && high) return Materiality.Band;
        if (low || high) return Materiality.Interval;
        if (Math.Abs(ranks) >= MaterialRanks) return Materiality.Rank;
        if (!Same(before.Score, after.Score) || !Same(before.ScoreLow, after.ScoreLow) || !Same(before.ScoreHigh, after.ScoreHigh)) return Materiality.Score;
        bool value = !Same(before.Value, after.Value) || !Same(before.Low, after.Low) || !Same(before.High, after.High) || before.Unit != after.Unit;
        return value ? Materiality.Value : Materiality.Slight;
    }

    private static bool IsJudged(ResultState? state) => state is { Status: Domain.ResultStatus.Ok or Domain.ResultStatus.Partial };
}
