using Pipeline.Domain;

namespace Pipeline.Indicators.FinerSet;

/// <summary>Ore and head grade of one mine in one year.</summary>
/// <param name="Ore">Ore milled, tonnes.</param>
/// <param name="Grade">Head grade, percent.</param>
internal sealed record MilledOre(MineObservation Ore, MineObservation Grade)
{
    /// <summary>Key of the mine.</summary>
    internal string Site => MineLedger.Site(Ore);

    /// <summary>Calendar year.</summary>
    internal int Year => Ore.Period.EndYear;

    /// <summary>Ore milled, tonnes, above 0.</summary>
    internal double Tonnes => Ore.Value.Point!.Value;

    /// <summary>Head grade, percent, above 0.</summary>
    internal double Percent => Grade.Value.Point!.Value;
}

/// <summary>Mean head grade of one year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Grade">Gₜ = Σ m g / Σ m, percent.</param>
/// <param name="Mines">What it is the mean of, in order of mine.</param>
internal sealed record MeanGrade(int Year, double Grade, IReadOnlyList<MilledOre> Mines);

/// <summary>The grades of a mineral over the years of the window.</summary>
/// <param name="Years">Years with a mean, ascending.</param>
/// <param name="LeftOut">Ore of mines that report in too few of the years.</param>
internal sealed record GradeSeries(IReadOnlyList<MeanGrade> Years, IReadOnlyList<MilledOre> LeftOut)
{
    // 80 % of 5 years is 4, also where the product is a unit of the last binary digit above it.
    private const double Rounding = 1e-9;

    /// <summary>Decline d = 1 - exp(b) per year, positive = falling; b is the least-squares slope of ln G on the year.</summary>
    internal double Decline => 1 - Math.Exp(Slope(Years));

    /// <summary>Share of the reported ore that the mean rests on, 0..1.</summary>
    internal double Coverage
    {
        get
        {
            double kept = Years.Sum(year => year.Mines.Sum(mine => mine.Tonnes));
            return kept / (kept + LeftOut.Sum(mine => mine.Tonnes));
        }
    }

    /// <summary>
    /// Mean grades of the window that ends with the newest year: over mines that report in at least the given share of the years with any
    /// report, so that a change of the sample is not read as decline.
    /// </summary>
    /// <param name="milled">Ore and grade of every mine and year.</param>
    /// <param name="window">Years of the window.</param>
    /// <param name="sampleShare">Share of the years, 0..1.</param>
    internal static GradeSeries Of(IReadOnlyList<MilledOre> milled, int window, double sampleShare)
    {
        int last = milled.Max(ore => ore.Year);
        MilledOre[] inside = [.. milled.Where(ore => ore.Year > last - window)];
        double needed = (sampleShare * inside.Select(ore => ore.Year).Distinct().Count()) - Rounding;
        ILookup<bool, MilledOre> bySteadiness = inside.GroupBy(ore => ore.Site, StringComparer.Ordinal)
            .SelectMany(mine => mine.Select(ore => (IsSteady: mine.Count() >= needed, Ore: ore)))
            .ToLookup(pair => pair.IsSteady, pair => pair.Ore);
        return new GradeSeries(
            [.. bySteadiness[true].GroupBy(ore => ore.Year).OrderBy(year => year.Key).Select(year => Mean(
                year.Key, [.. year.OrderBy(ore => ore.Site, StringComparer.Ordinal)]))],
            [.. bySteadiness[false].OrderBy(ore => ore.Site, StringComparer.Ordinal).ThenBy(ore => ore.Year)]);
    }

    /// <summary>b: least-squares slope of ln G on the year, per year.</summary>
    internal static double Slope(IReadOnlyList<MeanGrade> years)
    {
        double meanYear = years.Average(year => (double)year.Year);
        double meanLog = years.Average(year => Math.Log(year.Grade));
        return years.Sum(year => (year.Year - meanYear) * (Math.Log(year.Grade) - meanLog))
            / years.Sum(year => (year.Year - meanYear) * (year.Year - meanYear));
    }

    private static MeanGrade Mean(int year, IReadOnlyList<MilledOre> mines) =>
        new(year, mines.Sum(mine => mine.Tonnes * mine.Percent) / mines.Sum(mine => mine.Tonnes), mines);
}
