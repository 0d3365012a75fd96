using System.Text.RegularExpressions;
using Pipeline.Domain;
using Pipeline.Sources.Corrections;

namespace Pipeline.Sources.UsgsMcs;

/// <summary>Makes observations of cells, whatever layout they came from.</summary>
internal static partial class UsgsInterpretation
{
    /// <summary>Series of the salient statistics, so that they never mix with the row of the United States in a world table.</summary>
    public const string SalientSeries = "us-salient";

    /// <summary>
    /// The observation of a cell; none for a cell of a column that its table does not use, and for employment.
    /// </summary>
    /// <param name="source">Identifier of the source.</param>
    /// <param name="cell">A cell of a commodity in scope, after corrections.</param>
    /// <param name="quarantine">Takes the row of a cell whose text cannot be read.</param>
    /// <exception cref="PipelineException">A country, statistic, price series or unit is unknown.</exception>
    public static Observation? Read(string source, RawCell cell, Action<string, RawCell> quarantine) => cell switch
    {
        { Table: UsgsLayout.World } => World(source, cell, quarantine),
        { Measure: "employment" } => null,
        { Measure: "price" } => Price(source, cell, quarantine),
        _ => Salient(source, cell, quarantine),
    };

    private static MineralStatisticObservation? World(string source, RawCell cell, Action<string, RawCell> quarantine)
    {
        if (UsgsTables.FindWorld(cell) is not { } table)
        {
            // Rows have columns for production, capacity and reserves alike; a table leaves those empty, or says XX, that it does not publish.
            return cell.Value.Length == 0 || cell.Value.Equals("XX", StringComparison.OrdinalIgnoreCase)
                ? null
                : throw UsgsTables.Unknown("world table of usgs-mcs", $"{cell.Words} ({cell.Measure})", cell.At, "words of usgs-world-tables.csv for " + cell.Commodity);
        }

        Place place = UsgsTables.Place(cell);
        // An edition closes with the year before it; the 2026 edition also restates chromite ore reserves of the edition before (year 2024).
        int year = cell.Year ?? (cell.Edition - 1);
        Period period = table.Statistic == Statistic.Reserves ? new AsOfEdition(year + 1) : new CalendarYear(year);
        return Observe(source, cell, table.Series, table.Statistic, cell.Words, place, period, BasisOf(table, cell), quarantine) is { } observation
            ? observation with { TotalExcludesWithheld = place.Kind == PlaceKind.WorldTotal && IsProduction(cell) && Excludes().IsMatch(cell.Place + " " + cell.Notes) }
            : null;
    }

    /// <summary>The 2025 edition names the form of each country's boron in the notes only.</summary>
    private static string BasisOf(WorldTable table, RawCell cell) => table.Basis != "as noted" ? table.Basis : cell.Notes.ToLowerInvariant() switch
    {
        "boric oxide equivalent" => "B2O3",
        "crude ore" or "ulexite" or "compounds" or "crude borates" or "datolite ore" or "refined borates" => cell.Notes.ToLowerInvariant(),
        _ => "not stated",
    };

    private static MineralStatisticObservation? Salient(string source, RawCell cell, Action<string, RawCell> quarantine) => Observe(
        source, cell, SalientSeries, StatisticOf(cell), $"{cell.Commodity}: {cell.Words}", UsgsTables.Place(cell),
        new CalendarYear(cell.Year!.Value), "not stated", quarantine);

    private static MineralStatisticObservation? Observe(
        string source, RawCell cell, string series, Statistic statistic, string detail, Place place, Period period, string basis, Action<string, RawCell> quarantine)
    {
        UsgsUnit unit = UsgsUnit.Of(cell);
        if (UsgsCellText.Read(cell.Value, cell.Notes, unit.Name == "percent", cell.IsEstimated) is not { } read)
        {
            quarantine("a number, a bound, a range or a sign of the publisher", cell);
            return null;
        }

        return new MineralStatisticObservation(
            source, period, cell.At, cell.Edition, UsgsTables.Mineral(cell), series, statistic, detail, place,
            read.Value.Scale(unit.Factor * cell.Factor), unit.Name, basis)
        {
            Corrections = cell.Corrections,
            Flags = Flags(cell, read),
        };
    }

    private static PriceObservation? Price(string source, RawCell cell, Action<string, RawCell> quarantine)
    {
        PriceSeries series = UsgsTables.Price(cell);
        if (UsgsCellText.Read(cell.Value, cell.Notes, isPercent: false, cell.IsEstimated) is not { } read)
        {
            quarantine("a price or a sign of the publisher", cell);
            return null;
        }

        return new PriceObservation(
            source, new CalendarYear(cell.Year!.Value), cell.At, series.Mineral, series.Id, cell.Edition, read.Value.Scale(cell.Factor), series.Unit, series.IsDeflated)
        {
            Corrections = cell.Corrections,
            Flags = Flags(cell, read),
        };
    }

    private static IReadOnlyList<string> Flags(RawCell cell, UsgsCellValue read)
    {
        bool isEstimated = read.Value.Kind == ValueKind.Estimated || (cell.IsEstimated && read.Value.Low is not null && read.Value.Kind == ValueKind.Reported);
        return (isEstimated, read.Flag) switch
        {
            (true, { } flag) => [.. new[] { "estimated", flag }.Order(StringComparer.Ordinal)],
            (true, null) => ["estimated"],
            (false, { } flag) => [flag],
            _ => [],
        };
    }

    private static Statistic StatisticOf(RawCell cell) => cell.Measure switch
    {
        "production" => ProductionOf(cell.Words),
        "imports" => Statistic.Imports,
        "exports" => Statistic.Exports,
        "consumption" => Statistic.Consumption,
        "stocks" => Statistic.Stocks,
        "net import reliance" => Statistic.NetImportReliance,
        "shipments" or "supply" => Statistic.Other,
        _ => throw UsgsTables.Unknown("salient statistic of usgs-mcs", cell.Measure, cell.At, "production, imports, exports, consumption, stocks, price or net import reliance"),
    };

    private static Statistic ProductionOf(string words) => words switch
    {
        _ when Has(words, "secondary") || Has(words, "recycl") || Has(words, "scrap") => Statistic.SecondaryProduction,
        _ when Has(words, "mine") => Statistic.MineProduction,
        _ when Has(words, "refine") => Statistic.RefineryProduction,
        _ when Has(words, "smelter") => Statistic.SmelterProduction,
        _ when Has(words, "primary") => Statistic.PrimaryProduction,
        _ => Statistic.Other,
    };

    private static bool Has(string words, string part) => words.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool IsProduction(RawCell cell) => cell.Measure.StartsWith("production", StringComparison.Ordinal);

    [GeneratedRegex(@"exclud(es|ing) (U\.S\.|United States)|does not include production in the United States", RegexOptions.IgnoreCase)]
    private static partial Regex Excludes();
}
