using System.Text.Json;
using Pipeline.App.Commands;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Scenarios;

/// <summary>The worked examples of 10.1 and 10.2, as files through the command line. The base is typed in, so that no storage is opened.</summary>
public sealed class WorkedExampleTests
{
    [Fact]
    [Trait("Clause", "10.1")]
    public async Task Rare_earths_point_at_all_four_tools()
    {
        JsonElement scenario = await ScenarioAsync("rare-earths");

        Assert.Equal([0.20, 0.44, null, 0.22, 0.70, 0.99], Scores(scenario));
        Assert.Equal(["indicated", "indicated", "indicated", "indicated"], Tools(scenario, "before"));
        Assert.Equal("indicated", Trigger(scenario, 0, "production-concentration"));
        Assert.Equal("notIndicated", Trigger(scenario, 0, "reserve-concentration"));
    }

    [Fact]
    [Trait("Clause", "10.1")]
    public async Task The_same_scores_with_an_indicator_3_that_does_not_apply_point_upstream_by_production_alone()
    {
        JsonElement scenario = await ScenarioAsync("rare-earth-scores");

        Assert.Equal([0.20, 0.44, null, 0.22, 0.70, 0.99], Scores(scenario));
        Assert.Equal("notApplicable", scenario.GetProperty("indicators")[2].GetProperty("before").GetProperty("status").GetString());
        Assert.Equal(["indicated", "indicated", "indicated", "indicated"], Tools(scenario, "before"));
        Assert.Equal("indicated", Trigger(scenario, 0, "production-concentration"));
        Assert.All(
            scenario.GetProperty("tools")[0].GetProperty("triggersBefore").EnumerateArray().Where(reason => Subject(reason) != "production-concentration"),
            reason => Assert.NotEqual("indicated", reason.GetProperty("trigger").GetProperty("strength").GetString()));
    }

    [Fact]
    [Trait("Clause", "10.1")]
    public async Task Copper_points_at_upstream_and_recycling_both_by_demand()
    {
        JsonElement scenario = await ScenarioAsync("copper");

        Assert.Equal([0.09, 0.11, 0.10, 0.10, 0.29, 0.60], Scores(scenario));
        Assert.Equal(["indicated", "notIndicated", "notIndicated", "indicated"], Tools(scenario, "before"));
        foreach (int tool in new[] { 0, 3 })
        {
            JsonElement reason = Assert.Single(
                scenario.GetProperty("tools")[tool].GetProperty("triggersBefore").EnumerateArray(),
                one => one.GetProperty("trigger").GetProperty("strength").GetString() == "indicated");
            Assert.Equal("scenario-ratio", Subject(reason));
            Assert.Equal(0.186265, reason.GetProperty("trigger").GetProperty("value").GetDouble(), 1e-6);
        }
    }

    [Fact]
    [Trait("Clause", "10.1")]
    public async Task An_interval_that_only_ends_above_the_mark_makes_upstream_development_possible()
    {
        JsonElement scenario = await ScenarioAsync("possible");
        JsonElement reserves = scenario.GetProperty("indicators")[0].GetProperty("before");

        Assert.Equal("partial", reserves.GetProperty("status").GetString());
        Assert.Equal(0.21, reserves.GetProperty("low").GetDouble(), 1e-6);
        Assert.Equal(0.27, reserves.GetProperty("high").GetDouble(), 1e-6);
        Assert.Equal("possible", Trigger(scenario, 0, "reserve-concentration"));
        Assert.Equal("possible", Tools(scenario, "before")[0]);
    }

    [Fact]
    [Trait("Clause", "10.1")]
    public async Task Copper_reserves_from_the_chart_cannot_be_judged()
    {
        JsonElement scenario = await ScenarioAsync("copper-chart");

        Assert.Equal("insufficient", scenario.GetProperty("indicators")[0].GetProperty("before").GetProperty("status").GetString());
        Assert.Equal("cannotBeJudged", Trigger(scenario, 0, "reserve-concentration"));
        Assert.Equal(("indicated", "cannotBeJudged"), (Tools(scenario, "before")[0], Tools(scenario, "after")[0]));
    }

    [Fact]
    [Trait("Clause", "10.2")]
    public async Task A_smelter_in_a_fourth_country_brings_indicator_4_from_high_to_moderate()
    {
        JsonElement refined = (await ScenarioAsync("smelter")).GetProperty("indicators")[3];

        Assert.Equal(0.1655, refined.GetProperty("before").GetProperty("score").GetDouble(), 1e-6);
        Assert.Equal(0.109875, refined.GetProperty("after").GetProperty("score").GetDouble(), 1e-6);
        Assert.Equal(-0.055625, refined.GetProperty("difference").GetDouble(), 1e-6);
        Assert.Equal(("high", "moderate"), (Text(refined.GetProperty("before"), "bandHigh"), Text(refined.GetProperty("after"), "bandHigh")));
        Assert.Equal(0.285, refined.GetProperty("after").GetProperty("companions").EnumerateArray().Single(one => Text(one, "id") == "importConcentration").GetProperty("value").GetDouble(), 1e-6);
        Assert.Contains("hypothetical", refined.GetProperty("after").GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()));
    }

    [Fact]
    [Trait("Clause", "10.2")]
    public async Task Fifteen_points_more_recycling_bring_indicator_6_from_0_70_to_0_55()
    {
        JsonElement secondary = (await ScenarioAsync("recycling")).GetProperty("indicators")[5];

        Assert.Equal(0.30, secondary.GetProperty("before").GetProperty("value").GetDouble(), 1e-6);
        Assert.Equal(0.45, secondary.GetProperty("after").GetProperty("value").GetDouble(), 1e-6);
        Assert.Equal(0.70, secondary.GetProperty("before").GetProperty("score").GetDouble(), 1e-6);
        Assert.Equal(0.55, secondary.GetProperty("after").GetProperty("score").GetDouble(), 1e-6);
    }

    [Fact]
    [Trait("Clause", "10.2")]
    public async Task A_hypothetical_stock_is_shown_beside_indicator_4_and_not_in_it()
    {
        JsonElement scenario = await ScenarioAsync("stock");

        Assert.Equal(0.138295, scenario.GetProperty("stock").GetProperty("withStock").GetDouble(), 1e-6);
        Assert.Equal(0.1655, scenario.GetProperty("indicators")[3].GetProperty("after").GetProperty("score").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task The_table_for_people_says_that_it_is_hypothetical_and_the_radar_is_written()
    {
        using TemporaryFolder folder = new();
        CommandOutcome outcome = await CommandRun.RunAsync("scenario", ScenarioFile.Path("smelter"), "--radar", folder.File("radar.svg"), "--language", "en");

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.StartsWith("HYPOTHETICAL  Copper (銅)", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"Import stability, refined product +0\.1655 high +0\.109875 moderate +-0\.055625", outcome.Output);
        Assert.Contains("    AUS          share 0.6 -> 0.35", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Smelter support and stockpile (製錬所支援・備蓄): indicated -> not indicated", outcome.Output, StringComparison.Ordinal);
        string svg = await File.ReadAllTextAsync(folder.File("radar.svg"));
        Assert.Contains("before and after measures (hypothetical)", svg, StringComparison.Ordinal);
        Assert.Contains("0.166 → 0.110", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_for_people_names_the_year_from_which_a_measure_is_meant_to_hold()
    {
        using TemporaryFolder folder = new();
        string text = await File.ReadAllTextAsync(ScenarioFile.Path("smelter"));
        await File.WriteAllTextAsync(folder.File("dated.json"), text.Replace("\"displaces\":", "\"fromYear\": 2031, \"displaces\":", StringComparison.Ordinal));
        CommandOutcome outcome = await CommandRun.RunAsync("scenario", folder.File("dated.json"));

        Assert.Contains(" (from 2031)", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("(from", (await CommandRun.RunAsync("scenario", ScenarioFile.Path("smelter"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_meant_fails_with_every_place()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("bad.json"), """{"mineral":"cobalt","measures":[{"kind":"lessUse","share":2},{"kind":"stock","days":-1}]}""");
        CommandOutcome outcome = await CommandRun.RunAsync("scenario", folder.File("bad.json"));

        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Contains("/measures/0/share: expected a share of demand above 0 and at most 0.99; found 2.", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("/measures/1/days: expected a hypothetical number of days from 0 to 365; found -1.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_that_is_typed_in_has_no_vintage() => Assert.Equal(
        ExitCode.Failed, (await CommandRun.RunAsync("scenario", ScenarioFile.Path("smelter"), "--vintage", "2026Q4-1")).ExitCode);

    [Fact]
    public async Task A_day_before_the_first_parameter_is_refused()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("early.json"), """{"inputs":{"mineral":"cobalt","year":2018,"parametersOn":"2019-01-01"}}""");
        CommandOutcome outcome = await CommandRun.RunAsync("scenario", folder.File("early.json"));

        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Contains("/inputs/parametersOn: expected a day on or after", outcome.Error, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ScenarioAsync(string name)
    {
        CommandOutcome outcome = await CommandRun.RunAsync("scenario", ScenarioFile.Path(name), "--json");
        Assert.True(outcome.ExitCode == ExitCode.Done, outcome.Error);
        return JsonDocument.Parse(outcome.Output).RootElement.GetProperty("scenario");
    }

    private static IEnumerable<double?> Scores(JsonElement scenario) => scenario.GetProperty("indicators").EnumerateArray().Take(6)
        .Select(change => change.GetProperty("before").TryGetProperty("score", out JsonElement score) ? (double?)Math.Round(score.GetDouble(), 6) : null);

    private static string[] Tools(JsonElement scenario, string side) => [.. scenario.GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty(side).GetString()!)];

    private static string? Trigger(JsonElement scenario, int tool, string subject) => scenario.GetProperty("tools")[tool].GetProperty("triggersBefore").EnumerateArray()
        .Single(reason => Subject(reason) == subject).GetProperty("trigger").GetProperty("strength").GetString();

    private static string? Subject(JsonElement reason) => reason.GetProperty("trigger").GetProperty("subject").GetString();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
