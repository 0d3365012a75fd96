using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.DomesticSupply;

/// <summary>Demand and components of one year of one mineral.</summary>
/// <param name="Demand">地金等の内需.</param>
/// <param name="Figures">Components as they may be shown, in order of key.</param>
internal sealed record SupplyYear(DemandFigure Demand, IReadOnlyList<ComponentFigure> Figures)
{
    /// <summary>Components that a figure speaks of, however little it says.</summary>
    internal ComponentStanding StandingOf(SupplyComponent component)
    {
        ComponentFigure[] figures = [.. Figures.Where(figure => figure.Components.Contains(component))];
        return figures.Length == 0 ? ComponentStanding.NotCollected : figures.Max(figure => figure.Standing);
    }

    /// <summary>Figures that say something, in order of key.</summary>
    internal IReadOnlyList<ComponentFigure> Stated => [.. Figures.Where(figure => figure.IsStated)];

    /// <summary>Components without an upper bound: unknown, withheld, or counted only in part.</summary>
    internal IReadOnlyList<SupplyComponent> Open =>
        [.. Components.All.Where(component => Figures.Where(figure => figure.Components.Contains(component)).ToArray() is var figures
            && (figures.Length == 0 || figures.Any(figure => figure.Amount.High is null)))];

    /// <summary>True when a figure of the year is kept from readers, by itself or within a sum.</summary>
    internal bool KeepsFigures => Figures.Any(figure => figure.Standing == ComponentStanding.NotDisclosed || figure.Flags.Contains(Disclosure.JoinedFlag));

    /// <summary>Marks of demand and of the figures that are counted.</summary>
    internal IEnumerable<string> Flags => Demand.Flags.Concat(Stated.SelectMany(figure => figure.Flags))
        .Concat(Demand.Period is CalendarYear ? ["calendarYear"] : []);

    /// <summary>
    /// The newest year whose demand is stated together with one of the components; a fiscal year goes before a calendar year, because the rate is
    /// one of fiscal years. Where no year has both, the newest with demand; none where demand is not stated at all.
    /// </summary>
    internal static SupplyYear? Newest(SurveyRows rows, IReadOnlyList<SupplyComponent> components, ParameterScope parameters)
    {
        SupplyYear[] years = WithDemand(rows, parameters);
        return Array.Find(years, year => year.Stated.Any(figure => figure.Components.Any(components.Contains))) ?? (years.Length > 0 ? years[0] : null);
    }

    /// <summary>Years whose demand is stated: fiscal years before calendar years, each from the newest to the oldest.</summary>
    internal static SupplyYear[] WithDemand(SurveyRows rows, ParameterScope parameters)
    {
        SurveyChoice? choice = Choice(rows, parameters);
        bool perMine = parameters.Text("selfSufficiency.cap") switch
        {
            "perMine" => true,
            "perMineral" => false,
            var other => throw new ParameterException(new Fault("parameters", "selfSufficiency.cap", "perMine or perMineral", other, "mend the parameter file")),
        };
        Period[] published = [.. rows.Of(DomesticQuantity.PublishedSelfSufficiency).Select(row => row.Period)];
        return
        [
            .. DemandSeries.Of(rows, choice).Where(demand => demand.Amount.Point is not null)
                .OrderByDescending(demand => demand.Period is FiscalYear).ThenByDescending(demand => demand.Period.EndYear)
                .Select(demand => new SupplyYear(
                    demand,
                    Disclosure.Of(Components.Of(rows, demand.Period, demand.Basis, choice, perMine), published.Contains(demand.Period), parameters))),
        ];
    }

    /// <summary>The choice of rows for the mineral, or none; none for a baseline that is typed in.</summary>
    internal static SurveyChoice? Choice(SurveyRows rows, ParameterScope parameters) =>
        rows.AreTypedIn ? null : parameters.Row<SurveyChoice>("domesticSupply.rows", rows.Mineral);
}
