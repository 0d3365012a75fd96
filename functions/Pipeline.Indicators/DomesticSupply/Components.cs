using Pipeline.Domain;
using Pipeline.Indicators.Scenarios;

namespace Pipeline.Indicators.DomesticSupply;

/// <summary>The components of one year, each from the row that stands for it.</summary>
internal static class Components
{
    /// <summary>All five components, in order of number.</summary>
    internal static IReadOnlyList<SupplyComponent> All { get; } = Enum.GetValues<SupplyComponent>();

    /// <summary>Quantity in which the survey states a component as a whole.</summary>
    internal static DomesticQuantity QuantityOf(SupplyComponent component) => component switch
    {
        SupplyComponent.EquityOre => DomesticQuantity.EquityOre,
        SupplyComponent.ImportedMetal => DomesticQuantity.ImportedMetal,
        SupplyComponent.OldScrap => DomesticQuantity.OldScrap,
        SupplyComponent.SmelterResidues => DomesticQuantity.SmelterResidues,
        _ => DomesticQuantity.ProcessScrap,
    };

    /// <summary>Figures of a year in order of key; a component without any is not among them.</summary>
    /// <param name="rows">Rows of the mineral.</param>
    /// <param name="period">Year of the demand.</param>
    /// <param name="basis">Content basis of the demand, for components that nothing but their quantity places.</param>
    /// <param name="choice">Choice for the mineral, or none.</param>
    /// <param name="perMine">Reading of the cap in ①.</param>
    internal static IReadOnlyList<ComponentFigure> Of(SurveyRows rows, Period period, string basis, SurveyChoice? choice, bool perMine)
    {
        List<ComponentFigure> figures = [.. BySites(rows, period, perMine)];
        HashSet<SupplyComponent> bySite = [.. figures.SelectMany(figure => figure.Components)];
        List<(ComponentChoice Choice, ComponentFigure Figure)> chosen =
            [.. (choice?.Components ?? []).Select(one => (Choice: one, Figure: Chosen(rows, period, one))).Where(one => one.Figure is not null).Select(one => (one.Choice, one.Figure!))];
        HashSet<DomesticQuantity> named = [.. chosen.Select(one => one.Choice.Quantity)];
        foreach (SupplyComponent component in All.Where(component => !bySite.Contains(component) && !named.Contains(QuantityOf(component))))
        {
            if (Plain(rows, period, basis, QuantityOf(component), [component]) is { } figure)
            {
                figures.Add(figure);
            }
        }

        // What a chosen row holds of a component that has a figure of its own would count twice. A part stands for what is beside that figure, and
        // what a scenario adds for what is beside the survey.
        HashSet<SupplyComponent> alone =
        [
            .. figures.Where(figure => figure.IsStated && figure.Amount.High is not 0).SelectMany(figure => figure.Components)
                .Where(component => bySite.Contains(component) || rows.Of(QuantityOf(component)).Any(row => row.Period == period && !ScenarioSource.States(row))),
        ];
        figures.AddRange(chosen.Where(one => one.Choice.Extent != Extent.Whole || !one.Figure.Components.Any(alone.Contains)).Select(one => one.Figure));

        // A total of ③ to ⑤ yields to figures of its parts: they are in it.
        DomesticQuantity[] parts = [DomesticQuantity.OldScrap, DomesticQuantity.SmelterResidues, DomesticQuantity.ProcessScrap];
        if (!named.Contains(DomesticQuantity.SecondaryProduction) && !parts.Any(quantity => rows.Of(quantity).Any(row => row.Period == period))
            && Plain(rows, period, basis, DomesticQuantity.SecondaryProduction, [SupplyComponent.OldScrap, SupplyComponent.SmelterResidues, SupplyComponent.ProcessScrap]) is { } total)
        {
            figures.Add(total);
        }

        return [.. figures.OrderBy(figure => figure.Key, StringComparer.Ordinal)];
    }

    /// <summary>Years in which any row states a component, oldest first.</summary>
    internal static IEnumerable<Period> Years(SurveyRows rows, SurveyChoice? choice) =>
        All.Select(QuantityOf).Append(DomesticQuantity.SecondaryProduction).Concat(choice?.Components.Select(one => one.Quantity) ?? []).Distinct().SelectMany(rows.Of)
            .Where(row => row.Value is { Point: not null } or { Low: > 0 } or { High: not null })
            .Select(row => row.Period).Distinct().OrderBy(period => period.EndYear).ThenBy(period => period.Code, StringComparer.Ordinal);

    private static IEnumerable<ComponentFigure> BySites(SurveyRows rows, Period period, bool perMine)
    {
        ComponentFigure?[] figures = [CappedSites.EquityOre(rows, period, perMine), CappedSites.ImportedMetal(rows, period)];
        return figures.OfType<ComponentFigure>().Select(figure =>
            rows.Of(QuantityOf(figure.Components[0])).Any(row => row.Period == period) ? figure with { Flags = [.. figure.Flags, "severalFigures"] } : figure);
    }

    private static ComponentFigure? Chosen(SurveyRows rows, Period period, ComponentChoice choice)
    {
        DomesticSupplyObservation[] all = [.. rows.Of(choice.Quantity).Where(row => row.Basis == choice.Basis)];
        DomesticSupplyObservation[] ofYear = [.. all.Where(row => row.Period == period)];
        bool standsIn = ofYear.Length == 0 && choice.FiscalYearStandsIn && period is CalendarYear;
        if (standsIn)
        {
            ofYear = [.. all.Where(row => row.Period is FiscalYear year && period is CalendarYear calendar && year.Year == calendar.Year)];
        }

        SupplyComponent[] components = [.. choice.Components.Select(number => (SupplyComponent)number)];
        IEnumerable<string> flags = choice.Flags.Concat(components.Length > 1 ? ["notSplit"] : []).Concat(standsIn ? ["mixedYears"] : [])
            .Concat(choice.Extent == Extent.Part ? ["partOnly"] : []);
        return Preferred(ofYear) switch
        {
            [] => null,
            [var row] => Figure(rows, row, components, choice.Extent, [.. flags]),
            _ => ComponentFigure.Unstated(components[0], ComponentStanding.NotChosen),
        };
    }

    private static ComponentFigure? Plain(SurveyRows rows, Period period, string basis, DomesticQuantity quantity, SupplyComponent[] components) =>
        Preferred([.. rows.Of(quantity).Where(row => row.Period == period)]) switch
        {
            [] => null,
            [var row] => Figure(rows, row, components, Extent.Whole, [.. Marks(components.Length > 1, row.Basis != basis)]),
            _ => ComponentFigure.Unstated(components[0], ComponentStanding.NotChosen),
        };

    private static IEnumerable<string> Marks(bool notSplit, bool otherBasis)
    {
        if (notSplit) yield return "notSplit";
        if (otherBasis) yield return "componentBasesDiffer";
    }

    // Where a published figure exists, nothing that companies returned need be shown.
    private static DomesticSupplyObservation[] Preferred(DomesticSupplyObservation[] rows)
    {
        DomesticSupplyObservation[] published = [.. rows.Where(row => Collected.Of([row]) is null)];
        return published.Length > 0 ? published : rows;
    }

    private static ComponentFigure? Figure(SurveyRows rows, DomesticSupplyObservation row, SupplyComponent[] components, Extent extent, string[] flags)
    {
        if (row.Value.Kind == ValueKind.NotApplicable)
        {
            return new ComponentFigure(components, new Interval(0, 0, 0), ComponentStanding.Known)
            {
                Node = _ => new EvidenceNode("not applicable", row.Period.Code, 0, "t") { Formula = "0", Inputs = [SurveyRows.Leaf(row, null)] },
            };
        }

        Interval printed = Interval.Of(row.Value);
        Interval amount = extent switch
        {
            Extent.Part => new Interval(null, printed.Low, null),
            Extent.Ceiling => new Interval(null, 0, printed.High),
            _ => printed,
        };
        ComponentStanding standing = row.Value.Kind switch
        {
            ValueKind.WithheldBySource => ComponentStanding.Withheld,
            ValueKind.NotCollected => ComponentStanding.NotCollected,
            _ => ComponentFigure.StandingOf(amount),
        };
        return new ComponentFigure(components, amount, standing)
        {
            Flags = [.. flags, .. row.Flags, .. row.Value.Kind == ValueKind.Estimated ? new[] { "estimated" } : []],
            Collected = Collected.Of([row]),
            PublishedElsewhere = rows.Of(row.Quantity).Any(other => other.Period == row.Period && Collected.Of([other]) is null),
            // The lower end of a ceiling is no printed figure.
            Node = end => extent == Extent.Ceiling && end != End.High
                ? new EvidenceNode("may be nothing", row.Period.Code, 0, "t") { Formula = "0", Inputs = [SurveyRows.Leaf(row, row.Value.Point)] }
                : SurveyRows.Leaf(row, amount.At(end)),
        };
    }
}
