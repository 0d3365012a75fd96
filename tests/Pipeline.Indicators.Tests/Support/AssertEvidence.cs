using Pipeline.Domain;

namespace Pipeline.Indicators.Tests.Support;

/// <summary>Assertions about trees of evidence.</summary>
internal static class AssertEvidence
{
    /// <summary>Asserts that every figure of a result is recomputed from its evidence alone, and that every leaf has a cell or a reference; gives the result back.</summary>
    internal static IndicatorResult Recomputes(IndicatorResult result)
    {
        IReadOnlyDictionary<string, IReadOnlyList<double>> recomputed = EvidenceArithmetic.Recompute(result);
        Assert.All(PublishedFigures.Of(result), figure =>
        {
            Assert.True(recomputed.ContainsKey(figure.Name), $"{figure.Name} has no formula");
            Assert.Equal(figure.Values, recomputed[figure.Name], (stated, again) => Math.Abs(stated - again) <= 1e-9 * Math.Max(1e-3, Math.Abs(stated)));
        });
        Assert.Empty(PublishedFigures.Unfounded(result).Select(fault => fault.Sentence));
        Recomputes(result.AllEvidence);
        return result;
    }

    /// <summary>Asserts the same of the nodes of some trees.</summary>
    internal static void Recomputes(IEnumerable<EvidenceNode> trees) =>
        Assert.All(trees.SelectMany(tree => tree.Walk()), node =>
        {
            Assert.True(node.Formula is not null || node.Value is null || node.Cells.Count > 0 || node.Reference is not null, $"{node.Quantity} {node.Subject}");
            Assert.Equal(node.Value ?? double.NaN, EvidenceArithmetic.Recompute(node) ?? double.NaN, 1e-9 * Math.Max(1e-3, Math.Abs(node.Value ?? 0)));
        });
}
