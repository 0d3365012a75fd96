using Pipeline.Domain;
using Pipeline.Indicators.Bands;
using Pipeline.Indicators.DomesticSupply;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;
using Pipeline.Indicators.SelfSufficiency;

namespace Pipeline.Indicators.SecondaryUse;

/// <summary>スクラップ等再生: 内需量に対する二次原料調達率 (S, indicator 6), fiscal year, contained metal, demand and components of the same year.</summary>
/// <remarks>
/// Where a source does not split ③, ④ and ⑤, its total is not the rate: residues of smelters come from primary ore. It then bounds the rate from above,
/// and from below only what is plainly secondary counts.
/// </remarks>
internal static class SecondaryUseIndicator
{
    /// <summary>Result of a mineral from the rows of the survey.</summary>
    /// <param name="mineral">Identifier of the mineral.</param>
    /// <param name="survey">Every row of the survey.</param>
    /// <param name="set">Parameters in force.</param>
    internal static IndicatorResult Assess(string mineral, IReadOnlyList<DomesticSupplyObservation> survey, ParameterSet set)
    {
        IndicatorResult empty = new(IndicatorId.SecondaryUse, mineral, Stage.Use, ResultStatus.Insufficient, "1");
        if (survey.Count == 0)
        {
            return empty with { Reason = new Reason("noDomesticSurvey", []) };
        }

        ParameterScope parameters = set.Open();
        SupplyComponent[] counted = [.. parameters.Numbers("secondary.components").Select(number => (SupplyComponent)(int)number).Order()];
        if (SupplyYear.Newest(new SurveyRows(mineral, survey), counted, parameters) is not { } year)
        {
            MissingFigure demand = Holders.Missing(mineral, DomesticQuantity.DomesticDemand, ComponentStanding.NotCollected, parameters);
            return ResultMarks.Finish(empty with { Reason = new Reason("noDemandFigure", [Holders.Names([demand])]) }, parameters);
        }

        IndicatorResult dated = empty with { Period = year.Demand.Period };
        bool shown = Disclosure.MayShow(year.Demand.Collected, parameters);
        if (!shown || year.Demand.Amount.Point <= 0)
        {
            return ResultMarks.Finish(dated with { Reason = new Reason(shown ? "noDomesticDemand" : "demandNotDisclosed", []) }, parameters);
        }

        ComponentFigure[] touching = [.. year.Figures.Where(figure => figure.Components.Any(counted.Contains))];
        ComponentFigure[] whole = [.. touching.Where(figure => figure.IsStated && figure.Components.All(counted.Contains))];
        ComponentFigure[] inPart = [.. touching.Where(figure => figure.IsStated && !figure.Components.All(counted.Contains))];
        SupplyRatio rate = new(
            year.Demand,
            whole,
            inPart,
            touching.All(figure => figure.IsStated) && counted.All(component => whole.Any(figure => figure.Components.Contains(component))),
            !counted.Any(year.Open.Contains),
            1);
        IndicatorResult result = OldScrap(rate.Fill(dated), year);
        bool reserved = year.Demand.Flags.Concat(whole.SelectMany(figure => figure.Flags)).Any(SelfSufficiencyIndicator.Reservations.Contains);
        result = result with
        {
            Status = rate.Value is null ? ResultStatus.Insufficient : reserved ? ResultStatus.Partial : ResultStatus.Ok,
            Reason = Why(rate, inPart.Length > 0, reserved, [.. Holders.Missing(mineral, year, parameters).Where(missing => counted.Any(component => Components.QuantityOf(component) == missing.Quantity))]),
            Flags = [.. year.Demand.Flags, .. touching.SelectMany(figure => figure.Flags), .. Marks(year, rate)],
            Evidence = [.. result.Evidence, .. touching.Where(figure => !figure.IsStated).Select(figure => figure.Node(End.Point))],
        };
        return ResultMarks.Finish(Scored(result, parameters), parameters);
    }

    private static IEnumerable<string> Marks(SupplyYear year, SupplyRatio rate)
    {
        if (year.Demand.Period is CalendarYear) yield return "calendarYear";
        if (rate is { Low: not null, High: null }) yield return "lowerBound";
    }

    private static Reason? Why(SupplyRatio rate, bool notSplit, bool reserved, IReadOnlyList<MissingFigure> missing) => rate switch
    {
        { Value: not null } => reserved ? new Reason("qualifiedComponents", []) : null,
        { High: not null } when notSplit => new Reason("secondaryNotSplit", []),
        { Low: null } => new Reason("noComponentFigures", [Holders.Quantities(missing), Holders.Names(missing)]),
        _ when missing.Any(one => one.Standing == ComponentStanding.Withheld) => new Reason("withheldComponent", []),
        _ when missing.Count > 0 => new Reason("componentsMissing", [Holders.Quantities(missing), Holders.Names(missing)]),
        _ => new Reason("componentsBounded", [Vocabulary.Argument(Term.Component, ["oldScrap", "processScrap"])]),
    };

    // The risk that S names is that used products are thrown away: the rate of their scrap is shown by itself, where it is told apart.
    private static IndicatorResult OldScrap(IndicatorResult result, SupplyYear year) => year.Stated.FirstOrDefault(figure => figure.Key == "c3") is { Amount.Point: { } tonnes } figure
        ? result with
        {
            Companions = [new Companion("oldScrapRate", tonnes / year.Demand.Amount.Point, "1")],
            Evidence = [.. result.Evidence, figure.Counted() with { Symbol = "oldScrap" }],
            Formulas = [.. result.Formulas, new FigureFormula("oldScrapRate", "oldScrap / demand")],
        }
        : result;

    private static IndicatorResult Scored(IndicatorResult result, ParameterScope parameters)
    {
        if (result.Low is null)
        {
            return result;
        }

        // A rate without an upper bound can be anything up to all of demand: the score can fall to 0.
        IndicatorResult scored = BandMarks.Score(result, Score, "bands.secondaryUse", parameters);
        FigureFormula[] formulas =
        [
            .. result.Value is null ? Array.Empty<FigureFormula>() : [new FigureFormula("score", "1 - least(value, 1)")],
            new FigureFormula("scoreLow", result.High is null ? "0" : "1 - least(high, 1)"),
            new FigureFormula("scoreHigh", result.Contributions.Count == 0 ? "1" : "1 - least(low, 1)"),
        ];
        return scored with { ScoreLow = scored.ScoreLow ?? 0, Formulas = [.. result.Formulas, .. formulas] };
    }

    /// <summary>Score that a rate stands for: 1 - min(rate, 1).</summary>
    private static double Score(double rate) => 1 - Math.Min(rate, 1);
}
