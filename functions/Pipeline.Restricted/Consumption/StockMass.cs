using Pipeline.Domain;

namespace Pipeline.Restricted;

/// <summary>Days into tonnes and tonnes into days, at the baseline consumption of the mineral. A year has 365 days, always.</summary>
public static class StockMass
{
    private const int DaysOfYear = 365;

    /// <summary>備蓄量 in tonnes of metal that a number of days stands for.</summary>
    /// <exception cref="RefusedException">There is no baseline consumption.</exception>
    public static Restricted<double> Tonnes(Restricted<double> days, Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(days);
        return days.Combine(PerYear(baseline), (count, tonnes) => count * tonnes / DaysOfYear);
    }

    /// <summary>Tonnes of a target that is fixed, with the marks of what they rest on.</summary>
    /// <exception cref="RefusedException">The baseline consumption is partial or missing: no target rests on it.</exception>
    public static TargetTonnes Tonnes(TargetDecision target, Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(baseline);
        return baseline.Status == ResultStatus.Ok
            ? new TargetTonnes(target.Mineral, Tonnes(target.Days.Derive(days => (double)days), baseline), target.Computed.IsSynthetic, baseline.IsApparent, baseline.StaleParameters)
            : throw new RefusedException(new Fault("target", target.Mineral, "consumption of every year of the window", "a partial mean", "complete the series first"));
    }

    /// <summary>Days of baseline consumption that a stock covers.</summary>
    /// <param name="stock">Stock in tonnes of metal.</param>
    /// <param name="baseline">Baseline consumption.</param>
    /// <exception cref="RefusedException">There is no baseline consumption, or it is zero.</exception>
    public static Restricted<double> DaysOfCover(Restricted<double> stock, Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(stock);
        return stock.Combine(PerYear(baseline), (tonnes, perYear) => perYear > 0
            ? tonnes / (perYear / DaysOfYear)
            : throw new RefusedException(new Fault("days of cover", baseline.To.Code, "consumption above 0", "none", "a mineral that is not used has no cover")));
    }

    private static Restricted<double> PerYear(Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        return baseline.TonnesPerYear
            ?? throw new RefusedException(new Fault("baseline consumption", baseline.To.Code, "a mean of the last years", "none", "complete the series first"));
    }
}
