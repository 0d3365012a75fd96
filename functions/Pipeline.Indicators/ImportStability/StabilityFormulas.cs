using Pipeline.Domain;

namespace Pipeline.Indicators.ImportStability;

/// <summary>
/// How the figures of import stability follow from their evidence: <c>imports</c> by partner in the contributions and <c>risk</c> in the same
/// order beside them; <c>unknown</c> where the origin is unknown, <c>filled</c> the imports of partners whose risk is filled in with
/// <c>unknownRisk</c>, <c>estimated</c> the imports of the others that rest on estimated weights.
/// </summary>
internal static class StabilityFormulas
{
    /// <summary>Formulas of every figure but the scores.</summary>
    /// <param name="hasValue">True when the result states a point value.</param>
    /// <param name="product">True where the score is concentration x mean risk.</param>
    /// <param name="filled">True when the risk of a partner is filled in.</param>
    /// <param name="unknown">True when a part is of unknown origin.</param>
    internal static IReadOnlyList<FigureFormula> Of(bool hasValue, bool product, bool filled, bool unknown)
    {
        const string Squares = "sum(shares^2 * risk)";
        const string Product = "importConcentration * sum(shares * risk) / sum(shares)";
        string open = product ? "importConcentration * sum(filled / whole) / sum(shares)" : "sum((filled / whole)^2)";
        return
        [
            new("whole", unknown ? "sum(imports) + sum(unknown)" : "sum(imports)"),
            new("shares", "imports / whole"),
            new("importConcentration", "sum(shares^2)"),
            new("terms", product ? "importConcentration * shares * risk / sum(shares)" : "shares^2 * risk"),
            new("point", "sum(terms)"),
            .. hasValue ? new FigureFormula[] { new("value", "point") } : [],
            new("low", filled ? $"point - {open} * unknownRisk" : "point"),
            new("high", "point" + (filled ? $" + {open} * (1 - unknownRisk)" : string.Empty) + (unknown ? " + (sum(unknown) / whole)^2" : string.Empty)),
            new("coverage", unknown ? "1 - sum(unknown) / whole" : "1"),
            new("imputedShare", "sum(filled, estimated) / whole"),
            new("effectiveRisk", $"{Squares} / importConcentration"),
            new("alternativeValue", product ? Squares : Product),
        ];
    }
}
