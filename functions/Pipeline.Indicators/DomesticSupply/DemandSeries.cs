using Pipeline.Domain;

namespace Pipeline.Indicators.DomesticSupply;

/// <summary>How a figure of demand came about; figures of two kinds are never put into one mean.</summary>
internal enum DemandKind
{
    /// <summary>A statistic states it.</summary>
    Stated,

    /// <summary>Computed from production, trade and stocks.</summary>
    Apparent,
}

/// <summary>地金等の内需 of one year.</summary>
/// <param name="Period">Fiscal or calendar year.</param>
/// <param name="Amount">Tonnes of metal.</param>
/// <param name="Basis">Content basis in the words of the source.</param>
internal sealed record DemandFigure(Period Period, Interval Amount, string Basis)
{
    /// <summary>Evidence of an end; asked for only where the amount has it.</summary>
    internal required Func<End, EvidenceNode> Node { get; init; }

    /// <summary>How it came about.</summary>
    internal required DemandKind Kind { get; init; }

    /// <summary>True when the source withholds it.</summary>
    internal bool IsWithheld { get; init; }

    /// <summary>Marks of the figure.</summary>
    internal IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>How it was collected from companies, or none for a published figure.</summary>
    internal Collected? Collected { get; init; }
}

/// <summary>Demand of one mineral by year, of one kind and one definition throughout.</summary>
internal static class DemandSeries
{
    private static readonly DomesticQuantity[] Quantities = [DomesticQuantity.DomesticDemand, DomesticQuantity.Consumption];

    /// <summary>
    /// Years in ascending order: the row that the choice names, and none where the survey no longer has it, because another row is of another
    /// definition; without a choice the figure of domestic demand, else reported consumption, where a year has one; where no statistic exists at
    /// all, apparent consumption.
    /// </summary>
    internal static IReadOnlyList<DemandFigure> Of(SurveyRows rows, SurveyChoice? choice)
    {
        if (choice?.Demand is { } chosen)
        {
            return ByYear(rows.Of(chosen.Quantity).Where(chosen.Fits), chosen.Flags);
        }

        foreach (DomesticQuantity quantity in Quantities)
        {
            if (rows.Of(quantity).ToArray() is { Length: > 0 } stated)
            {
                return ByYear(stated, []);
            }
        }

        return [.. ApparentConsumption.Series(rows).GroupBy(figure => figure.Period).Where(year => year.Count() == 1).Select(year => year.Single())];
    }

    // A year with several figures that nothing tells apart has none: adding them up or taking one at random would both be inventions.
    private static IReadOnlyList<DemandFigure> ByYear(IEnumerable<DomesticSupplyObservation> rows, IReadOnlyList<string> flags) =>
        [.. rows.Where(row => row.Period is FiscalYear or CalendarYear).GroupBy(row => row.Period).Where(year => year.Count() == 1).Select(year => Figure(year.Single(), flags))];

    private static DemandFigure Figure(DomesticSupplyObservation row, IReadOnlyList<string> flags) =>
        new(row.Period, Interval.Of(row.Value), row.Basis)
        {
            Node = end => SurveyRows.Leaf(row, Interval.Of(row.Value).At(end)),
            // A definition may itself say that the figure is a balance: the mark does not make it a computation of ours.
            Kind = DemandKind.Stated,
            IsWithheld = row.Value.Kind == ValueKind.WithheldBySource,
            Flags = [.. flags, .. row.Flags, .. row.Value.Kind == ValueKind.Estimated ? new[] { "estimated" } : []],
            Collected = Collected.Of([row]),
        };
}
