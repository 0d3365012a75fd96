using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Refreshing;

[Collection(RefreshedCollection.Name)]
public sealed class EvidenceTests(RefreshedStorage refreshed)
{
    [Fact]
    public async Task Every_published_value_leads_to_at_least_one_cell_or_cited_parameter() => Assert.All(await ResultsAsync(), result =>
    {
        if (result.Value is not null || result.Low is not null)
        {
            Assert.True(
                result.AllEvidence.SelectMany(node => node.Walk()).Any(node => node.Cells.Count > 0 || node.Reference is not null),
                $"{result.Mineral} {result.Indicator} has no evidence");
        }
    });

    [Fact]
    public async Task Every_cell_of_the_evidence_lies_in_a_snapshot_of_the_vintage_and_names_row_and_column()
    {
        VintageManifest manifest = await ManifestAsync();
        HashSet<string> snapshots = [.. manifest.Snapshots.Select(snapshot => snapshot.Use.Snapshot)];
        SourceCell[] cells = [.. (await ResultsAsync()).SelectMany(result => result.AllEvidence).SelectMany(node => node.Walk()).SelectMany(node => node.Cells)];

        Assert.NotEmpty(cells);
        Assert.All(cells, cell =>
        {
            Assert.Contains(cell.Snapshot, snapshots);
            Assert.True(cell.Row > 0, cell.Address);
            Assert.NotEmpty(cell.Column);
        });
    }

    [Fact]
    public async Task Contributions_of_every_concentration_and_import_stability_add_up_to_the_value() => Assert.All(
        (await ResultsAsync()).Where(result => result.Value is not null && IndicatorId.Six.Take(4).Contains(result.Indicator)),
        result => Assert.Equal(result.Value!.Value, result.Contributions.Sum(contribution => contribution.Term ?? 0), 1e-9));

    [Fact]
    public async Task Every_value_lies_in_its_interval_and_every_score_between_zero_and_one() => Assert.All(await ResultsAsync(), result =>
    {
        if (result is { Value: { } value, Low: { } low })
        {
            Assert.True(low <= value + 1e-12, $"{result.Mineral} {result.Indicator}");
        }

        if (result is { Value: { } point, High: { } high })
        {
            Assert.True(point <= high + 1e-12, $"{result.Mineral} {result.Indicator}");
        }

        Assert.All(new[] { result.Score, result.ScoreLow, result.ScoreHigh }.OfType<double>(), score => Assert.InRange(score, 0, 1));
    });

    [Fact]
    public async Task A_result_that_is_not_ok_says_why() => Assert.All(
        (await ResultsAsync()).Where(result => result.Status is ResultStatus.Insufficient or ResultStatus.NotApplicable),
        result =>
        {
            Assert.True(result.Reason is not null, $"{result.Mineral} {result.Indicator}");
            Assert.NotEmpty(Vocabulary.Sentence(result.Reason!, Language.Japanese));
            Assert.NotEmpty(Vocabulary.Sentence(result.Reason!, Language.English));
        });

    [Fact]
    public async Task An_insufficient_or_inapplicable_result_has_no_point_value() => Assert.All(
        (await ResultsAsync()).Where(result => result.Status is ResultStatus.Insufficient or ResultStatus.NotApplicable),
        result => Assert.Equal((null, null), (result.Value, result.Score)));

    [Fact]
    public async Task Every_flag_companion_and_unit_has_words() => Assert.All(await ResultsAsync(), result =>
    {
        Assert.All(result.Flags, flag => Assert.True(Vocabulary.Knows(Term.Flag, flag), flag));
        Assert.All(result.Companions, companion => Assert.True(Vocabulary.Knows(Term.Companion, companion.Id), companion.Id));
        Assert.True(Vocabulary.Knows(Term.Unit, result.Unit), result.Unit);
    });

    [Fact]
    public async Task Every_series_that_a_briefing_names_has_words()
    {
        VintageManifest manifest = await ManifestAsync();
        foreach (string mineral in manifest.Minerals)
        {
            MineralAssessment assessment = await VintageFiles.ReadAssessmentAsync(refreshed.Account.Vintages, manifest.Vintage, mineral, default);
            string[] named = [.. assessment.Countries.Select(table => table.Series).Append(assessment.Prices?.Series ?? mineral).Where(series => series != mineral).Distinct()];
            Assert.All(named, series => Assert.True(Vocabulary.Knows(Term.Series, series), series));
        }
    }

    [Fact]
    public async Task The_factors_are_internal_everything_else_is_open_and_nothing_is_restricted() =>
        Assert.All(await ResultsAsync(), result => Assert.Equal(
            IndicatorId.Factors.Contains(result.Indicator) ? AccessLabel.Internal : AccessLabel.Open, result.Label));

    [Fact]
    public async Task Explain_prints_the_tree_from_the_score_down_to_file_row_and_column()
    {
        CommandOutcome explained = await CommandRun.OnAsync(refreshed.Connection, "explain", "copper", "production-concentration");

        Assert.Equal(0, explained.ExitCode);
        Assert.Matches(@"CHL: share 0\.\d+", explained.Output);
        Assert.Matches(@"cell \S+!\d+:", explained.Output);
        Assert.Matches(@"quantity \[CHL\] \d+ t  cell \S+!\d+:\S+", explained.Output);
        Assert.Contains("U.S. Geological Survey", explained.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_goes_from_the_score_to_the_value_its_steps_parameters_and_sources_and_computes_all_of_it_again()
    {
        CommandOutcome explained = await CommandRun.OnAsync(refreshed.Connection, "explain", "nickel", "price-fluctuation");

        string[] parts = ["  score ", "= least(value / reference, 1)", "  value ", "stdev(ln(ratios(price))) * sqrt(12)", "  coverage ", "price [", "reference [price.reference] 0.6 1/year", "parameter price.reference = 0.60 (since 2021-04-01", "  source ", "computed again from the leaves alone: "];
        int[] places = [.. parts.Select(part => explained.Output.IndexOf(part, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Explain_names_the_correction_of_a_figure_below_the_figure()
    {
        CommandOutcome explained = await CommandRun.OnAsync(refreshed.Connection, "explain", "rare-earths", "reserve-concentration");

        // Version 1.3 of the summaries has 11,000,000 tonnes where the data file still has 21,000,000.
        Assert.Equal(0, explained.ExitCode);
        Assert.Matches(@"quantity \[BRA\] 11000000 t .*\r?\n\s+correction usgs-2026-rare-earths-reserves-brazil", explained.Output);
    }

    private async Task<VintageManifest> ManifestAsync() =>
        await VintageFiles.ReadManifestAsync(refreshed.Account.Vintages, refreshed.Summary.GetProperty("vintage").GetString()!, default);

    private async Task<IReadOnlyList<IndicatorResult>> ResultsAsync()
    {
        VintageManifest manifest = await ManifestAsync();
        MineralAssessment[] assessments = await Task.WhenAll(manifest.Minerals.Select(mineral =>
            VintageFiles.ReadAssessmentAsync(refreshed.Account.Vintages, manifest.Vintage, mineral, default)));
        return [.. assessments.SelectMany(assessment => assessment.Results)];
    }
}
