using System.Text.Json;
using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Refreshing;

[Collection(RefreshedCollection.Name)]
public sealed class RefreshTests(RefreshedStorage refreshed)
{
    [Fact]
    public void The_starter_feeds_are_read_whole_and_nothing_is_set_aside()
    {
        Assert.True(refreshed.Outcome.ExitCode == 0, refreshed.Outcome.Error);
        Assert.Equal(0, refreshed.Summary.GetProperty("quarantined").GetInt32());
        Assert.Equal(0, refreshed.Summary.GetProperty("missingSources").GetArrayLength());
        Assert.Equal("published", refreshed.Summary.GetProperty("end").GetString());
    }

    [Fact]
    public void Every_mineral_and_all_of_them_together_have_a_briefing_in_each_language()
    {
        string[] expected = [.. MineralCatalogue.All.Select(mineral => mineral.Id).Append("overview")
            .SelectMany(subject => new[] { $"{subject}.en.pdf", $"{subject}.ja.pdf" }).Order(StringComparer.Ordinal)];

        Assert.Equal(expected, refreshed.Briefings.Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_copies_in_the_output_folder_are_the_briefings_in_blob_storage()
    {
        string vintage = refreshed.Summary.GetProperty("vintage").GetString()!;
        StoredContent? stored = await refreshed.Account.Briefings.TryGetAsync(vintage, "cobalt", "ja");

        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(refreshed.OutputFolder, "briefings", "cobalt.ja.pdf")), stored!.Bytes.ToArray());
    }

    [Fact]
    public async Task A_second_refresh_with_nothing_changed_takes_over_every_step_and_publishes_nothing_new()
    {
        CommandOutcome again = await CommandRun.OnAsync(refreshed.Connection, "refresh", "--quarter", "2026Q4", "--json");
        JsonElement summary = JsonDocument.Parse(again.Output).RootElement;

        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Equal("unchanged", summary.GetProperty("end").GetString());
        Assert.Equal(refreshed.Summary.GetProperty("vintage").GetString(), summary.GetProperty("vintage").GetString());
        Assert.All(summary.GetProperty("stages").EnumerateArray(), stage => Assert.Equal(0, stage.GetProperty("done").GetInt32()));
        Assert.All(summary.GetProperty("stages").EnumerateArray(), stage => Assert.True(stage.GetProperty("reused").GetInt32() > 0));
    }

    [Fact]
    public async Task The_table_of_results_has_the_six_indicators_of_every_mineral_and_the_stated_columns()
    {
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(refreshed.OutputFolder, "results.csv"));

        Assert.Equal("mineral,indicator,stage,period,value,low,high,unit,score,band,status,coverage,imputed_share,flags,vintage", lines[0]);
        Assert.All(MineralCatalogue.All, mineral => Assert.All(IndicatorId.Six, indicator =>
            Assert.Single(lines, line => line.StartsWith($"{mineral.Id},{indicator},", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_refresh_of_some_minerals_is_stored_but_never_becomes_current()
    {
        PublishedVintage before = (await refreshed.Account.Vintages.CurrentAsync())!;
        CommandOutcome some = await CommandRun.OnAsync(refreshed.Connection, "refresh", "--quarter", "2026Q4", "--only", "cobalt,copper", "--json");
        JsonElement summary = JsonDocument.Parse(some.Output).RootElement;

        Assert.Equal("notPublished", summary.GetProperty("end").GetString());
        Assert.Equal(4, summary.GetProperty("rendered").GetInt32());
        Assert.Equal(before, await refreshed.Account.Vintages.CurrentAsync());
        Assert.NotNull(await refreshed.Account.Vintages.TryGetAsync(summary.GetProperty("vintage").GetString()!, VintageStore.Manifest));
    }

    [Fact]
    public async Task A_dry_run_stores_no_vintage()
    {
        CommandOutcome dry = await CommandRun.OnAsync(refreshed.Connection, "refresh", "--quarter", "2026Q3", "--dry-run", "--json");
        string vintage = JsonDocument.Parse(dry.Output).RootElement.GetProperty("vintage").GetString()!;

        Assert.True(dry.ExitCode == 0, dry.Error);
        Assert.Null(await refreshed.Account.Vintages.TryGetAsync(vintage, VintageStore.Manifest));
        Assert.DoesNotContain(await refreshed.Account.Vintages.ListAsync(), one => one.Vintage == vintage);
    }

    [Fact]
    public async Task A_quarter_that_has_not_begun_is_refused()
    {
        CommandOutcome early = await CommandRun.OnAsync(refreshed.Connection, "refresh", "--quarter", "2027Q1");

        Assert.Equal(2, early.ExitCode);
        Assert.Contains("2026Q4", early.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_names_every_file_with_its_licence_and_hash()
    {
        VintageManifest manifest = await VintageFiles.ReadManifestAsync(refreshed.Account.Vintages, refreshed.Summary.GetProperty("vintage").GetString()!, default);

        Assert.Equal(["domestic-survey", "export-measures", "market-outlook", "mof-trade", "pink-sheet", "usgs-mcs", "wgi"], manifest.Snapshots.Select(snapshot => snapshot.Use.Source).Distinct().Order(StringComparer.Ordinal));
        Assert.All(manifest.Snapshots, snapshot =>
        {
            Assert.Matches("^[0-9a-f]{64}$", snapshot.Use.Snapshot);
            Assert.NotEmpty(snapshot.Use.Licence);
            Assert.NotEmpty(snapshot.Use.Citation);
            Assert.True(snapshot.Observations > 0, snapshot.Use.File);
        });
    }

    [Fact]
    public async Task The_ledger_shows_the_run_and_each_of_its_steps()
    {
        CommandOutcome runs = await CommandRun.OnAsync(refreshed.Connection, "runs");
        string run = refreshed.Summary.GetProperty("run").GetString()!;
        CommandOutcome steps = await CommandRun.OnAsync(refreshed.Connection, "runs", run);

        Assert.Contains(run, runs.Output, StringComparison.Ordinal);
        Assert.Matches(@"assess\s+cobalt\s+done, attempt 1", steps.Output);
        Assert.Matches(@"render\s+cobalt\.ja\s+done, attempt 1", steps.Output);
        Assert.Equal(0, steps.ExitCode);
    }

    [Fact]
    public async Task Asking_for_an_unknown_run_or_vintage_says_so_and_fails()
    {
        CommandOutcome run = await CommandRun.OnAsync(refreshed.Connection, "runs", "20200101T000000000Z-2020Q1");
        CommandOutcome vintage = await CommandRun.OnAsync(refreshed.Connection, "explain", "cobalt", "production-concentration", "--vintage", "2020Q1-00000000");

        Assert.Equal((1, 1), (run.ExitCode, vintage.ExitCode));
        Assert.Contains("There is no run", run.Error, StringComparison.Ordinal);
        Assert.Contains(refreshed.Summary.GetProperty("vintage").GetString()!, vintage.Error, StringComparison.Ordinal);
    }
}
