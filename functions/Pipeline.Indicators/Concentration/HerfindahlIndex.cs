namespace Pipeline.Indicators.Concentration;

/// <summary>A country (or mine) with a known quantity.</summary>
/// <param name="Key">ISO code; sort key.</param>
/// <param name="Quantity">Quantity, 0 or more, any unit common to all rows.</param>
internal sealed record KnownRow(string Key, double Quantity);

/// <summary>A country that is left out of rows and total alike, so that its amount h is unknown.</summary>
/// <param name="Key">ISO code, or <c>other</c> for an unnamed rest.</param>
/// <param name="LargestRecent">Largest value of the last five years, or none when never reported or zero.</param>
internal sealed record HiddenRow(string Key, double? LargestRecent)
{
    /// <summary>Key of an unnamed rest.</summary>
    internal const string UnnamedRest = "other";

    /// <summary>True for a rest that may be any number of countries.</summary>
    internal bool IsUnnamedRest => Key == UnnamedRest;
}

/// <summary>What a concentration is computed from.</summary>
/// <param name="Rows">Known rows.</param>
/// <param name="Residual">R: other countries, and the gap to the published total.</param>
/// <param name="Hidden">Countries outside rows and total.</param>
internal sealed record ConcentrationInput(IReadOnlyList<KnownRow> Rows, double Residual, IReadOnlyList<HiddenRow> Hidden);

/// <summary>One term of the sum of squares.</summary>
internal sealed record SquaredShare(string Key, double Quantity, double Share, double Term);

/// <summary>Concentration with the interval that the unattributed quantity leaves open.</summary>
/// <param name="Value">Σ (qᵢ/Q)², range (0, 1]; 1 = one country.</param>
/// <param name="Low">Value when everything unattributed is spread over many small ones.</param>
/// <param name="High">Value when it is one country, or none when there is no bound.</param>
/// <param name="Coverage">1 - R/Q.</param>
/// <param name="Sum">Q: the sum of the rows and the residual, not the rounded world total.</param>
/// <param name="Floor">Smallest value that all hidden countries together could bring about, or none when at most one is hidden.</param>
/// <param name="Terms">Squares in ascending order of key; they add up to <paramref name="Value"/>.</param>
internal sealed record ConcentrationFigure(
    double Value, double Low, double? High, double Coverage, double Sum, double? Floor, IReadOnlyList<SquaredShare> Terms);

/// <summary>
/// 寡占度: the Herfindahl-Hirschman index on a 0-1 scale. "Other countries" is the largest single choice in practice: taken as one
/// country it moves a diversified mineral from low to high, so it stays outside the squares and inside the total, and opens the interval.
/// </summary>
internal static class HerfindahlIndex
{
    /// <summary>Concentration of the rows, or none when all of them are empty or zero.</summary>
    internal static ConcentrationFigure? Compute(ConcentrationInput input)
    {
        KnownRow[] rows = [.. input.Rows.Where(row => row.Quantity > 0).OrderBy(row => row.Key, StringComparer.Ordinal)];
        if (rows.Length == 0)
        {
            return null;
        }

        double sum = rows.Sum(row => row.Quantity) + input.Residual;
        SquaredShare[] terms = [.. rows.Select(row => new SquaredShare(row.Key, row.Quantity, row.Quantity / sum, Square(row.Quantity / sum)))];
        double value = terms.Sum(term => term.Term);
        double asOne = value + Square(input.Residual / sum);
        double coverage = 1 - (input.Residual / sum);
        return input.Hidden.Count == 0
            ? new ConcentrationFigure(value, value, asOne, coverage, sum, Floor: null, terms)
            : new ConcentrationFigure(value, value / (1 + value), HighestWithHidden(asOne, sum, input.Hidden), coverage, sum, Floor(value, input.Hidden), terms);
    }

    /// <summary>
    /// The interval's low end H/(1+H) is the minimum over the amount of one hidden country. With k of them the minimum is H/(1+kH), and with
    /// an unnamed rest, which may be any number of countries, it is 0.
    /// </summary>
    private static double? Floor(double value, IReadOnlyList<HiddenRow> hidden) => hidden switch
    {
        _ when hidden.Any(row => row.IsUnnamedRest) => 0,
        [_] => null,
        _ => value / (1 + (hidden.Count * value)),
    };

    /// <summary>
    /// Largest index over the amounts h that the hidden countries may have, from 0 to their largest recent value. The index is
    /// quasi-convex in each h, so it is largest at 0 or at the end, and the countries taken at their end are the largest ones.
    /// </summary>
    private static double? HighestWithHidden(double asOne, double sum, IReadOnlyList<HiddenRow> hidden)
    {
        if (hidden.Any(row => row.LargestRecent is not > 0))
        {
            return null;
        }

        double highest = asOne;
        double squares = asOne * sum * sum;
        double total = sum;
        foreach (double amount in hidden.Select(row => row.LargestRecent!.Value).OrderDescending())
        {
            squares += amount * amount;
            total += amount;
            highest = Math.Max(highest, squares / (total * total));
        }

        return highest;
    }

    private static double Square(double value) => value * value;
}
