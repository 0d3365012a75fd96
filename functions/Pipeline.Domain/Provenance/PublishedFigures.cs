namespace Pipeline.Domain;

/// <summary>A figure that a result states, by the name that its formula has.</summary>
/// <param name="Name">Name as in <see cref="FigureFormula.Figure"/>.</param>
/// <param name="Values">One value, or for <c>terms</c> one of each contribution in their order.</param>
public sealed record PublishedFigure(string Name, IReadOnlyList<double> Values);

/// <summary>Which figures a result states, and whether they follow from its evidence.</summary>
public static class PublishedFigures
{
    // Sums may be taken in another order than the rule takes them; what is below 1e-12 is the rounding of a difference of equals.
    private const double Relative = 1e-9;
    private const double Absolute = 1e-12;

    /// <summary>Every figure of a result that is not none, the terms of its contributions and its companions included.</summary>
    public static IEnumerable<PublishedFigure> Of(IndicatorResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return All(result).Where(figure => figure.Values.Count > 0);
    }

    /// <summary>
    /// What keeps the figures of a result, and the nodes of its trees, from following from the leaves below them: a figure without a
    /// formula, a formula that cannot be computed, one that gives something else, or one of a figure that the result withholds. Empty where
    /// everything follows.
    /// </summary>
    public static IReadOnlyList<Fault> Unfounded(IndicatorResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string place = $"{result.Mineral}, {result.Indicator}";
        try
        {
            IReadOnlyDictionary<string, IReadOnlyList<double>> recomputed = EvidenceArithmetic.Recompute(result);
            return
            [
                .. All(result).Where(figure => !Agrees(figure.Values, recomputed.GetValueOrDefault(figure.Name, []))).Select(figure => new Fault(
                    place, figure.Name, Text(figure.Values), Text(recomputed.GetValueOrDefault(figure.Name, [])), "mend the formula or the evidence of the figure")),
                .. result.AllEvidence.SelectMany(Unfounded).Select(fault => fault with { Source = place }),
            ];
        }
        catch (FormulaException broken)
        {
            return [broken.Fault with { Source = place }];
        }
    }

    /// <summary>The same for the nodes of one tree.</summary>
    public static IReadOnlyList<Fault> Unfounded(EvidenceNode tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        List<Fault> faults = [];
        foreach (EvidenceNode node in tree.Walk().Where(node => node.Formula is not null))
        {
            IReadOnlyList<double> recomputed = EvidenceArithmetic.Recompute(node) is { } value ? [value] : [];
            IReadOnlyList<double> stated = node.Value is { } printed ? [printed] : [];
            if (!Agrees(stated, recomputed))
            {
                faults.Add(new Fault("evidence", $"{node.Quantity} {node.Subject}", Text(stated), Text(recomputed), "mend the formula or the inputs of the node"));
            }
        }

        return faults;
    }

    /// <summary>True when the values are the same but for the rounding of sums.</summary>
    public static bool Agrees(IReadOnlyList<double> stated, IReadOnlyList<double> recomputed)
    {
        ArgumentNullException.ThrowIfNull(stated);
        ArgumentNullException.ThrowIfNull(recomputed);
        return stated.Count == recomputed.Count && stated.Zip(recomputed).All(pair => pair.First == pair.Second
            || Math.Abs(pair.First - pair.Second) <= Math.Max(Absolute, Relative * Math.Max(Math.Abs(pair.First), Math.Abs(pair.Second))));
    }

    private static IEnumerable<PublishedFigure> All(IndicatorResult result) =>
    [
        One("value", result.Value),
        One("low", result.Low),
        One("high", result.High),
        One("score", result.Score),
        One("scoreLow", result.ScoreLow),
        One("scoreHigh", result.ScoreHigh),
        One("coverage", result.Coverage),
        One("imputedShare", result.ImputedShare),
        .. result.Companions.Select(companion => One(companion.Id, companion.Value)),
        new("terms", [.. result.Contributions.Select(contribution => contribution.Term).OfType<double>()]),
    ];

    private static PublishedFigure One(string name, double? value) => new(name, value is { } known ? [known] : []);

    private static string Text(IReadOnlyList<double> values) => values.Count == 0
        ? "none"
        : string.Join(", ", values.Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));
}
