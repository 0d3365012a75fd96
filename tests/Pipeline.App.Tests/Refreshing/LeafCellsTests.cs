using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Refreshing;

/// <summary>That a leaf of the evidence shows what the cell that it names says: a tree that computes correctly from misread leaves proves nothing.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class LeafCellsTests(RefreshedStorage refreshed)
{
    [Fact]
    public async Task Every_leaf_with_cells_has_the_value_that_the_observations_of_its_cells_state()
    {
        (IReadOnlyList<MineralAssessment> assessments, ILookup<SourceCell, Observation> cells) = await VintageAsync();
        EvidenceNode[] leaves = [.. assessments.SelectMany(Trees).SelectMany(tree => tree.Walk()).Where(node => node.Cells.Count > 0)];
        Assert.True(leaves.Length > 5000, $"only {leaves.Length} leaves were looked at");
        Assert.Equal([], leaves.SelectMany(leaf => Contradictions(leaf, cells)).Distinct());
    }

    [Fact]
    public async Task Every_year_of_every_outlook_is_the_figure_of_its_cell()
    {
        (IReadOnlyList<MineralAssessment> assessments, ILookup<SourceCell, Observation> cells) = await VintageAsync();
        OutlookYear[] years = [.. assessments.SelectMany(assessment => assessment.Outlook?.Series.SelectMany(series => series.Years) ?? [])];
        Assert.NotEmpty(years);
        Assert.All(years, year => Assert.Contains(cells[Place(year.Cell)].OfType<OutlookObservation>(), row => row.Value == year.Value && row.Period == year.Year));
    }

    [Theory]
    [InlineData("copper", IndicatorId.ProductionConcentration)]
    [InlineData("nickel", IndicatorId.PriceFluctuation)]
    [InlineData("cobalt", IndicatorId.ImportStabilityRefined)]
    public async Task A_leaf_that_is_wrong_by_a_thousandth_or_names_a_cell_without_a_figure_shows(string mineral, string indicator)
    {
        (IReadOnlyList<MineralAssessment> assessments, ILookup<SourceCell, Observation> cells) = await VintageAsync();
        EvidenceNode sound = assessments.Single(assessment => assessment.Mineral == mineral).Find(indicator)!.AllEvidence
            .SelectMany(tree => tree.Walk()).First(node => node is { Cells.Count: 1, Value: > 0 });
        Assert.Empty(Contradictions(sound, cells));
        Assert.Single(Contradictions(sound with { Value = sound.Value * 1.001 }, cells));
        Assert.Single(Contradictions(sound with { Value = null }, cells));
        Assert.Single(Contradictions(sound with { Cells = [sound.Cells[0] with { Row = int.MaxValue }] }, cells));
    }

    /// <summary>What the cells of a leaf say against its value; empty where they bear it out.</summary>
    private static IEnumerable<string> Contradictions(EvidenceNode leaf, ILookup<SourceCell, Observation> cells)
    {
        foreach (SourceCell cell in leaf.Cells.Where(cell => !cells.Contains(Place(cell))))
        {
            yield return $"{leaf.Quantity} {leaf.Subject}: no observation stands in {cell.Address}";
            yield break;
        }

        Observation[][] read = [.. leaf.Cells.Select(cell => cells[Place(cell)].ToArray())];
        bool agrees = leaf.Quantity switch
        {
            // How many figures are hidden, not how large they are.
            "number of countries without a number" => leaf.Value == read.Length && read.All(rows => rows.OfType<MineralStatisticObservation>().Any(row => row.Value.Point is null)),
            "calendar year" => read.All(rows => rows.All(row => row.Period.EndYear == leaf.Value)),
            _ => leaf.Cells.Count == 1 && read[0].SelectMany(row => Stated(row, leaf.Cells[0].Column)).Any(value => Same(value, leaf.Value)),
        };
        if (!agrees)
        {
            yield return $"{leaf.Quantity} {leaf.Subject}: {leaf.Value} is not what {string.Join(", ", leaf.Cells.Select(cell => cell.Address))} says";
        }
    }

    /// <summary>Numbers that a cell states, none for one without a number: where there is no point value, its ends.</summary>
    private static IEnumerable<double?> Stated(Observation row, string column) => row switch
    {
        TradeObservation trade => [column == trade.ValueColumn ? trade.ValueThousandYen : trade.Weight],
        MineralStatisticObservation statistic => Ends(statistic.Value),
        PriceObservation price => Ends(price.Value),
        GovernanceObservation governance => Ends(governance.Estimate),
        DomesticSupplyObservation supply => Ends(supply.Value),
        MineObservation mine => Ends(mine.Value),
        CountryIndexObservation index => Ends(index.Value),
        EnteredScoreObservation score => [score.Score],
        OutlookObservation outlook => Ends(outlook.Value),
        // An event counts as one; a measure and a search are stated to exist, without a number.
        DisruptionEventObservation => [1],
        ExportMeasureObservation or SearchRecordObservation => [null],
        _ => throw new InvalidOperationException($"{row.GetType().Name} has no number here"),
    };

    private static IEnumerable<double?> Ends(PublishedValue value) => value switch
    {
        // A trace counts as nothing and may be as much as its limit.
        { Point: { } point } => value.Kind == ValueKind.Trace || value.Low != value.High ? [point, value.Low, value.High] : [point],
        { Low: null, High: null } => [null],
        _ => value.Kind == ValueKind.WithheldBySource ? [null, value.Low] : [.. new[] { value.Low, value.High }.Where(end => end is not null)],
    };

    private static bool Same(double? stated, double? shown) =>
        stated is null ? shown is null : shown is { } number && PublishedFigures.Agrees([stated.Value], [number]);

    private static IEnumerable<EvidenceNode> Trees(MineralAssessment assessment) => assessment.Results.SelectMany(result => result.AllEvidence)
        .Concat(assessment.Imports.SelectMany(year => year.AllEvidence))
        .Concat(assessment.SelfSufficiency?.Evidence() ?? []);

    // That a figure is illustrative is said of it, and is no part of the place.
    private static SourceCell Place(SourceCell cell) => cell with { Illustrative = false };

    private async Task<(IReadOnlyList<MineralAssessment> Assessments, ILookup<SourceCell, Observation> Cells)> VintageAsync()
    {
        VintageManifest manifest = await VintageFiles.ReadManifestAsync(refreshed.Account.Vintages, refreshed.Summary.GetProperty("vintage").GetString()!, default);
        VintageInputs inputs = await VintageInputs.LoadAsync(refreshed.Account, manifest, default);
        ILookup<SourceCell, Observation> cells = inputs.Observations
            .SelectMany(row => row is TradeObservation trade ? new[] { (trade.Cell, row), (trade.Cell with { Column = trade.ValueColumn }, row) } : [(row.Cell, row)])
            .ToLookup(pair => Place(pair.Item1), pair => pair.Item2);
        return (await Task.WhenAll(manifest.Minerals.Select(mineral => VintageFiles.ReadAssessmentAsync(refreshed.Account.Vintages, manifest.Vintage, mineral, default))), cells);
    }
}
