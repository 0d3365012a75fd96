using Pipeline.Domain;

namespace Pipeline.App.Changes;

/// <summary>A result of one mineral, by what identifies it in every vintage.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Indicator">Identifier of <see cref="IndicatorId"/>.</param>
/// <param name="Stage">Stage the figure speaks of.</param>
internal readonly record struct ResultKey(string Mineral, string Indicator, Stage Stage)
{
    /// <summary>The key of a result.</summary>
    public static ResultKey Of(IndicatorResult result) => new(result.Mineral, result.Indicator, result.Stage);
}

/// <summary>What a vintage states about a result: no number without unit, period and status.</summary>
/// <param name="Status">How far it can be relied on.</param>
/// <param name="Unit">Unit of value, low and high: <c>1</c>, <c>1/year</c>, <c>t</c>, <c>percent</c>.</param>
/// <param name="Period">Time the figure speaks of, or none.</param>
internal sealed record ResultState(ResultStatus Status, string Unit, Period? Period)
{
    /// <summary>Point value in <see cref="Unit"/>, or none.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of the interval, or none.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the interval, or none.</summary>
    public double? High { get; init; }

    /// <summary>Risk score 0 (low risk) to 1 (high risk) of the point value, or none.</summary>
    public double? Score { get; init; }

    /// <summary>Score of the more favourable end of the interval, or none.</summary>
    public double? ScoreLow { get; init; }

    /// <summary>Score of the less favourable end of the interval, or none.</summary>
    public double? ScoreHigh { get; init; }

    /// <summary>Band of the more favourable end, or none without a score.</summary>
    public Band? BandLow { get; init; }

    /// <summary>Band of the less favourable end, or none without a score.</summary>
    public Band? BandHigh { get; init; }

    /// <summary>Share of the quantity that is attributed and known, 0..1, or none.</summary>
    public double? Coverage { get; init; }

    /// <summary>Share that rests on a filled-in value, 0..1, or none.</summary>
    public double? ImputedShare { get; init; }

    /// <summary>Why the result is not <see cref="ResultStatus.Ok"/>, or none.</summary>
    public Reason? Reason { get; init; }

    /// <summary>Marks of the vocabulary, in ordinal order.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>True when the result rests on invented or purely illustrative input.</summary>
    public bool Illustrative { get; init; }

    /// <summary>Who may see the result.</summary>
    public AccessLabel Label { get; init; }

    /// <summary>What a result states.</summary>
    public static ResultState Of(IndicatorResult result) => new(result.Status, result.Unit, result.Period)
    {
        Value = result.Value,
        Low = result.Low,
        High = result.High,
        Score = result.Score,
        ScoreLow = result.ScoreLow,
        ScoreHigh = result.ScoreHigh,
        BandLow = result.BandLow,
        BandHigh = result.BandHigh,
        Coverage = result.Coverage,
        ImputedShare = result.ImputedShare,
        Reason = result.Reason,
        Flags = result.Flags,
        Illustrative = result.Illustrative,
        Label = result.Label,
    };

    /// <summary>
    /// True when both state the same; figures may differ by the rounding of sums. Where nothing is known of a figure, before and after, it does not matter for
    /// which period nothing is known.
    /// </summary>
    public static bool Same(ResultState before, ResultState after) =>
        (before.Status, before.Unit, before.BandLow, before.BandHigh, before.Illustrative)
            == (after.Status, after.Unit, after.BandLow, after.BandHigh, after.Illustrative)
        && (before.Period == after.Period || (before.IsUnknown && after.IsUnknown))
        && before.Figures.Zip(after.Figures).All(pair => ChangeRules.Same(pair.First, pair.Second))
        && before.Flags.SequenceEqual(after.Flags, StringComparer.Ordinal)
        && before.Reason?.Code == after.Reason?.Code
        && (before.Reason?.Arguments ?? []).SequenceEqual(after.Reason?.Arguments ?? [], StringComparer.Ordinal);

    /// <summary>True when the result tells no more than what every share and score is: from 0 to 1.</summary>
    private bool IsUnknown => this is { Status: ResultStatus.Insufficient, Value: null, Score: null, Unit: "1", Low: null or 0, High: null or 1 };

    private double?[] Figures => [Value, Low, High, Score, ScoreLow, ScoreHigh, Coverage, ImputedShare];
}

/// <summary>How far a figure moves. What the movement consists of is told by <see cref="Causes.CausesReport"/>, which computes the figure anew for each cause.</summary>
/// <param name="Amount">After minus before, in the unit of the figure.</param>
/// <param name="Relative">The amount as a share of the figure before, on a base of 1; none when that is zero.</param>
internal sealed record Difference(double Amount, double? Relative)
{
    /// <summary>The difference of two figures of one unit, or none unless both exist.</summary>
    public static Difference? Between(double? before, double? after) => (before, after) is ({ } from, { } to)
        ? new Difference(to - from, from == 0 ? null : (to - from) / Math.Abs(from))
        : null;
}

/// <summary>A result that would state something else.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Indicator">Identifier of the indicator.</param>
/// <param name="Stage">Stage the figure speaks of.</param>
/// <param name="Materiality">The most material thing that happens to the result.</param>
/// <param name="Before">What the current vintage states, or none when the result is new.</param>
/// <param name="After">What the computed vintage states, or none when the result is gone.</param>
/// <param name="Value">Difference of the values; none unless both exist in one unit.</param>
/// <param name="Score">Difference of the scores; none unless both exist.</param>
/// <param name="Illustrative">True when either side rests on illustrative input.</param>
/// <param name="Label">Who may see it: the higher label of the two sides.</param>
internal sealed record ResultChange(
    string Mineral, string Indicator, Stage Stage, Materiality Materiality, ResultState? Before, ResultState? After, Difference? Value, Difference? Score, bool Illustrative,
    AccessLabel Label);

/// <summary>The bands that the interval of a score spans; equal when it crosses no mark.</summary>
/// <param name="Low">Band of the more favourable end.</param>
/// <param name="High">Band of the less favourable end.</param>
internal sealed record BandSpan(Band Low, Band High)
{
    /// <summary>The bands of a result, or none without a score.</summary>
    public static BandSpan? Of(ResultState? state) => state is { BandLow: { } low, BandHigh: { } high } ? new BandSpan(low, high) : null;
}

/// <summary>A result that would stand in another band.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Indicator">Identifier of the indicator.</param>
/// <param name="Stage">Stage the figure speaks of.</param>
/// <param name="Materiality">The most material thing that happens to the result.</param>
/// <param name="Before">Bands now, or none without a score.</param>
/// <param name="After">Bands then, or none without a score.</param>
/// <param name="Illustrative">True when either side rests on illustrative input.</param>
/// <param name="Label">Who may see it: the higher label of the two sides.</param>
internal sealed record BandChange(string Mineral, string Indicator, Stage Stage, Materiality Materiality, BandSpan? Before, BandSpan? After, bool Illustrative, AccessLabel Label);
