using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Indicators.Concentration;

/// <summary>How a published world total stands to the rows of its table.</summary>
/// <param name="Gap">Amount of the total that no row accounts for; 0 when the difference is rounding.</param>
/// <param name="RowsExceedTotal">True when the rows are larger than a plain total by more than its rounding.</param>
internal readonly record struct TotalComparison(double Gap, bool RowsExceedTotal);

/// <summary>World totals are rounded: a difference within the rounding says nothing, a larger one is a residual that the rows leave out.</summary>
internal static class PublishedTotal
{
    /// <summary>Compares a total with the sum of its rows.</summary>
    /// <param name="total">A plain number or a lower bound such as <c>&gt;2,000,000</c>; anything else says nothing.</param>
    /// <param name="rows">Sum of the rows, in the unit of the total.</param>
    /// <param name="relativeTolerance">Share of the total that counts as rounding in any case.</param>
    /// <param name="minimumDigits">Digits that count as significant at least.</param>
    internal static TotalComparison Compare(PublishedValue total, double rows, double relativeTolerance, int minimumDigits)
    {
        bool isBound = total.IsLowerBound;
        if ((isBound ? total.Low : total.Point) is not (> 0 and double amount))
        {
            return default;
        }

        double rounding = Math.Max(relativeTolerance * amount, HalfUnit(amount, minimumDigits));
        double gap = amount - rows;
        return gap > rounding
            ? new TotalComparison(gap, false)
            : new TotalComparison(0, !isBound && -gap > rounding);
    }

    /// <summary>Half a unit of the last significant digit: 50,000 for 2,000,000 when two digits count at least, 500 for 302,000.</summary>
    internal static double HalfUnit(double amount, int minimumDigits)
    {
        // A decimal holds the printed digits; a double would show 0.1 + 0.2 as seventeen of them.
        decimal digits = (decimal)amount;
        decimal unit = 1;
        while (digits != decimal.Truncate(digits))
        {
            digits *= 10;
            unit /= 10;
        }

        int count = decimal.Truncate(digits).ToString(CultureInfo.InvariantCulture).Length;
        while (digits % 10 == 0 && count > minimumDigits)
        {
            digits /= 10;
            unit *= 10;
            count--;
        }

        for (; count < minimumDigits; count++)
        {
            unit /= 10;
        }

        return (double)unit / 2;
    }
}
