using System.Text.Json;
using Pipeline.Domain;
using Pipeline.Indicators.Assembly;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Assembly;

/// <summary>What a result does not depend on: no score is relative to the other minerals at hand, and no indicator to rows it does not rest on.</summary>
[Trait("Clause", "4")]
public sealed class IndependenceTests
{
    private static readonly Observation[] Cobalt =
    [
        .. Enumerable.Range(2015, 10).SelectMany(year => Given.Import(year, "282200010", 1_000_000, 100, "KG", ("CHN", 600_000, 60), ("FIN", 400_000, 40))),
        .. CountryCatalogue.All.SelectMany(country => Given.Governance(country.Iso3, 2023, 1.2, 0.4, 0.9, 1.1, 1.0, 0.8)),
        Given.Statistic("COD", "220"), Given.Statistic("IDN", "30"), Given.Statistic("world", "250"),
        Given.Statistic("COD", "60", statistic: Statistic.Reserves), Given.Statistic("AUS", "40", statistic: Statistic.Reserves), Given.Statistic("world", "100", statistic: Statistic.Reserves),
    ];

    // Larger in every respect than the rows of cobalt: a scale taken from the minerals at hand would move.
    private static readonly Observation[] Nickel =
    [
        .. Enumerable.Range(2015, 10).SelectMany(year => Given.Import(year, "750210000", 90_000, 9_000, "MT", ("PHL", 90_000, 9_000))),
        Given.Statistic("IDN", "2200", series: "nickel", mineral: "nickel"), Given.Statistic("world", "2200", series: "nickel", mineral: "nickel"),
        Given.Statistic("IDN", "5500", series: "nickel", statistic: Statistic.Reserves, mineral: "nickel"),
        Given.Statistic("world", "5500", series: "nickel", statistic: Statistic.Reserves, mineral: "nickel"),
        Mine("nickel", "a", MineQuantity.Reserves, 900), Mine("nickel", "a", MineQuantity.Production, 90),
    ];

    private static readonly Observation[] Mines =
    [
        Mine("cobalt", "a", MineQuantity.Reserves, 50), Mine("cobalt", "a", MineQuantity.Production, 100),
        Mine("cobalt", "b", MineQuantity.Reserves, 10), Mine("cobalt", "b", MineQuantity.Production, 20),
    ];

    [Fact]
    public void No_figure_of_a_mineral_moves_when_rows_of_another_are_added()
    {
        Assert.Equal(Results([.. Cobalt, .. Mines]), Results([.. Cobalt, .. Mines, .. Nickel]));
        Assert.Equal(0.7888, Assess([.. Cobalt, .. Nickel]).Find(IndicatorId.ProductionConcentration)!.Value!.Value, 1e-9);
        Assert.Equal(1, Assess([.. Cobalt, .. Nickel], "nickel").Find(IndicatorId.ProductionConcentration)!.Value!.Value, 1e-9);
    }

    [Fact]
    public void Shares_by_mine_leave_the_concentration_by_country_as_it_is()
    {
        (MineralAssessment without, MineralAssessment with) = (Assess(Cobalt), Assess([.. Cobalt, .. Mines]));
        Assert.All([IndicatorId.ReserveConcentration, IndicatorId.ProductionConcentration], indicator => Assert.Equal(
            JsonSerializer.Serialize(without.Find(indicator), PipelineJson.Options), JsonSerializer.Serialize(with.Find(indicator), PipelineJson.Options)));
        // (220 / 250)^2 + (30 / 250)^2 and 0.6^2 + 0.4^2, as the countries alone give them.
        Assert.Equal(0.7888, with.Find(IndicatorId.ProductionConcentration)!.Value!.Value, 1e-9);
        Assert.Equal(0.52, with.Find(IndicatorId.ReserveConcentration)!.Value!.Value, 1e-9);
        Assert.Equal(ResultStatus.Insufficient, without.Find(IndicatorId.ProductionConcentrationByMine)!.Status);
        Assert.NotNull(with.Find(IndicatorId.ProductionConcentrationByMine)!.Low ?? with.Find(IndicatorId.ProductionConcentrationByMine)!.Value);
    }

    private static string Results(Observation[] run) => JsonSerializer.Serialize(Assess(run), PipelineJson.Options);

    private static MineralAssessment Assess(Observation[] run, string mineral = "cobalt") => new MineralAssessor(
        new ObservationIndex(run),
        Given.Parameters,
        run.Select(row => row.Cell).DistinctBy(cell => cell.Snapshot).Select(cell => new SourceUse("test", cell.Snapshot, cell.File, "publisher", "title", "licence", "citation", false)))
        .Assess(mineral);

    private static MineObservation Mine(string mineral, string mine, MineQuantity quantity, double tonnes) => new(
        "mine-register", new CalendarYear(2024), Given.Cell("mines.csv", 2, $"{mineral} {mine} {quantity}"),
        mineral, mine, "COD", quantity, PublishedValue.Reported(tonnes, "as printed"), "t", "annual report");
}
