using Pipeline.App.Changes;
using Pipeline.Domain;
using Pipeline.Indicators.Scenarios;

namespace Pipeline.App.Portal;

/// <summary>
/// What reports on changes and scenarios state of a result, as a result without its trees: it is worded by the code that words every result.
/// </summary>
internal static class StatedResult
{
    /// <summary>What a vintage states.</summary>
    public static IndicatorResult Of(string mineral, string indicator, Stage stage, ResultState state) => new(indicator, mineral, stage, state.Status, state.Unit)
    {
        Period = state.Period, Value = state.Value, Low = state.Low, High = state.High, Score = state.Score, ScoreLow = state.ScoreLow, ScoreHigh = state.ScoreHigh,
        BandLow = state.BandLow, BandHigh = state.BandHigh, Reason = state.Reason, Flags = state.Flags, Label = state.Label, Illustrative = state.Illustrative,
    };

    /// <summary>What a scenario states, as a result like the one that the vintage has.</summary>
    /// <param name="like">The published result, for its stage.</param>
    /// <param name="outcome">The result of the scenario.</param>
    public static IndicatorResult Of(IndicatorResult like, Outcome outcome) => new(like.Indicator, like.Mineral, like.Stage, outcome.Status, outcome.Unit)
    {
        Period = outcome.Period, Value = outcome.Value, Low = outcome.Low, High = outcome.High, Score = outcome.Score, ScoreLow = outcome.ScoreLow, ScoreHigh = outcome.ScoreHigh,
        BandLow = outcome.BandLow, BandHigh = outcome.BandHigh, Reason = outcome.Reason, Flags = outcome.Flags, Companions = outcome.Companions, Illustrative = outcome.Illustrative,
    };
}
