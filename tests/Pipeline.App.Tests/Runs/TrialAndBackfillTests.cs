using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.App.Api;
using Pipeline.App.Changes;
using Pipeline.App.Changes.Causes;
using Pipeline.App.Commands;
using Pipeline.App.Functions;
using Pipeline.App.Overview;
using Pipeline.App.Tests.Contract.Validation;
using Pipeline.App.Tests.Running;
using Pipeline.App.Triggers.Standalone;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Runs;

/// <summary>Trials tell what would change and change nothing; a backfill uses of every file what was known by the end of its quarter.</summary>
[Collection(RevisedCollection.Name)]
public sealed class TrialAndBackfillTests(RevisedStorage storage)
{
    [Fact]
    public async Task A_trial_of_what_is_current_says_that_nothing_would_change()
    {
        ChangeReport report = await ReportAsync(storage.TrialRunBefore);

        Assert.Equal((RunState.Done, storage.Current.Vintage), (storage.TrialRunBefore.State, storage.TrialRunBefore.Vintage));
        Assert.True(report.NothingChanges);
        Assert.Equal(storage.Current.Vintage, report.BeforeVintage);
        Assert.Contains("Nothing would change", storage.TrialBefore.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_trial_publishes_nothing_and_leaves_the_pointer()
    {
        Assert.Equal(storage.Current, await storage.Account.Vintages.CurrentAsync());
        Assert.Equal((RunState.Done, "NotPublished"), (storage.TrialRunAfter.State, storage.TrialRunAfter.Outcome));
        Assert.DoesNotContain(await storage.Account.Vintages.ListAsync(), vintage => vintage.Vintage == storage.TrialRunAfter.Vintage);
        Assert.Equal(["2026Q2", "2026Q3", "2026Q4"], (await storage.Account.Vintages.ListAsync()).Select(vintage => vintage.Vintage[..6]).Order());
    }

    [Fact]
    public async Task A_trial_over_a_revised_file_tells_value_band_rank_and_sentences_as_worked_out_by_hand()
    {
        // Printed tonnes of 2024 before and after; other countries count in the sum of 301,590 t and not as one country.
        double[] rest = [200, 3_350, 2_000, 3_450, 35_000, 3_100, 2_630, 3_100, 8_000, 2_200];
        double before = Squares([226_000, 4_780, .. rest]) / (301_590.0 * 301_590.0);
        double after = Squares([200_000, 30_780, .. rest]) / (301_590.0 * 301_590.0);

        ChangeReport report = await ReportAsync(storage.TrialRunAfter);
        ResultChange change = report.Values.Single(value => value.Indicator == "production-concentration");

        Assert.Equal("cobalt", change.Mineral);
        Assert.Equal(before, change.Before!.Value!.Value, 1e-9);
        Assert.Equal(after, change.After!.Value!.Value, 1e-9);
        Assert.Contains(report.Bands, band => band is { Mineral: "cobalt", Indicator: "production-concentration", Before.Low: Band.VeryHigh, After.Low: Band.High });
        Assert.Contains(report.Ranks, rank => rank is { Mineral: "cobalt", Indicator: "production-concentration" });
        // Of other minerals only what names the bytes of the file or the place among all minerals.
        Assert.Equal(["cobalt"], report.Sentences.Where(sentence => sentence is { Section: "countries", Kind: Briefings.SentenceKind.TableRow }).Select(sentence => sentence.Mineral).Distinct());
        Assert.Contains(report.Sentences, sentence => sentence.Language == "en" && sentence.Text.Contains("200,000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_command_line_and_the_api_tell_the_same_as_the_run()
    {
        JsonElement json = JsonDocument.Parse(storage.TrialAfterAsJson.Output).RootElement;
        ChangeReport report = await ReportAsync(storage.TrialRunAfter);
        string answer = JsonSerializer.Serialize(ChangeAnswer.Of(report), PipelineJson.Options);

        Assert.Equal("notPublished", json.GetProperty("end").GetString());
        Assert.Equal(report.AfterVintage, json.GetProperty("vintage").GetString());
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(answer).RootElement, json.GetProperty("changes")));
        Assert.Contains("(not published)", storage.TrialAfter.Output, StringComparison.Ordinal);
        Assert.Contains("cobalt", storage.TrialAfter.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_page_of_a_trial_leads_to_its_report_and_the_page_of_a_published_run_to_none()
    {
        ServeOptions options = new(Port: 0, new QueueOptions(1, TimeSpan.FromSeconds(30))) { Routes = new RunRoutes(storage.Runs.Engine, storage.Runs.Clock).All };
        await using WebApplication app = ServeCommand.Build(storage.Account, new FunctionTable(new Dictionary<string, TimerWork>(), new Dictionary<string, QueueWork>()), options, TimeProvider.System);
        await app.StartAsync();
        using HttpClient client = ContractCheck.Client(app.Urls.First());

        JsonElement trial = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/runs/{storage.TrialRunAfter.Id}")).RootElement;
        JsonElement published = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/runs/{storage.Backfill[1].Id}")).RootElement;
        JsonElement report = JsonDocument.Parse(await client.GetStringAsync(trial.GetProperty("changes").GetString())).RootElement;
        using HttpResponseMessage none = await client.GetAsync($"/api/v1/runs/{storage.Backfill[1].Id}/changes");
        await app.StopAsync();

        Assert.Equal(storage.Current.Vintage, report.GetProperty("changes").GetProperty("beforeVintage").GetString());
        Assert.Contains(report.GetProperty("changes").GetProperty("values").EnumerateArray(), value => value.GetProperty("indicator").GetString() == "production-concentration");
        Assert.Equal("open", report.GetProperty("changes").GetProperty("label").GetString());
        Assert.Equal(AccessLabel.Internal, (await ReportAsync(storage.TrialRunAfter)).Label);
        Assert.All(
            new[] { "values", "bands", "ranks" }.SelectMany(list => report.GetProperty("changes").GetProperty(list).EnumerateArray()),
            change => Assert.Equal("open", change.GetProperty("label").GetString()));
        Assert.False(published.TryGetProperty("changes", out _));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public void Quarters_of_a_backfill_wait_for_each_other_and_one_that_fails_holds_up_none()
    {
        Assert.Equal([RunState.Running, RunState.Waiting, RunState.Waiting], storage.StatesAtStart);
        Assert.Equal([RunState.Failed, RunState.Done, RunState.Done], storage.Backfill.Select(run => run.State));
        Assert.Contains("known by 1999-12-31", storage.Backfill[0].Outcome, StringComparison.Ordinal);
        Assert.True(storage.Backfill[0].Ended <= storage.Backfill[1].StageAt && storage.Backfill[1].Ended <= storage.Backfill[2].StageAt);
    }

    [Fact]
    public void Vintages_of_past_quarters_are_published_behind_the_current_one() =>
        Assert.Equal(["PublishedBehindCurrent", "PublishedBehindCurrent"], storage.Backfill.Skip(1).Select(run => run.Outcome));

    [Fact]
    public async Task A_vintage_uses_nothing_that_became_known_after_its_quarter()
    {
        VintageManifest second = await storage.ManifestAsync(storage.Backfill[1]);
        VintageManifest third = await storage.ManifestAsync(storage.Backfill[2]);

        Assert.All(second.Snapshots, file => Assert.True(file.KnownOn <= new DateOnly(2026, 6, 30), file.Use.File));
        Assert.All(third.Snapshots, file => Assert.True(file.KnownOn <= new DateOnly(2026, 9, 30), file.Use.File));
        Assert.Equal(RevisedStorage.First, second.Snapshots.Single(file => file.Use.File == RevisedStorage.File).Use.Snapshot);
        SnapshotUse revised = third.Snapshots.Single(file => file.Use.File == RevisedStorage.File);
        Assert.Equal((ContentHash.Of(RevisedStorage.Revised), new DateOnly(2026, 8, 15)), (revised.Use.Snapshot, revised.KnownOn));
        Assert.Equal(
            ContentHash.Of(RevisedStorage.Revised),
            (await storage.ManifestAsync(storage.TrialRunAfter)).Snapshots.Single(file => file.Use.File == RevisedStorage.File).Use.Snapshot);
    }

    [Fact]
    public async Task A_vintage_compares_with_the_newest_one_of_the_quarter_before_it_and_the_first_with_none()
    {
        VintageReference? second = (await storage.ManifestAsync(storage.Backfill[1])).Previous;
        VintageReference? third = (await storage.ManifestAsync(storage.Backfill[2])).Previous;

        Assert.Null(second);
        Assert.Equal(new VintageReference(storage.Backfill[1].Vintage!, "2026Q2"), third);
        // The quarters before it were published after it: what it was compared with when it was made stays.
        Assert.Null((await VintageFiles.ReadManifestAsync(storage.Account.Vintages, storage.Current.Vintage, default)).Previous);
    }

    [Fact]
    public async Task The_briefing_of_all_minerals_says_that_a_revision_moved_cobalt_since_the_quarter_before_by_as_much_as_worked_out_by_hand()
    {
        // 26,000 t moved from Congo (226,000 t) to Australia (4,780 t) of a sum of 301,590 t.
        double moved = ((200_000.0 * 200_000) - (226_000.0 * 226_000) + (30_780.0 * 30_780) - (4_780.0 * 4_780)) / (301_590.0 * 301_590);

        OverviewInputs inputs = await Overview().InputsAsync(storage.Runs.Engine.Driver.View(storage.Backfill[2]), default);
        LargeChange change = inputs.Changes!.Largest.Single(change => change is { Mineral: "cobalt", Indicator: IndicatorId.ProductionConcentration });

        Assert.Equal(moved, change.Causes.Single(cause => cause.Causes is ["revisedData"]).Amount!.Value, 1e-9);
        Assert.Equal(
            inputs.Assessments.Single(assessment => assessment.Mineral == "cobalt").Find(IndicatorId.ProductionConcentration)!.Score!.Value
                - inputs.Before.Single(assessment => assessment.Mineral == "cobalt").Find(IndicatorId.ProductionConcentration)!.Score!.Value,
            change.Causes.Sum(cause => cause.Amount!.Value), 1e-9);
    }

    [Fact]
    public async Task What_moved_is_told_without_a_cause_when_a_file_of_the_quarter_before_is_not_there_any_more()
    {
        VintageManifest before = await storage.ManifestAsync(storage.Backfill[1]);
        VintageSide after = await VintageSide.LoadAsync(storage.Account.Vintages, storage.Backfill[2].Vintage!, default);
        IReadOnlyDictionary<string, MineralAssessment> published = await VintageSide.AssessmentsAsync(storage.Account.Vintages, before, default);
        SnapshotUse file = before.Snapshots[0];
        VintageManifest without = before with { Snapshots = [file with { Use = file.Use with { Snapshot = ContentHash.Of("not stored"u8) } }, .. before.Snapshots.Skip(1)] };

        ChangesSince whole = await Overview().ChangesAsync(before, published, after.End, default);
        ChangesSince untold = await Overview().ChangesAsync(without, published, after.End, default);

        Assert.True(whole.AreCausesKnown);
        Assert.False(untold.AreCausesKnown);
        Assert.Equal(whole.Changed, untold.Changed);
        Assert.Equal(whole.Largest.Select(change => (change.Mineral, change.Indicator)), untold.Largest.Select(change => (change.Mineral, change.Indicator)));
        Assert.All(untold.Largest, change => Assert.Empty(change.Causes));
    }

    [Fact]
    public async Task A_number_of_a_past_vintage_is_followed_in_its_vintage_and_the_part_of_a_cause_is_told_as_split_at_publication()
    {
        (string before, string vintage) = (storage.Backfill[1].Vintage!, storage.Backfill[2].Vintage!);
        await using ServedApi api = await ServedApi.StartAsync(storage.Account);
        async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await api.Client.GetStringAsync(path)).RootElement;
        JsonElement[] rows = [.. (await JsonAsync($"/api/v1/briefings/overview.en/numbers?vintage={vintage}")).GetProperty("numbers").EnumerateArray()];
        async Task<JsonElement> ShowAsync(Func<string, bool> address)
        {
            JsonElement row = rows.First(row => address(row.GetProperty("number").GetProperty("address").GetString()!));
            JsonElement answer = await JsonAsync(row.GetProperty("self").GetString()!);
            Assert.Equal(row.GetProperty("number").GetRawText(), answer.GetProperty("number").GetRawText());
            Assert.Equal(vintage, answer.GetProperty("meta").GetProperty("vintage").GetString());
            Assert.Equal($"/api/v1/vintages/{before}/changes/{vintage}?mineral=cobalt", answer.GetProperty("changes").GetString());
            return answer;
        }

        static string? Standing(JsonElement answer) => answer.GetProperty("check").GetProperty("standing").GetString();

        JsonElement earlier = await ShowAsync(address => address == "cobalt@previous/production-concentration/score");
        JsonElement part = await ShowAsync(address => address.StartsWith("cobalt/production-concentration/change/score/causes/", StringComparison.Ordinal));

        JsonElement moved = await JsonAsync(rows.First(row => row.GetProperty("number").GetProperty("address").GetString() == "all/changes/results/count").GetProperty("self").GetString()!);

        Assert.Equal(("confirmed", "splitAtPublication", "confirmed"), (Standing(earlier), Standing(part), Standing(moved)));
        Assert.Equal($"/api/v1/vintages/{before}/changes/{vintage}", moved.GetProperty("changes").GetString());
        Assert.Contains("cobalt/production-concentration", moved.GetProperty("evidence").EnumerateArray().Select(node => node.GetProperty("subject").GetString()));
        Assert.Equal(["now", "before"], part.GetProperty("evidence").EnumerateArray().Select(node => node.GetProperty("symbol").GetString()));
        Assert.Contains("published", part.GetProperty("check").GetProperty("says").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_backfill_of_what_is_published_changes_nothing_and_names_the_same_vintages()
    {
        string[] lines = storage.BackfillAgain.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(
            [$"2026Q2  {storage.Backfill[1].Vintage}", $"2026Q3  {storage.Backfill[2].Vintage}"],
            lines.Select(line => string.Join("  ", line.Split("  ").Take(2))));
        Assert.Equal(string.Empty, storage.BackfillAgain.Error);
    }

    [Fact]
    public void The_command_goes_through_all_quarters_and_tells_those_that_cannot_be_made()
    {
        string[] lines = storage.BackfillOfNothing.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(1, storage.BackfillOfNothing.ExitCode);
        Assert.Equal(["1999Q4  failed:", "2000Q1  failed:"], lines.Select(line => line[..15]));
    }

    [Fact]
    public async Task The_timer_called_twice_for_one_occurrence_starts_one_run_for_the_quarter_of_the_occurrence()
    {
        TimerCall call = new(AppFunctions.RefreshQuarter, new DateTimeOffset(2026, 8, 10, 18, 0, 0, TimeSpan.Zero), IsPastDue: true);

        string first = await storage.Runs.Table.Timers[AppFunctions.RefreshQuarter](call, default);
        string second = await storage.Runs.Table.Timers[AppFunctions.RefreshQuarter](call, default);
        string other = await storage.Runs.Table.Timers[AppFunctions.RefreshQuarter](call with { Occurrence = call.Occurrence.AddMonths(3) }, default);
        RunRecord run = await storage.Runs.RunAsync(first["run ".Length..]);
        RunRecord next = await storage.Runs.RunAsync(other["run ".Length..]);

        Assert.Equal(first, second);
        Assert.Equal(("2026Q3", "2026Q4"), (run.Quarter, next.Quarter));
    }

    private OverviewMaker Overview() => new(storage.Account, storage.Runs.Engine.Memory, NullLogger.Instance);

    private async Task<ChangeReport> ReportAsync(RunRecord run) => JsonSerializer.Deserialize<ChangeReport>((await storage.ChangesAsync(run))!.Bytes.Span, PipelineJson.Options)!;

    private static double Squares(double[] tonnes) => tonnes.Sum(amount => amount * amount);
}
