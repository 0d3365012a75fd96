namespace Pipeline.Indicators.ImportStability;

/// <summary>A row of trade as far as the filling of weights is concerned.</summary>
/// <param name="Weight">Weight, 0 or none where it is missing.</param>
/// <param name="Value">Value, same currency for all rows.</param>
internal readonly record struct WeighedRow(double? Weight, double Value)
{
    /// <summary>A value without a weight: the weight was dropped because it is below one unit.</summary>
    internal bool IsMissing => Value > 0 && Weight is not > 0;

    /// <summary>A row that says what a tonne is worth.</summary>
    internal bool IsWeighed => Value > 0 && Weight is > 0;
}

/// <summary>Weights that the trade statistics print as zero beside a value: goods of less than one unit.</summary>
internal static class MissingWeight
{
    /// <summary>
    /// Weight of a row with a value and no weight: value over the mean value of a unit of weight, of the same code, else of its
    /// heading, else of its stage; none when nobody was weighed.
    /// </summary>
    /// <param name="value">Value of the row.</param>
    /// <param name="unit">One unit of the code in the unit of weight, which bounds the estimate because a printed zero means "below one unit"; none where the code has no unit.</param>
    /// <param name="peers">Rows of the code, of the heading and of the stage, in the order in which they are asked.</param>
    internal static double? Estimate(double value, double? unit, params IEnumerable<WeighedRow>[] peers)
    {
        foreach (IEnumerable<WeighedRow> group in peers)
        {
            WeighedRow[] weighed = [.. group.Where(row => row.IsWeighed)];
            if (weighed.Length > 0)
            {
                double valueOfUnit = weighed.Sum(row => row.Value) / weighed.Sum(row => row.Weight!.Value);
                double estimate = value / valueOfUnit;
                return unit is { } bound ? Math.Min(estimate, bound) : estimate;
            }
        }

        return null;
    }

    /// <summary>Share of the value that has no weight, 0..1; above the mark the shares are computed on value.</summary>
    internal static double ValueShare(IEnumerable<WeighedRow> rows)
    {
        WeighedRow[] all = [.. rows];
        double value = all.Sum(row => row.Value);
        return value > 0 ? all.Where(row => row.IsMissing).Sum(row => row.Value) / value : 0;
    }
}
