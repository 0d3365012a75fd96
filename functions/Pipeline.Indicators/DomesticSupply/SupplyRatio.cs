using Pipeline.Domain;

namespace Pipeline.Indicators.DomesticSupply;

/// <summary>Components against domestic demand: as an interval that what is unknown leaves open, with the evidence and the formulas by which every end follows from it.</summary>
internal sealed class SupplyRatio
{
    private readonly DemandFigure demand;
    private readonly IReadOnlyList<ComponentFigure> counted;
    private readonly IReadOnlyList<ComponentFigure> possible;
    private readonly double scale;

    /// <summary>A ratio of a year whose demand is above zero.</summary>
    /// <param name="demand">Demand of the year.</param>
    /// <param name="counted">Figures that count, in order of key.</param>
    /// <param name="possible">Figures that may count in part: they open the upper end and nothing else.</param>
    /// <param name="complete">True when the counted figures are all there is.</param>
    /// <param name="bounded">True when nothing without an upper bound is left out.</param>
    /// <param name="scale">1 for a share, 100 for percent.</param>
    internal SupplyRatio(
        DemandFigure demand, IReadOnlyList<ComponentFigure> counted, IReadOnlyList<ComponentFigure> possible, bool complete, bool bounded, double scale)
    {
        (this.demand, this.counted, this.possible, this.scale) = (demand, counted, possible, scale);
        if (counted.Count + possible.Count == 0)
        {
            return;
        }

        Interval amount = demand.Amount;
        Value = complete && possible.Count == 0 && counted.All(figure => figure.Amount.Point is not null) ? counted.Sum(figure => Against(Counted(figure), amount.Point!.Value)) : null;
        Low = counted.Sum(figure => Against(figure.Amount.Low, amount.High ?? amount.Point!.Value));
        High = bounded && amount.Low > 0 && counted.Concat(possible).All(figure => figure.Amount.High is not null)
            ? counted.Concat(possible).Sum(figure => Against(figure.Amount.High!.Value, amount.Low))
            : null;
    }

    /// <summary>The ratio, or none when something that counts is not known.</summary>
    internal double? Value { get; }

    /// <summary>The ratio of what is known; none when nothing is.</summary>
    internal double? Low { get; }

    /// <summary>Largest ratio, or none when something has no upper bound.</summary>
    internal double? High { get; }

    /// <summary>Tonnes that are counted: the point value, or the smallest amount.</summary>
    internal static double Counted(ComponentFigure figure) => figure.Amount.Point ?? figure.Amount.Low;

    /// <summary>The result with value, ends, terms, evidence and formulas; terms add up to the value, or to the counted amounts where there is none.</summary>
    internal IndicatorResult Fill(IndicatorResult result)
    {
        string times = scale == 1 ? string.Empty : " * 100";
        bool lowest = Low is not null && (!demand.Amount.IsExact || counted.Any(figure => figure.Amount.Low != Counted(figure)));
        bool highest = High is not null && (!demand.Amount.IsExact || possible.Count > 0 || counted.Any(figure => figure.Amount.High != Counted(figure)));
        IEnumerable<EvidenceNode> evidence =
        [
            demand.Node(End.Point) with { Symbol = "demand" },
            .. lowest ? Ends(End.Low, counted, "lowest", "largestDemand") : [],
            .. highest ? Ends(End.High, counted.Concat(possible), "highest", "smallestDemand") : [],
        ];
        FigureFormula?[] formulas =
        [
            counted.Count > 0 ? new FigureFormula("terms", $"amount / demand{times}") : null,
            Value is null ? null : new FigureFormula("value", "sum(terms)"),
            // With nothing that is known to count, that a ratio is not below 0 is all there is to say.
            Low is null ? null : new FigureFormula("low", counted.Count == 0 ? "0" : lowest ? $"sum(lowest / largestDemand{times})" : "sum(terms)"),
            High is null ? null : new FigureFormula("high", highest ? $"sum(highest / smallestDemand{times})" : "sum(terms)"),
            Coverage is null ? null : new FigureFormula("coverage", Value is null ? "low / high" : "1"),
            new FigureFormula("imputedShare", "0"),
        ];
        return result with
        {
            Value = Value,
            Low = Low,
            High = High,
            Coverage = Coverage,
            ImputedShare = 0,
            Contributions = [.. counted.Select(figure => new Contribution(
                figure.Key,
                Counted(figure) / demand.Amount.Point!.Value,
                null,
                Against(Counted(figure), demand.Amount.Point!.Value),
                figure.Counted() with { Symbol = "amount" }))],
            Evidence = [.. evidence],
            Formulas = [.. formulas.OfType<FigureFormula>()],
        };
    }

    /// <summary>Share of the largest possible quantity that is known, or none without an upper bound.</summary>
    private double? Coverage => Value is not null ? 1 : High > 0 ? Low / High : null;

    private double Against(double amount, double whole) => scale == 1 ? amount / whole : amount / whole * scale;

    private IEnumerable<EvidenceNode> Ends(End end, IEnumerable<ComponentFigure> figures, string amounts, string under)
    {
        // The smallest ratio has the largest demand under it.
        End other = end == End.Low ? End.High : End.Low;
        yield return demand.Node(demand.Amount.At(other) is null ? End.Point : other) with { Symbol = under };
        foreach (ComponentFigure figure in figures)
        {
            yield return figure.Node(end) with { Symbol = amounts };
        }
    }
}
