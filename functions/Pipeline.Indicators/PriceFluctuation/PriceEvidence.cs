using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Indicators.PriceFluctuation;

/// <summary>
/// Prices as evidence, a leaf each. Log changes are formed within runs of neighbouring prices only, so prices on the two sides of a gap have
/// different symbols: <c>price</c> where nothing is missing, else <c>price1</c>, <c>price2</c> and so on.
/// </summary>
internal sealed class PriceEvidence
{
    private readonly string[] symbols;

    private PriceEvidence(IReadOnlyList<EvidenceNode> nodes, string[] symbols) => (Nodes, this.symbols) = (nodes, symbols);

    /// <summary>One leaf a price, oldest first.</summary>
    internal IReadOnlyList<EvidenceNode> Nodes { get; }

    /// <summary>Expression of the price ratios, as arguments of a function.</summary>
    internal string Ratios => Each(symbol => $"ratios({symbol})");

    /// <summary>Expression of the sample standard deviation of the log changes.</summary>
    internal string Deviation => $"stdev({Each(symbol => $"ln(ratios({symbol}))")})";

    /// <summary>Expression of the relative range of the prices.</summary>
    internal string RelativeRange
    {
        get
        {
            string all = Each(symbol => symbol);
            return $"(max({all}) - min({all})) / mean({all})";
        }
    }

    /// <summary>Evidence of prices.</summary>
    /// <param name="priced">Prices that have a number, oldest first.</param>
    /// <param name="place">Number of the month or year, so that neighbours differ by 1.</param>
    internal static PriceEvidence Of(IReadOnlyList<PriceObservation> priced, Func<PriceObservation, int> place)
    {
        int[] runs = new int[priced.Count];
        for (int index = 1; index < runs.Length; index++)
        {
            runs[index] = runs[index - 1] + (place(priced[index]) - place(priced[index - 1]) == 1 ? 0 : 1);
        }

        string[] symbols = runs.Length == 0 ? [] : runs[^1] == 0 ? ["price"] : [.. Enumerable.Range(1, runs[^1] + 1)
            .Select(number => "price" + number.ToString(CultureInfo.InvariantCulture))];
        return new PriceEvidence([.. priced.Select((row, index) => Leaf(row, symbols[runs[index]]))], symbols);
    }

    private static EvidenceNode Leaf(PriceObservation row, string symbol) => new("price", row.Period.Code, row.Value.Point, row.Unit)
    {
        Symbol = symbol,
        Cells = [row.Cell],
        Corrections = row.Corrections,
    };

    private string Each(Func<string, string> argument) => string.Join(", ", symbols.Select(argument));
}
