using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Indicators.Concentration;

/// <summary>
/// How the figures of a concentration follow from their evidence: <c>quantity</c> by country in the contributions, and beside them what the
/// residual expression speaks of.
/// </summary>
internal static class ConcentrationFormulas
{
    private const string OneHidden = "hidden";
    private const string HiddenCountries = "hiddenCountries";

    /// <summary>
    /// The evidence behind the interval of hidden countries: the largest amount of each, largest first, where each has one, and how many
    /// they are where that matters.
    /// </summary>
    internal static IReadOnlyList<EvidenceNode> Bounds(ConcentrationFigure figure, IReadOnlyList<HiddenCell> hidden)
    {
        EvidenceNode[] bounds = [.. hidden.Select(cell => cell.Bound).OfType<EvidenceNode>().OrderByDescending(bound => bound.Value)];
        if (figure.High is not null)
        {
            bounds = [.. bounds.Select((bound, index) => bound with { Symbol = Symbol(index, bounds.Length) })];
        }

        return figure.Floor is not > 0
            ? bounds
            :
            [
                .. bounds,
                new EvidenceNode("number of countries without a number", string.Empty, hidden.Count, "1")
                {
                    Symbol = HiddenCountries,
                    Cells = [.. hidden.Select(cell => cell.Cell.Cell)],
                },
            ];
    }

    /// <summary>Formulas of every figure that a result states, but the scores.</summary>
    /// <param name="result">The result with its figures.</param>
    /// <param name="residual">Expression of the residual.</param>
    /// <param name="bounds">Evidence behind the interval of hidden countries.</param>
    /// <param name="asOne">True where the point value takes the residual as one country.</param>
    internal static IReadOnlyList<FigureFormula> Of(IndicatorResult result, string residual, IReadOnlyList<EvidenceNode> bounds, bool asOne = false)
    {
        bool isHidden = result.Flags.Contains("hiddenOutsideTotal");
        List<FigureFormula> formulas =
        [
            new("residual", residual),
            new("whole", "sum(quantity) + residual"),
            new("shares", "quantity / whole"),
            new("terms", "shares^2"),
            new("index", "sum(terms)"),
            new("residualAsOne", "index + (residual / whole)^2"),
            new("low", isHidden ? "index / (1 + index)" : "index"),
        ];
        if (result.High is not null)
        {
            formulas.Add(new("high", isHidden ? Highest([.. bounds.Select(bound => bound.Symbol!).Where(symbol => symbol != HiddenCountries)]) : "residualAsOne"));
        }

        if (result.Value is not null)
        {
            formulas.Add(new("value", asOne ? "high" : "index"));
        }

        formulas.AddRange([new("coverage", "1 - residual / whole"), new("imputedShare", "0")]);
        formulas.AddRange(result.Companions.Select(companion => new FigureFormula(
            companion.Id, companion.Value == 0 ? "0" : $"index / (1 + {HiddenCountries} * index)")));
        return formulas;
    }

    private static string Symbol(int index, int count) =>
        count == 1 ? OneHidden : OneHidden + (index + 1).ToString(CultureInfo.InvariantCulture);

    // The index is largest with the largest hidden countries at their end and the others at 0, so every beginning of the list is tried.
    private static string Highest(string[] hidden)
    {
        IEnumerable<string> ends = Enumerable.Range(1, hidden.Length).Select(count =>
            $"(residualAsOne * whole^2 + {Joined(hidden[..count], "^2")}) / (whole + {Joined(hidden[..count], string.Empty)})^2");
        return $"max(residualAsOne, {string.Join(", ", ends)})";
    }

    private static string Joined(string[] symbols, string suffix) => string.Join(" + ", symbols.Select(symbol => symbol + suffix));
}
