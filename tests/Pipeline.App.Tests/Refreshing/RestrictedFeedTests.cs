using System.Text.Json;
using Pipeline.App.Tests.Running;
using Pipeline.App.Tests.Runs;

namespace Pipeline.App.Tests.Refreshing;

/// <summary>What only the closed application may hold is not stored, whichever way it comes. The mine is invented.</summary>
[Trait("Clause", "8")]
public sealed class RestrictedFeedTests : EmptyRunStorage
{
    private const string Header =
        "domestic_survey_version,mineral_id,part,period,period_as_printed,quantity,site,value,unit,content_basis,definition,contributors,largest_share,source,publisher,confidence,known_from,illustrative\n";

    [Theory]
    [InlineData("987654")]
    [InlineData("987654 or so")]
    public async Task A_figure_of_one_mine_that_companies_reported_is_refused_among_the_feeds_of_a_command_and_none_of_it_is_stored(string value)
    {
        using TemporaryFolder feeds = new();
        await File.WriteAllTextAsync(
            feeds.File("survey.csv"),
            Header + $"1,copper,,FY2024,,mine_imports,Example Secret Mine,{value},t,refined metal,invented,1,1,Survey,Example Office,original,2025-09-30,yes\n");
        await File.WriteAllBytesAsync(feeds.File("mcs2023-cobal_world.csv"), RunBench.Feed("usgs-mcs", "mcs2023-cobal_world.csv"));

        CommandOutcome outcome = await CommandRun.OnAsync(Connection, "refresh", "--quarter", "2026Q4", "--feeds", feeds.Path, "--only", "cobalt", "--json");

        Assert.Equal(3, outcome.ExitCode);
        JsonElement missing = JsonDocument.Parse(outcome.Output).RootElement.GetProperty("missingSources").EnumerateArray()
            .Single(one => one.GetProperty("file").GetString() == "survey.csv");
        Assert.Equal("domestic-survey", missing.GetProperty("source").GetString());
        Assert.Contains("closed application", missing.GetProperty("fault").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("987654", outcome.Output + outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", outcome.Output + outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["mcs2023-cobal_world.csv"], await Account.Snapshots.ListAsync().Select(snapshot => snapshot.Record.FileName).ToArrayAsync());
    }
}
