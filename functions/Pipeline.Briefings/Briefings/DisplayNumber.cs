using System.Globalization;

namespace Pipeline.Briefings;

/// <summary>
/// The one place where numbers are rounded for people. Shares and scores have 3 decimals, percentages 1, masses in tonnes none; a half is
/// rounded away from zero. A number above zero that would be printed as zero is printed as "less than one unit of the last digit", since
/// next to nothing is not nothing. Digits are the same in every language.
/// </summary>
public static class DisplayNumber
{
    private const char Minus = '\u2212';

    /// <summary>A score or share on 0..1, 3 decimals: <c>0.297</c>.</summary>
    public static string Score(double value) => Fixed(value, 3);

    /// <summary>A percentage, 1 decimal, without its sign: <c>61.5</c>.</summary>
    /// <param name="percent">Per cent.</param>
    public static string Percent(double percent) => Fixed(percent, 1);

    /// <summary>A share on 0..1 as a percentage, 1 decimal, without its sign: 0.615 is <c>61.5</c>.</summary>
    public static string PercentOfShare(double share) => FixedExact(Exact(share) * 100m, 1);

    /// <summary>A change on a base of 1 as a signed percentage, 1 decimal: 0.35 is <c>+35.0</c>, -0.1 is <c>−10.0</c>.</summary>
    public static string SignedPercentOfShare(double change)
    {
        decimal rounded = Math.Round(Exact(change) * 100m, 1, MidpointRounding.AwayFromZero);
        string digits = Math.Abs(rounded).ToString("#,##0.0", CultureInfo.InvariantCulture);
        return rounded > 0 ? "+" + digits : rounded < 0 ? Minus + digits : digits;
    }

    /// <summary>A change of a score, 3 decimals with its sign: 0.026 is <c>+0.026</c>, -0.004 is <c>−0.004</c>.</summary>
    public static string SignedScore(double change) => Signed(change, Score);

    /// <summary>A change in percentage points, 1 decimal with its sign.</summary>
    public static string SignedPercent(double points) => Signed(points, Percent);

    /// <summary>A mass in tonnes, no decimals, thousands separated: <c>12,346</c>.</summary>
    public static string Tonnes(double tonnes) => Fixed(tonnes, 0);

    /// <summary>A price in the unit of its series: no decimals from 1,000, two below.</summary>
    public static string Price(double price) => Fixed(price, Math.Abs(price) >= 1000 ? 0 : 2);

    /// <summary>A figure beside a price, such as a deviation, with as many decimals as the price has.</summary>
    /// <param name="value">The figure in the unit of the price.</param>
    /// <param name="price">The price that it stands beside.</param>
    public static string BesidePrice(double value, double price) => Fixed(value, Math.Abs(price) >= 1000 ? 0 : 2);

    /// <summary>A content factor (tonnes of metal per tonne of goods), 4 decimals.</summary>
    public static string Factor(double factor) => Fixed(factor, 4);

    /// <summary>A count.</summary>
    public static string Count(int count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A count that was resolved as a figure.</summary>
    public static string Count(double count) => Fixed(count, 0);

    /// <summary>A mark of an axis, with as many decimals as the step between two marks needs.</summary>
    /// <param name="value">Value of the mark, a multiple of <paramref name="step"/>.</param>
    /// <param name="step">Distance of two marks, above 0.</param>
    public static string AxisMark(double value, double step)
    {
        int decimals = 0;
        for (decimal rest = Exact(step); rest != decimal.Truncate(rest) && decimals < 6; rest *= 10m) decimals++;
        return Math.Round(Exact(value), decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals, CultureInfo.InvariantCulture);
    }

    /// <summary>The sign, then the size in the form of the figure; what is next to nothing has a sign too, nothing has none.</summary>
    /// <summary>A change with its sign, rounded as the figures it lies between.</summary>
    /// <param name="change">The change.</param>
    /// <param name="format">Rounds a figure of that kind.</param>
    internal static string Signed(double change, Func<double, string> format) => change switch
    {
        > 0 => "+" + format(change),
        < 0 => Minus + format(-change),
        _ => format(0),
    };

    private static string Fixed(double value, int decimals) => FixedExact(Exact(value), decimals);

    private static string FixedExact(decimal exact, int decimals)
    {
        decimal rounded = Math.Round(exact, decimals, MidpointRounding.AwayFromZero);
        string pattern = decimals == 0 ? "#,##0" : "#,##0." + new string('0', decimals);
        if (rounded == 0 && exact > 0) return "<" + (1m / Power(decimals)).ToString(pattern, CultureInfo.InvariantCulture);
        string digits = Math.Abs(rounded).ToString(pattern, CultureInfo.InvariantCulture);
        return rounded < 0 ? Minus + digits : digits;
    }

    /// <summary>The decimal number a person would have written: 0.2835 is stored a little below the half and must still round up.</summary>
    private static decimal Exact(double value) => double.IsFinite(value) && Math.Abs(value) < 1e20
        ? (decimal)value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A number for people must be finite and below 1e20.");

    private static decimal Power(int decimals) => decimals == 0 ? 1m : 10m * Power(decimals - 1);
}
