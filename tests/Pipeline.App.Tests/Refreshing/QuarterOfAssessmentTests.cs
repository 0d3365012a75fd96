using System.Text.Json;
using Pipeline.App.Tests.Running;
using Pipeline.App.Tests.Runs;
using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Refreshing;

/// <summary>Some rules ask which day it is: the same files and parameters do not say the same in every quarter. The scores are invented.</summary>
[Trait("Clause", "2(2)")]
public sealed class QuarterOfAssessmentTests : EmptyRunStorage
{
    private const string Scores =
        "additional_elements_version,mineral_id,element,score,author,entered_on,valid_until,reason,known_from,illustrative\n"
        + "1,cobalt,future_importance,0.9,Example Office,2026-04-01,2027-01-31,Batteries,2026-04-01,yes\n"
        + "1,cobalt,substitution_difficulty,0.5,Example Office,2026-04-01,2027-01-31,Batteries,2026-04-01,yes\n";

    [Fact]
    public async Task Scores_that_end_between_two_quarters_count_in_the_first_and_no_longer_in_the_second()
    {
        using TemporaryFolder feeds = new();
        await File.WriteAllTextAsync(feeds.File("scores.csv"), Scores);
        await File.WriteAllBytesAsync(feeds.File("mcs2023-cobal_world.csv"), RunBench.Feed("usgs-mcs", "mcs2023-cobal_world.csv"));

        JsonElement fourth = await RefreshAsync(feeds, new DateOnly(2026, 11, 22), "2026Q4");
        JsonElement first = await RefreshAsync(feeds, new DateOnly(2027, 2, 22), "2027Q1");

        IndicatorResult held = await FactorAsync(fourth);
        IndicatorResult ended = await FactorAsync(first);
        Assert.Equal(ResultStatus.Ok, held.Status);
        // The mean of 0.9 and 0.5.
        Assert.Equal(0.7, held.Value!.Value, 1e-12);
        Assert.Equal((ResultStatus.Insufficient, null, "additionalElementsExpired"), (ended.Status, ended.Value, ended.Reason?.Code));
        JsonElement assessed = first.GetProperty("stages").EnumerateArray().Single(stage => stage.GetProperty("stage").GetString() == "assess");
        Assert.Equal((1, 0), (assessed.GetProperty("done").GetInt32(), assessed.GetProperty("reused").GetInt32()));
    }

    private async Task<JsonElement> RefreshAsync(TemporaryFolder feeds, DateOnly day, string quarter)
    {
        CommandOutcome outcome = await CommandRun.OnDayAsync(day, Connection, "refresh", "--quarter", quarter, "--feeds", feeds.Path, "--only", "cobalt", "--json");
        Assert.True(outcome.ExitCode is 0 or 3, outcome.Error);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    private async Task<IndicatorResult> FactorAsync(JsonElement refresh) =>
        (await VintageFiles.ReadAssessmentAsync(Account.Vintages, refresh.GetProperty("vintage").GetString()!, "cobalt", default)).Find(IndicatorId.AdditionalElementsFactor)!;
}
