using Pipeline.Domain;
using Pipeline.Indicators.DomesticSupply;
using Pipeline.Indicators.Scenarios.Request;
using static System.FormattableString;

namespace Pipeline.Indicators.Scenarios.Levers;

/// <summary>
/// Domestic demand and supply of the mineral while measures change them: figures of the year on which 自給率 and スクラップ等再生 rest. A component
/// that nobody states stays unknown, and what a measure adds to it is a lower bound.
/// </summary>
/// <remarks>
/// A figure that was collected from companies keeps their number and the largest share, so that the rule of disclosure holds for it as before;
/// what is written down of a change is what was added, never the figure it was added to. Which figures are joined depends on their amounts, and the
/// base stands beside the result: a figure that one of them shows alone could be subtracted from the sum that the other shows. Where a year keeps a
/// figure from readers, nothing is therefore added to any component of it. For the same reason a demand that may not be shown gives no tonnes.
/// </remarks>
internal sealed class SurveyState(ScenarioState state)
{
    private readonly List<DomesticSupplyObservation> assumed = [];

    /// <summary>Rows that measures have changed or added.</summary>
    internal IReadOnlyList<Observation> Rows() => assumed;

    /// <summary>③ or ⑤.</summary>
    internal void Recycle(RecyclingMeasure measure)
    {
        foreach (DemandFigure demand in OpenYears(measure.Pointer))
        {
            if (measure.RatePoints is not null && !Disclosure.MayShow(demand.Collected, state.Parameters.Open()))
            {
                throw new ScenarioRequestException(measure.Pointer + "/ratePoints", "'tonnes', because domestic demand of the base is not disclosed", "points of that demand")
                {
                    Obstacle = "measureFiguresProtected",
                };
            }

            double tonnes = measure.Tonnes ?? measure.RatePoints!.Value * demand.Amount.Point!.Value;
            string place = measure.Pointer + (measure.Tonnes is null ? "/ratePoints" : "/tonnes");
            DomesticQuantity quantity = Survey().Of(measure.Component).Any(row => row.Period == demand.Period) || !Survey().Of(DomesticQuantity.SecondaryProduction).Any(row => row.Period == demand.Period)
                ? measure.Component
                : DomesticQuantity.SecondaryProduction;
            Add(quantity, demand, tonnes, place);
        }
    }

    /// <summary>① or ②: what the equity stands for, at most what is imported or taken.</summary>
    internal void Hold(EquityMeasure measure)
    {
        (DomesticQuantity whole, DomesticQuantity site) = measure.InMine
            ? (DomesticQuantity.EquityOre, DomesticQuantity.MineProduction)
            : (DomesticQuantity.ImportedMetal, DomesticQuantity.SmelterOfftake);
        foreach (DemandFigure demand in OpenYears(measure.Pointer))
        {
            if (Survey().BySite(site, demand.Period).FirstOrDefault() is { } other)
            {
                Enter(measure, other);
            }
            else
            {
                Add(whole, demand, Math.Min(measure.Tonnes, measure.Moved), measure.Pointer + "/tonnes");
            }
        }
    }

    /// <summary>Demand that falls away.</summary>
    internal void UseLess(LessUseMeasure measure)
    {
        DemandFigure[] years = [.. FindYears()];
        DomesticQuantity[] quantities = [DomesticQuantity.DomesticDemand, DomesticQuantity.Consumption];
        foreach (DemandFigure demand in years)
        {
            DomesticSupplyObservation[] rows = [.. quantities.SelectMany(quantity => Survey().Of(quantity)).Where(row => row.Period == demand.Period && row.Value.Point is not null)];
            foreach (DomesticSupplyObservation row in rows)
            {
                Replace(row with { Value = Reported(row.Value.Point!.Value * (1 - measure.Share)) }, measure.Pointer + "/share");
            }

            if (rows.Length == 0)
            {
                Replace(New(DomesticQuantity.DomesticDemand, null, demand, Reported(demand.Amount.Point!.Value * (1 - measure.Share)), demand.Collected), measure.Pointer + "/share");
            }
        }

        if (years.Length > 0)
        {
            state.Note(new AssumedInput(measure.Pointer + "/share", "domestic/demand", years[0].Period.Code, "1", 1, 1 - measure.Share));
        }
    }

    /// <summary>True for a figure of the base in whose place an assumption stands: a baseline that is typed in is of the same snapshot as the measures.</summary>
    internal bool Replaces(Observation observation) => observation is DomesticSupplyObservation row && row.Mineral == state.Mineral && row.Part is null
        && assumed.Any(other => SameKey(other, row));

    private SurveyRows Survey() => new(state.Mineral, state.Index.Rows<DomesticSupplyObservation>().Where(row => !Replaces(row)).Concat(assumed));

    /// <summary>Years on which the two rates rest: one, or two where they rest on different ones.</summary>
    private IEnumerable<DemandFigure> FindYears()
    {
        SurveyRows rows = Survey();
        SupplyComponent[] secondary = [.. state.Parameters.Open().Numbers("secondary.components").Select(number => (SupplyComponent)(int)number)];
        return new[] { SupplyYear.Newest(rows, secondary, state.Parameters.Open()), SupplyYear.Newest(rows, Components.All, state.Parameters.Open()) }
            .OfType<SupplyYear>().Select(year => year.Demand).DistinctBy(demand => demand.Period);
    }

    /// <summary>Years to which something can be added without giving away what companies returned.</summary>
    private DemandFigure[] OpenYears(string place)
    {
        DemandFigure[] years = Years(place);
        SurveyRows ofBase = new(state.Mineral, state.Index.Rows<DomesticSupplyObservation>());
        return Array.Find(SupplyYear.WithDemand(ofBase, state.Parameters.Open()), year => year.KeepsFigures && years.Any(demand => demand.Period == year.Demand.Period)) is { } kept
            ? throw new ScenarioRequestException(
                place, "a base whose components of supply are all disclosed one by one", Invariant($"one that joins or withholds a figure of {kept.Demand.Period.Code} to protect companies"))
            {
                Obstacle = "measureFiguresProtected",
            }
            : years;
    }

    private DemandFigure[] Years(string place) => FindYears().ToArray() is { Length: > 0 } years
        ? years
        : throw new ScenarioRequestException(place, "a base with domestic demand", "none") { Obstacle = "measureNoDemandYear" };

    private void Add(DomesticQuantity quantity, DemandFigure demand, double tonnes, string place)
    {
        DomesticSupplyObservation[] rows = [.. Survey().Of(quantity).Where(row => row.Period == demand.Period)];
        foreach (DomesticSupplyObservation row in rows)
        {
            Replace(row with { Value = row.Value.Point is { } known ? Reported(known + tonnes) : AtLeast((row.Value.Low ?? 0) + tonnes) }, place);
        }

        if (rows.Length == 0)
        {
            Replace(New(quantity, null, demand, AtLeast(tonnes), null), place);
        }

        state.Note(new AssumedInput(place, "domestic/" + Name(quantity), demand.Period.Code, "t added", null, tonnes));
    }

    /// <summary>A mine or smelter of its own, beside those that are known one by one: the cap holds for each.</summary>
    private void Enter(EquityMeasure measure, DomesticSupplyObservation other)
    {
        DomesticSupplyObservation Figure(DomesticQuantity quantity, double value, string unit) => other with
        {
            Quantity = quantity,
            Site = "scenario " + measure.Pointer,
            Value = Reported(value),
            Unit = unit,
            Contributors = null,
            LargestShare = null,
            Corrections = [],
            Flags = [],
        };
        foreach (DomesticSupplyObservation figure in measure.InMine
            ? new[]
            {
                Figure(DomesticQuantity.MineProduction, measure.Tonnes, "t"), Figure(DomesticQuantity.EquityShare, 1, "1"), Figure(DomesticQuantity.MineImports, measure.Moved, "t"),
            }
            : [Figure(DomesticQuantity.SmelterOfftake, measure.Moved, "t"), Figure(DomesticQuantity.SmelterEquityQuantity, measure.Tonnes, "t")])
        {
            Replace(figure, measure.Pointer);
        }

        state.Note(new AssumedInput(
            measure.Pointer, "domestic/" + (measure.InMine ? "equityOre" : "importedMetal"), other.Period.Code, "t added", null, Math.Min(measure.Tonnes, measure.Moved)));
    }

    private DomesticSupplyObservation New(DomesticQuantity quantity, string? site, DemandFigure demand, PublishedValue value, Collected? collected) => new(
        "domestic-survey", demand.Period, state.Source.Cell("/"), state.Mineral, null, quantity, site, value, "t", demand.Basis,
        "assumed by the scenario", "scenario", "author of the scenario", "assumed")
    {
        Flags = [.. demand.Flags.Where(flag => quantity == DomesticQuantity.DomesticDemand && flag == "apparent")],
        Contributors = collected?.Contributors,
        LargestShare = collected?.LargestShare,
    };

    private void Replace(DomesticSupplyObservation row, string place)
    {
        DomesticSupplyObservation marked = row with
        {
            Cell = state.Source.Cell(place),
            Flags = [.. row.Flags.Append(ScenarioSource.Flag).Distinct().Order(StringComparer.Ordinal)],
        };
        // An earlier measure's row of the same key is what this one was made from.
        assumed.RemoveAll(other => SameKey(other, row) && other.Citation == row.Citation);
        assumed.Add(marked);
    }

    private static bool SameKey(DomesticSupplyObservation one, DomesticSupplyObservation other) =>
        one.Quantity == other.Quantity && one.Site == other.Site && one.Period == other.Period && one.Basis == other.Basis;

    private static PublishedValue Reported(double value) => PublishedValue.Reported(value, Invariant($"{value:R}"));

    private static PublishedValue AtLeast(double value) => PublishedValue.AtLeast(value, Invariant($">={value:R}"));

    private static string Name(DomesticQuantity quantity) => Invariant($"{char.ToLowerInvariant(quantity.ToString()[0])}{quantity.ToString()[1..]}");
}
