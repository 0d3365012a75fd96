using Pipeline.Domain;

namespace Pipeline.Indicators.Tests.Support;

/// <summary>A published figure follows from the tree alone.</summary>
internal static class RecomputedFigures
{
    /// <summary>Asserts that every figure of a result, and every node of its trees, can be computed again from cells, parameters and formulas.</summary>
    internal static void AssertFollow(IndicatorResult result)
    {
        IReadOnlyDictionary<string, IReadOnlyList<double>> figures = EvidenceArithmetic.Recompute(result);
        AssertNumber(result.Value, figures, "value");
        AssertNumber(result.Low, figures, "low");
        AssertNumber(result.High, figures, "high");
        AssertNumber(result.Score, figures, "score");
        AssertNumber(result.ScoreLow, figures, "scoreLow");
        AssertNumber(result.ScoreHigh, figures, "scoreHigh");
        AssertNumber(result.Coverage, figures, "coverage");
        AssertNumber(result.ImputedShare, figures, "imputedShare");
        Assert.All(result.Companions, companion => AssertNumber(companion.Value, figures, companion.Id));
        double[] terms = [.. result.Contributions.Select(term => term.Term!.Value)];
        IReadOnlyList<double> again = terms.Length == 0 ? [] : figures["terms"];
        Assert.Equal(terms.Length, again.Count);
        Assert.All(terms.Zip(again), pair => AssertNear(pair.First, pair.Second));
        Assert.All(result.AllEvidence.SelectMany(node => node.Walk()).Where(node => node.Formula is not null), node =>
            AssertNear(node.Value!.Value, EvidenceArithmetic.Recompute(node)!.Value));
    }

    private static void AssertNumber(double? published, IReadOnlyDictionary<string, IReadOnlyList<double>> figures, string name)
    {
        if (published is { } number)
        {
            Assert.True(figures.ContainsKey(name), $"{name} has no formula");
            AssertNear(number, Assert.Single(figures[name]));
        }
    }

    private static void AssertNear(double expected, double actual) => Assert.Equal(expected, actual, 1e-9 * Math.Max(1, Math.Abs(expected)));
}
