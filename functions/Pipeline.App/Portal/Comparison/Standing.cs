using Pipeline.Briefings;
using Pipeline.Domain;

namespace Pipeline.App.Portal;

/// <summary>What can be said of two results side by side.</summary>
internal enum Standing
{
    /// <summary>A side cannot be judged or does not apply.</summary>
    NotComparable,

    /// <summary>The intervals overlap: which is larger is not known.</summary>
    Open,

    /// <summary>Both are printed alike.</summary>
    Same,

    /// <summary>The first is larger whatever is missing.</summary>
    FirstHigher,

    /// <summary>The second is larger whatever is missing.</summary>
    SecondHigher,
}

/// <summary>Sets two results side by side. One is larger only where no value within its interval is as small as one of the other.</summary>
internal static class Standings
{
    /// <summary>What can be said of two results of one indicator: their scores where they have any, else their values.</summary>
    public static Standing Of(IndicatorResult? first, IndicatorResult? second)
    {
        if (Interval(first) is not { } one || Interval(second) is not { } other || first!.Unit != second!.Unit)
        {
            return Standing.NotComparable;
        }

        if (one.Low > other.High)
        {
            return Standing.FirstHigher;
        }

        if (other.Low > one.High)
        {
            return Standing.SecondHigher;
        }

        return ResultFigure.Of(first, Language.English) == ResultFigure.Of(second, Language.English) && one.IsPoint && other.IsPoint ? Standing.Same : Standing.Open;
    }

    private static (double Low, double High, bool IsPoint)? Interval(IndicatorResult? result) => result switch
    {
        null or { Status: ResultStatus.NotApplicable } => null,
        _ when ResultFigure.IsScored(result) => Interval(result.Score, result.ScoreLow, result.ScoreHigh, most: 1),
        _ => Interval(result.Value, result.Low, result.High, most: double.PositiveInfinity),
    };

    /// <summary>An interval without an upper end reaches as far as there are values; a point without an interval is one.</summary>
    private static (double Low, double High, bool IsPoint)? Interval(double? point, double? low, double? high, double most) => (point, low, high) switch
    {
        (_, { } from, { } to) => (from, to, DisplayNumber.Score(from) == DisplayNumber.Score(to)),
        (_, { } from, null) => (from, most, false),
        ({ } only, null, null) => (only, only, true),
        _ => null,
    };
}
