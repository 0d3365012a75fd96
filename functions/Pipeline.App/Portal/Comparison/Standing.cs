using Pipeline.Briefings;
using Pipeline.Domain;

namespace Pipeline.App.Portal;

/// <summary>What can be said of two results side by side.</summary>
internal enum Standing
{
    /// <summary>A side cannot be judged or does not apply.</summary>
    NotComparable,

    /// <summary>A side rests on invented input, which says nothing of the mineral.</summary>
    Illustrative,

    /// <summary>The intervals overlap, or end in figures that are printed alike: which is larger is not known.</summary>
    Open,

    /// <summary>Both are points and printed alike, whatever the digits behind.</summary>
    Same,

    /// <summary>The first is larger whatever is missing.</summary>
    FirstHigher,

    /// <summary>The second is larger whatever is missing.</summary>
    SecondHigher,
}

/// <summary>Sets two results side by side. One is larger only where no value within its interval is as small as one of the other, as far as readers see digits.</summary>
internal static class Standings
{
    /// <summary>What can be said of two results of one indicator: their scores where they have any, else their values.</summary>
    public static Standing Of(IndicatorResult? first, IndicatorResult? second)
    {
        if (Ends(first) is not { } one || Ends(second) is not { } other || first!.Unit != second!.Unit)
        {
            return Standing.NotComparable;
        }

        if (first.Illustrative || second.Illustrative)
        {
            return Standing.Illustrative;
        }

        if (one.IsAbove(other))
        {
            return Standing.FirstHigher;
        }

        if (other.IsAbove(one))
        {
            return Standing.SecondHigher;
        }

        return one.IsPoint && other.IsPoint && one.Print(one.Low) == other.Print(other.Low) ? Standing.Same : Standing.Open;
    }

    private static PrintedInterval? Ends(IndicatorResult? result) => result switch
    {
        null or { Status: ResultStatus.NotApplicable } => null,
        _ when ResultFigure.IsScored(result) => Ends(result.Score, result.ScoreLow, result.ScoreHigh, DisplayNumber.Score),
        _ => Ends(result.Value, result.Low, result.High, value => ResultFigure.Amount(result, value, Language.English)),
    };

    /// <summary>An interval without an upper end reaches as far as there are values; a point without an interval is one.</summary>
    private static PrintedInterval? Ends(double? point, double? low, double? high, Func<double, string> print) => (point, low, high) switch
    {
        (_, { } from, _) => new PrintedInterval(from, high, print),
        ({ } only, null, null) => new PrintedInterval(only, only, print),
        _ => null,
    };

    /// <summary>An interval and how its figures are printed.</summary>
    /// <param name="Low">Lower end.</param>
    /// <param name="High">Upper end, or none where it has none.</param>
    /// <param name="Print">Writes a figure as the page does.</param>
    private readonly record struct PrintedInterval(double Low, double? High, Func<double, string> Print)
    {
        /// <summary>True when no more than one figure is printed.</summary>
        public bool IsPoint => High is { } high && Print(Low) == Print(high);

        /// <summary>True when all of it lies above all of another one, and is seen to.</summary>
        public bool IsAbove(PrintedInterval other) => other.High is { } below && Low > below && Print(Low) != Print(below);
    }
}
