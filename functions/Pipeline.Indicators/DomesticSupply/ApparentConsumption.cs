using Pipeline.Domain;

namespace Pipeline.Indicators.DomesticSupply;

/// <summary>
/// 見掛消費量 where no statistic of consumption exists: production (primary and secondary) + imports - exports - increase of stocks. All
/// parts come from one document, so that they count the same thing; it is never mixed with reported consumption.
/// </summary>
internal static class ApparentConsumption
{
    /// <summary>Tonnes of metal a year; below 0 where the parts do not count the same thing after all, and then no demand that a rate could rest on.</summary>
    /// <param name="production">Production of metal, primary and secondary together.</param>
    /// <param name="imports">Imports.</param>
    /// <param name="exports">Exports.</param>
    /// <param name="stockIncrease">Stocks at the end of the year less those at its beginning; negative when stocks fell.</param>
    internal static double Compute(double production, double imports, double exports, double stockIncrease) => production + imports - exports - stockIncrease;

    /// <summary>Years for which one document has every part, oldest first.</summary>
    internal static IEnumerable<DemandFigure> Series(SurveyRows rows)
    {
        foreach (DomesticSupplyObservation production in rows.Of(DomesticQuantity.RefinedProduction).Where(row => row.Value.Point is not null))
        {
            if (Part(rows, DomesticQuantity.Imports, production, production.Period) is { } imports
                && Part(rows, DomesticQuantity.Exports, production, production.Period) is { } exports
                && Part(rows, DomesticQuantity.Stocks, production, production.Period) is { } closing
                && Before(production.Period) is { } before
                && Part(rows, DomesticQuantity.Stocks, production, before) is { } opening)
            {
                double tonnes = Compute(
                    production.Value.Point!.Value, imports.Value.Point!.Value, exports.Value.Point!.Value, closing.Value.Point!.Value - opening.Value.Point!.Value);
                EvidenceNode node = new("apparent consumption", production.Period.Code, tonnes, "t")
                {
                    Formula = "production + imports - exports - (closing - opening)",
                    Inputs =
                    [
                        Leaf(production, "production"), Leaf(imports, "imports"), Leaf(exports, "exports"), Leaf(closing, "closing"), Leaf(opening, "opening"),
                    ],
                };
                yield return new DemandFigure(production.Period, new Interval(tonnes, tonnes, tonnes), production.Basis)
                {
                    Node = _ => node,
                    Kind = DemandKind.Apparent,
                    Flags = ["apparent"],
                    Collected = Collected.Of([production, imports, exports, closing, opening]),
                };
            }
        }
    }

    private static DomesticSupplyObservation? Part(SurveyRows rows, DomesticQuantity quantity, DomesticSupplyObservation production, Period period)
    {
        DomesticSupplyObservation[] candidates =
            [.. rows.Of(quantity).Where(row => row.Period == period && row.Citation == production.Citation && row.Basis == production.Basis && row.Value.Point is not null)];
        return candidates is [var one] ? one : null;
    }

    private static Period? Before(Period period) => period switch
    {
        FiscalYear year => new FiscalYear(checked(year.Year - 1)),
        CalendarYear year => new CalendarYear(checked(year.Year - 1)),
        _ => null,
    };

    private static EvidenceNode Leaf(DomesticSupplyObservation row, string symbol) => SurveyRows.Leaf(row, row.Value.Point) with { Symbol = symbol };
}
