namespace Pipeline.Indicators.ImportDemand;

/// <summary>A year of imports; no amount when it is missing or withheld, which is not zero.</summary>
internal readonly record struct YearAmount(int Year, double? Tonnes);

/// <summary>Why there is no average, or that there is one.</summary>
internal enum AverageState
{
    /// <summary>Mean of all years of the window, or of all but one.</summary>
    Known,

    /// <summary>The series begins inside the window.</summary>
    TooShort,

    /// <summary>More years are missing than the rule allows.</summary>
    TooManyMissing,
}

/// <summary>Mean over a window of years.</summary>
/// <param name="State">Whether there is a value.</param>
/// <param name="Tonnes">Tonnes a year, or none.</param>
/// <param name="Known">Years of the window that have an amount.</param>
/// <param name="Missing">Years of the window without one.</param>
internal sealed record AverageFigure(AverageState State, double? Tonnes, IReadOnlyList<YearAmount> Known, IReadOnlyList<int> Missing);

/// <summary>輸入量の5か年移動平均, 5年単位で比較 (P 2(2) ④).</summary>
internal static class MovingAverage
{
    /// <summary>A(t): mean of imports in the window that ends with a year.</summary>
    /// <param name="series">Years in ascending order without gaps in the numbering; a missing year is an entry without amount.</param>
    /// <param name="year">t.</param>
    /// <param name="window">Years of the window.</param>
    /// <param name="maximumMissing">Missing years that the mean may leave out.</param>
    internal static AverageFigure Of(IReadOnlyList<YearAmount> series, int year, int window, int maximumMissing)
    {
        YearAmount[] inside = [.. series.Where(amount => amount.Year <= year && amount.Year > year - window)];
        YearAmount[] known = [.. inside.Where(amount => amount.Tonnes is not null)];
        int[] missing = [.. inside.Where(amount => amount.Tonnes is null).Select(amount => amount.Year)];
        if (inside.Length < window)
        {
            return new AverageFigure(AverageState.TooShort, null, known, missing);
        }

        return missing.Length > maximumMissing
            ? new AverageFigure(AverageState.TooManyMissing, null, known, missing)
            : new AverageFigure(AverageState.Known, known.Sum(amount => amount.Tonnes!.Value) / known.Length, known, missing);
    }

    /// <summary>g(t) = A(t) / A(t-5) - 1, or none when an average is none or the earlier one is zero.</summary>
    internal static double? Growth(AverageFigure now, AverageFigure before) =>
        now.Tonnes is { } later && before.Tonnes is { } earlier && earlier != 0 ? (later / earlier) - 1 : null;
}
