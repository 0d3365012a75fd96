namespace Pipeline.Domain;

/// <summary>Computes figures again from their evidence alone: cells, parameters and formulas, and nothing that a rule knows.</summary>
public static class EvidenceArithmetic
{
    /// <summary>Value of a node from the leaves below it; the printed value where the node is a leaf.</summary>
    /// <exception cref="FormulaException">A formula is malformed or yields a list.</exception>
    public static double? Recompute(EvidenceNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node.Formula is null)
        {
            return node.Value;
        }

        return Evaluate(node.Formula, Symbols(node.Inputs)) switch
        {
            [] => null,
            [var value] => value,
            var list => throw new FormulaException(new Fault(
                "evidence", $"{node.Quantity} {node.Subject}", "one value", FormattableString.Invariant($"{list.Count} values"), "mend the formula of the rule")),
        };
    }

    /// <summary>Every figure of a result that has a formula, by name, in the order of computation.</summary>
    /// <exception cref="FormulaException">A formula is malformed.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<double>> Recompute(IndicatorResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Dictionary<string, IReadOnlyList<double>> symbols = Symbols(result.AllEvidence);
        OrderedDictionary<string, IReadOnlyList<double>> figures = new(StringComparer.Ordinal);
        foreach (FigureFormula formula in result.Formulas)
        {
            symbols[formula.Figure] = figures[formula.Figure] = Evaluate(formula.Expression, symbols);
        }

        return figures;
    }

    /// <summary>What the shares of a table are shares of, from its rows and its total; none for a table without shares.</summary>
    /// <exception cref="FormulaException">The expression is malformed.</exception>
    public static double? Whole(CountryTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        static IEnumerable<double> Number(PublishedValue? value) => new[] { value?.Point ?? value?.Low }.OfType<double>();
        return table.Whole is null ? null : EvidenceFormula.Evaluate(table.Whole, symbol => symbol switch
        {
            "row" => [.. table.Rows.SelectMany(row => Number(row.Value))],
            "total" => [.. Number(table.WorldTotal)],
            _ => [],
        }).Single();
    }

    private static IReadOnlyList<double> Evaluate(string formula, Dictionary<string, IReadOnlyList<double>> symbols) =>
        EvidenceFormula.Evaluate(formula, symbol => symbols.GetValueOrDefault(symbol, []));

    // A withheld or unknown figure has no value and is no element: the formulas of a rule say how it opens the interval.
    private static Dictionary<string, IReadOnlyList<double>> Symbols(IEnumerable<EvidenceNode> nodes) =>
        nodes.Where(node => node.Symbol is not null)
            .GroupBy(node => node.Symbol!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<double>)[.. group.Select(Recompute).OfType<double>()], StringComparer.Ordinal);
}
