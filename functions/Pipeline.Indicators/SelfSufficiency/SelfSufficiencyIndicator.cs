using Pipeline.Domain;
using Pipeline.Indicators.DomesticSupply;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;

namespace Pipeline.Indicators.SelfSufficiency;

/// <summary>自給率（権益ベース） of one mineral, with its components laid open.</summary>
internal static class SelfSufficiencyIndicator
{
    private const string Group = "base";
    private const string PublishedGroup = "base-metals";

    /// <summary>Marks of a figure that is on another basis than the rate asks for: with one of them a rate is a reading, never more than partial.</summary>
    internal static IReadOnlyList<string> Reservations { get; } = ["basisNotStated", "componentBasesDiffer", "importedScrapIncluded", "mixedYears", "productDemand", "severalFigures"];

    /// <summary>Result and table of a mineral from the rows of the survey.</summary>
    /// <param name="mineral">Identifier of the mineral.</param>
    /// <param name="survey">Every row of the survey.</param>
    /// <param name="set">Parameters in force.</param>
    internal static (IndicatorResult Result, SelfSufficiencyTable? Table) Assess(string mineral, IReadOnlyList<DomesticSupplyObservation> survey, ParameterSet set)
    {
        IndicatorResult empty = new(IndicatorId.SelfSufficiency, mineral, Stage.Use, ResultStatus.Insufficient, "percent");
        if (survey.Count == 0)
        {
            return (empty with { Reason = new Reason("noDomesticSurvey", []) }, null);
        }

        ParameterScope parameters = set.Open();
        SurveyRows rows = new(mineral, survey);
        PublishedRate[] published = [.. Published(mineral, rows, survey)];
        DomesticSupplyObservation? own = rows.Of(DomesticQuantity.PublishedSelfSufficiency).LastOrDefault(row => row.Value.Point is not null);
        if (SupplyYear.Newest(rows, Components.All, parameters) is not { } year)
        {
            MissingFigure[] unknown = [.. WithoutDemand(mineral, rows, parameters)];
            IndicatorResult open = Beside(empty with { Reason = new Reason("noDemandFigure", [Holders.Names(unknown.Take(1))]) }, own);
            return (ResultMarks.Finish(open, parameters), new SelfSufficiencyTable(null, null, [], null, [], unknown, published));
        }

        MissingFigure[] missing = [.. Holders.Missing(mineral, year, parameters)];
        IndicatorResult dated = empty with { Period = year.Demand.Period };
        bool shown = Disclosure.MayShow(year.Demand.Collected, parameters);
        // Apparent consumption is a balance and can come out below nothing: a rate of it would mean nothing.
        if (!shown || year.Demand.Amount.Point <= 0)
        {
            IndicatorResult none = Beside(dated with { Reason = new Reason(shown ? "noDomesticDemand" : "demandNotDisclosed", []) }, own);
            SelfSufficiencyTable table = new(year.Demand.Period, null, [], null, [], missing, published);
            return (ResultMarks.Finish(none, parameters), shown ? WithDemand(table, year.Demand) : table);
        }

        SupplyRatio rate = Rate(year);
        IndicatorResult result = Beside(OtherCap(rate.Fill(dated), year), own) with
        {
            Status = rate.Value is null ? ResultStatus.Insufficient : year.Flags.Any(Reservations.Contains) ? ResultStatus.Partial : ResultStatus.Ok,
            Reason = Why(rate, year, missing, rows, parameters),
            Flags = [.. year.Flags, .. rate is { Low: not null, High: null } ? new[] { "lowerBound" } : []],
        };
        // Why nothing is counted for a component has its cells too.
        result = result with { Evidence = [.. result.Evidence, .. year.Figures.Where(figure => !figure.IsStated).Select(figure => figure.Node(End.Point))] };
        return (ResultMarks.Finish(result, parameters), Table(year, missing, published));
    }

    /// <summary>(① + ② + ③ + ④ + ⑤) / 地金等の内需 in percent. There is no ceiling at 100: the ministry's own chart shows 103.</summary>
    private static SupplyRatio Rate(SupplyYear year)
    {
        bool everyComponent = year.Figures.All(figure => figure.IsStated) && year.Stated.SelectMany(figure => figure.Components).Distinct().Count() == Components.All.Count;
        return new SupplyRatio(year.Demand, year.Stated, [], everyComponent, everyComponent, 100);
    }

    /// <summary>The other reading of the cap, where ① is shown by itself: beside a joined ① it would give part of it away. A number, so none where the rate or
    /// the other ① is only bounded.</summary>
    private static IndicatorResult OtherCap(IndicatorResult result, SupplyYear year) => result.Value is not null && year.Stated is [{ Key: "c1", Alternative: { Amount.Point: not null } other } ore, ..]
        ? result with
        {
            Companions =
            [
                new Companion(
                    "alternativeValue",
                    (year.Stated.Sum(SupplyRatio.Counted) - SupplyRatio.Counted(ore) + SupplyRatio.Counted(other)) / year.Demand.Amount.Point!.Value * 100,
                    "percent"),
            ],
            Evidence = [.. result.Evidence, other.Counted() with { Symbol = "otherCap" }],
            Formulas = [.. result.Formulas, new FigureFormula("alternativeValue", "(sum(amount) - first(amount) + otherCap) / demand * 100")],
        }
        : result;

    private static Reason? Why(SupplyRatio rate, SupplyYear year, MissingFigure[] missing, SurveyRows rows, ParameterScope parameters)
    {
        if (rate.Value is not null)
        {
            return year.Flags.Any(Reservations.Contains) ? new Reason("qualifiedComponents", []) : null;
        }

        if (rate.High is not null)
        {
            return new Reason("componentsBounded", [Vocabulary.Argument(Term.Component, year.Stated.Where(figure => figure.Amount.Point is null)
                .SelectMany(figure => figure.Components).Distinct().Order().Select(Code))]);
        }

        string[] arguments = [Holders.Quantities(missing), Holders.Names(missing)];
        if (rate.Low is not null)
        {
            return new Reason("componentsMissing", arguments);
        }

        SurveyChoice? choice = SupplyYear.Choice(rows, parameters);
        string years = string.Join(", ", Components.Years(rows, choice).Select(period => period.Code));
        return years.Length == 0
            ? new Reason("noComponentFigures", arguments)
            : new Reason("noCommonYear", [string.Join(", ", DemandSeries.Of(rows, choice).Select(demand => demand.Period.Code)), years]);
    }

    private static SelfSufficiencyTable WithDemand(SelfSufficiencyTable table, DemandFigure demand) => table with
    {
        Demand = demand.Amount.Point,
        DemandFlags = Marked(demand.Flags, demand.Node(End.Point)),
        DemandEvidence = demand.Node(End.Point),
    };

    private static SelfSufficiencyTable Table(SupplyYear year, MissingFigure[] missing, PublishedRate[] published) => WithDemand(new SelfSufficiencyTable(
        year.Demand.Period,
        null,
        [],
        null,
        [.. year.Stated.Select(figure => new SupplyRow(
            figure.Key,
            figure.Components,
            figure.Amount.Point,
            figure.Amount.Low,
            figure.Amount.High,
            SupplyRatio.Counted(figure) / year.Demand.Amount.Point,
            figure.Standing,
            Marked(figure.Flags, figure.Counted()),
            figure.Counted()))],
        missing,
        published), year.Demand);

    // An invented figure says so in the table too, not only in the result that rests on it.
    private static IReadOnlyList<string> Marked(IEnumerable<string> flags, EvidenceNode evidence) =>
        ResultMarks.Ordered(evidence.Walk().SelectMany(node => node.Cells).Any(cell => cell.Illustrative) ? flags.Append("illustrative") : flags);

    private static IEnumerable<MissingFigure> WithoutDemand(string mineral, SurveyRows rows, ParameterScope parameters) =>
        Components.All.Select(Components.QuantityOf).Where(quantity => !rows.Of(quantity).Any(row => row.Value.Point is not null))
            .Prepend(DomesticQuantity.DomesticDemand)
            .Select(quantity => Holders.Missing(mineral, quantity, ComponentStanding.NotCollected, parameters));

    /// <summary>Rates that others have published; one of base metals together is shown with each of them, though its members are not listed.</summary>
    private static IEnumerable<PublishedRate> Published(string mineral, SurveyRows rows, IReadOnlyList<DomesticSupplyObservation> survey)
    {
        IEnumerable<DomesticSupplyObservation> ofGroup = MineralCatalogue.Get(mineral).Group == Group
            ? new SurveyRows(PublishedGroup, survey.Where(row => row.Quantity == DomesticQuantity.PublishedSelfSufficiency)).Of(DomesticQuantity.PublishedSelfSufficiency)
            : [];
        return rows.Of(DomesticQuantity.PublishedSelfSufficiency).Reverse().Concat(ofGroup.Reverse())
            .Select(row => new PublishedRate(row.Mineral, row.Period, row.Value, row.Definition, row.Citation, row.Cell));
    }

    // A published rate is shown beside the result, never in its place.
    private static IndicatorResult Beside(IndicatorResult result, DomesticSupplyObservation? published) => published is null
        ? result
        : result with
        {
            Companions = [.. result.Companions, new Companion("publishedRate", published.Value.Point, "percent")],
            Evidence = [.. result.Evidence, SurveyRows.Leaf(published, published.Value.Point) with { Symbol = "published" }],
            Formulas = [.. result.Formulas, new FigureFormula("publishedRate", "published")],
        };

    private static string Code(SupplyComponent component)
    {
        string name = component.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
