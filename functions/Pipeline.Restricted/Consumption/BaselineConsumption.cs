using Pipeline.Domain;
using Pipeline.Indicators.DomesticSupply;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Restricted;

/// <summary>How a year of consumption came about; years of two kinds are never put into one mean.</summary>
public enum ConsumptionKind
{
    /// <summary>A statistic states it.</summary>
    Reported,

    /// <summary>Apparent consumption: production, trade and stocks.</summary>
    Apparent,
}

/// <summary>Domestic consumption of one fiscal year.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Value">Tonnes of metal.</param>
/// <param name="Kind">How it came about.</param>
public sealed record ConsumptionYear(FiscalYear Year, PublishedValue Value, ConsumptionKind Kind);

/// <summary>Whether a baseline exists, and why not.</summary>
public enum BaselineState
{
    /// <summary>Mean of all years of the window.</summary>
    Known,

    /// <summary>One year is missing: mean of the others.</summary>
    OneYearMissing,

    /// <summary>More years are missing than the rule allows.</summary>
    TooManyMissing,

    /// <summary>A year is withheld: a mean without it would let it be inferred, or mislead.</summary>
    Withheld,

    /// <summary>Reported and apparent consumption stand side by side.</summary>
    KindsMixed,
}

/// <summary>国内基準消費量 of a mineral.</summary>
/// <param name="State">Whether it exists.</param>
/// <param name="From">First year of the window.</param>
/// <param name="To">Last year of the window.</param>
/// <param name="TonnesPerYear">Tonnes of metal a year, or none.</param>
/// <param name="IsApparent">True when it rests on apparent consumption.</param>
public sealed record Baseline(BaselineState State, FiscalYear From, FiscalYear To, Restricted<double>? TonnesPerYear, bool IsApparent)
{
    /// <summary>Identifiers of its parameters that are past their confirmation, in order; empty where every one is confirmed.</summary>
    public IReadOnlyList<string> StaleParameters { get; init; } = [];

    /// <summary>How far it can be relied on.</summary>
    public ResultStatus Status => State switch
    {
        BaselineState.Known => ResultStatus.Ok,
        BaselineState.OneYearMissing => ResultStatus.Partial,
        _ => ResultStatus.Insufficient,
    };
}

/// <summary>国内基準消費量 = 国内消費量の過去5年平均 (S): mean of domestic consumption in the last five complete fiscal years, tonnes of metal a year.</summary>
public static class BaselineConsumption
{
    /// <summary>The baseline whose window ends with a year.</summary>
    /// <param name="years">Years of one mineral, each once.</param>
    /// <param name="last">Last complete fiscal year of the statistics.</param>
    /// <param name="parameters">Restricted parameters on the day.</param>
    /// <exception cref="ImplausibleValueException">A year is given twice, or a consumption is below zero.</exception>
    public static Baseline Of(IReadOnlyList<ConsumptionYear> years, FiscalYear last, RestrictedParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(years);
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(parameters);
        int window = parameters.Count("baseline.years");
        FiscalYear first = new(checked(last.Year - window + 1));
        ConsumptionYear[] inside = [.. years.Where(year => year.Year.Year >= first.Year && year.Year.Year <= last.Year).OrderBy(year => year.Year.Year)];
        Check(inside);
        ConsumptionYear[] known = [.. inside.Where(year => year.Value.Point is not null)];
        bool apparent = known.Any(year => year.Kind == ConsumptionKind.Apparent);
        BaselineState state = 0 switch
        {
            _ when inside.Any(year => year.Value.Kind == ValueKind.WithheldBySource) => BaselineState.Withheld,
            _ when known.Select(year => year.Kind).Distinct().Skip(1).Any() => BaselineState.KindsMixed,
            _ when window - known.Length > parameters.Count("baseline.maximumMissing") => BaselineState.TooManyMissing,
            _ => known.Length == window ? BaselineState.Known : BaselineState.OneYearMissing,
        };
        return new Baseline(
            state,
            first,
            last,
            state is BaselineState.Known or BaselineState.OneYearMissing ? new Restricted<double>(known.Sum(year => year.Value.Point!.Value) / known.Length) : null,
            apparent)
        {
            StaleParameters = [.. parameters.Stale.Where(id => id.StartsWith("baseline.", StringComparison.Ordinal))],
        };
    }

    /// <summary>
    /// Consumption of a mineral by fiscal year as the domestic survey states it, of one kind and basis throughout: the statistic of consumption where
    /// it speaks of enough years of the window for a mean, otherwise the demand of section 8, which may be apparent.
    /// </summary>
    /// <param name="mineral">Identifier of the mineral.</param>
    /// <param name="survey">Rows of the survey.</param>
    /// <param name="last">Last complete fiscal year of the statistics.</param>
    /// <param name="parameters">Restricted parameters on the day.</param>
    /// <param name="open">Parameters of the open rules, which choose among competing rows.</param>
    public static IReadOnlyList<ConsumptionYear> Years(
        string mineral, IEnumerable<DomesticSupplyObservation> survey, FiscalYear last, RestrictedParameters parameters, ParameterSet open)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(open);
        SurveyRows rows = new(mineral, survey);
        SurveyChoice? choice = SupplyYear.Choice(rows, open.Open());
        ConsumptionYear[] statistic = Statistic(rows, choice?.Demand) is { } row ? Years(rows, new SurveyChoice { Demand = row, Reason = "indicators, 7.2" }) : [];
        int window = parameters.Count("baseline.years");
        // A withheld year is stated too: the statistic exists, and another kind of figure must not fill the gap.
        int stated = statistic.Count(year => year.Year.Year > last.Year - window && year.Year.Year <= last.Year
            && (year.Value.Point is not null || year.Value.Kind == ValueKind.WithheldBySource));
        return stated >= window - parameters.Count("baseline.maximumMissing") ? statistic : Years(rows, choice);
    }

    // On the basis of the demand that the mineral has elsewhere: a statistic of another stage, or of one use alone, is no consumption of it.
    private static RowChoice? Statistic(SurveyRows rows, RowChoice? demand)
    {
        if (demand is { Quantity: DomesticQuantity.Consumption })
        {
            return demand;
        }

        string[] bases = [.. rows.Of(DomesticQuantity.Consumption).Select(row => row.Basis).Distinct(StringComparer.Ordinal)];
        string? basis = demand is null ? bases is [var only] ? only : null : bases.FirstOrDefault(one => one == demand.Basis);
        return basis is null ? null : new RowChoice { Quantity = DomesticQuantity.Consumption, Basis = basis };
    }

    private static ConsumptionYear[] Years(SurveyRows rows, SurveyChoice? choice) =>
        [.. DemandSeries.Of(rows, choice).Where(demand => demand.Period is FiscalYear).Select(demand => new ConsumptionYear(
            (FiscalYear)demand.Period,
            demand.IsWithheld
                ? PublishedValue.Withheld(string.Empty)
                : demand.Amount.Point is { } tonnes ? PublishedValue.Reported(tonnes, string.Empty) : PublishedValue.NotCollected(string.Empty),
            demand.Kind == DemandKind.Apparent || demand.Flags.Contains("apparent") ? ConsumptionKind.Apparent : ConsumptionKind.Reported))];

    private static void Check(ConsumptionYear[] years)
    {
        if (years.GroupBy(year => year.Year).FirstOrDefault(year => year.Skip(1).Any()) is { } twice)
        {
            throw Implausible(twice.Key, "each year once", "a year that is given twice");
        }

        if (years.FirstOrDefault(year => year.Value.Point < 0) is { } negative)
        {
            throw Implausible(negative.Year, "consumption of 0 or more", "a negative figure");
        }
    }

    private static ImplausibleValueException Implausible(FiscalYear year, string expected, string found) =>
        new(new Fault("domestic consumption", year.Code, expected, found, "mend the series"));
}
