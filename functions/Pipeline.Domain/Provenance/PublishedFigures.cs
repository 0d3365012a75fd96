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
        (string Name, double? Value)[] single =
        [
            ("value", result.Value),
            ("low", result.Low),
            ("high", result.High),
            ("score", result.Score),
            ("scoreLow", result.ScoreLow),
            ("scoreHigh", result.ScoreHigh),
            ("coverage", result.Coverage),
            ("imputedShare", result.ImputedShare),
            .. result.Companions.Select(companion => (companion.Id, companion.Value)),
        ];
        foreach ((string name, double? value) in single)
        {
            if (value is { } known)
            {
                yield return new PublishedFigure(name, [known]);
            }
        }

        double[] terms = [.. result.Contributions.Select(contribution => contribution.Term).OfType<double>()];
        if (terms.Length > 0)
        {
            yield return new PublishedFigure("terms", terms);
        }
    }

    /// <summary>
    /// What keeps the figures of a result, and the nodes of its trees, from following from the leaves below them: a figure without a
    /// formula, a formula that cannot be computed, or one that gives something else. Empty where everything follows.
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
                .. Of(result).Where(figure => !Agrees(figure.Values, recomputed.GetValueOrDefault(figure.Name, []))).Select(figure => new Fault(
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

    private static string Text(IReadOnlyList<double> values) => values.Count == 0
        ? "none"
        : string.Join(", ", values.Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));
}
