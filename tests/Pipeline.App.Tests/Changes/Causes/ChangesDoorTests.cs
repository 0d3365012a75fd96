using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.App.Tests.Portal;
using Pipeline.App.Tests.Running;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Changes.Causes;

/// <summary>The ways in which people and portals ask why results moved, and which vintages and parameters there are.</summary>
public sealed class ChangesDoorTests(VintagesByCause vintages) : IClassFixture<VintagesByCause>, IAsyncLifetime
{
    private ServedApi api = null!;

    private HttpClient Client => api.Client;

    public async Task InitializeAsync() => api = await ServedApi.StartAsync(vintages.Account);

    public async Task DisposeAsync() => await api.DisposeAsync();

    [Fact]
    public async Task The_command_shows_both_states_and_the_parts_of_each_difference()
    {
        CommandOutcome outcome = await CommandRun.OnAsync(vintages.Storage, "changes", vintages.First, vintages.WithRevision);

        Assert.Equal(0, outcome.ExitCode);
        string[] lines = outcome.Output.Split(Environment.NewLine);
        Assert.StartsWith($"{vintages.WithRevision} compared with {vintages.First}: ", lines[0], StringComparison.Ordinal);
        int production = Array.FindIndex(lines, line => line.EndsWith("Production concentration by country (Mine production)", StringComparison.Ordinal));
        Assert.StartsWith("    before 0.528", lines[production + 1], StringComparison.Ordinal);
        Assert.StartsWith("    after  0.374", lines[production + 2], StringComparison.Ordinal);
        Assert.Matches(@"^    value  -0\.15\d+ = new data 0, revised data -0\.15\d+, parameters 0, method 0$", lines[production + 3]);
        Assert.Contains("Cobalt (コバルト)", lines);
    }

    [Fact]
    public async Task The_command_takes_quarters_for_their_newest_vintage_and_one_mineral()
    {
        CommandOutcome outcome = await CommandRun.OnAsync(vintages.Storage, "changes", vintages.First, "2026Q4", "--mineral", "cobalt", "--json");

        JsonElement changes = JsonDocument.Parse(outcome.Output).RootElement.GetProperty("changes");
        Assert.Equal(vintages.WithNewYear, changes.GetProperty("after").GetProperty("vintage").GetString());
        Assert.All(changes.GetProperty("results").EnumerateArray(), result => Assert.Equal("cobalt", result.GetProperty("mineral").GetString()));
    }

    [Theory]
    [InlineData("ja", "新しいデータ：")]
    [InlineData("en", "new data: ")]
    public async Task The_page_of_a_mineral_says_of_every_result_what_moved_and_by_which_cause(string language, string cause)
    {
        JsonElement changes = JsonDocument.Parse(await Client.GetStringAsync($"/api/v1/vintages/{vintages.First}/changes/{vintages.WithNewYear}")).RootElement.GetProperty("changes");
        IHtmlDocument page = await Client.ReadAsync($"/api/portal/changes?mineral=cobalt&lang={language}");
        IElement[] results = [.. page.QuerySelectorAll("main section")];

        Assert.Equal(changes.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("indicator").GetString()), results.Select(result => result.Id));
        Assert.All(results, result => Assert.StartsWith(cause, result.QuerySelector("li")!.Words(), StringComparison.Ordinal));
        Assert.Equal((vintages.First, vintages.WithNewYear), (page.QuerySelector<IHtmlSelectElement>("#before")!.Value, page.QuerySelector<IHtmlSelectElement>("#after")!.Value));
    }

    [Fact]
    public async Task The_page_of_all_minerals_leads_to_each_and_says_when_there_is_nothing_before()
    {
        IHtmlDocument all = await Client.ReadAsync("/api/portal/changes?lang=en");
        IHtmlDocument first = await Client.ReadAsync($"/api/portal/changes?after={vintages.First}&lang=en");
        using HttpResponseMessage unknown = await Client.AskAsync("/api/portal/changes?before=2020Q1&lang=en");

        Assert.Contains($"/api/portal/changes?mineral=cobalt&before={vintages.First}&after={vintages.WithNewYear}&lang=en", all.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")));
        Assert.Contains("is the first vintage", first.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory]
    [InlineData("2026Q3")]
    [InlineData("2026Q4-00000000")]
    [InlineData("../current")]
    public async Task The_command_names_the_published_vintages_when_it_does_not_know_one(string unknown)
    {
        CommandOutcome outcome = await CommandRun.OnAsync(vintages.Storage, "changes", vintages.First, unknown);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(vintages.WithNewYear, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_shows_that_a_vintage_was_computed_again_and_by_what_a_status_changed()
    {
        string other = await vintages.StoreLikeAsync(vintages.WithoutSummaries, "doorother", manifest => manifest with { Code = "othercode" });

        CommandOutcome outcome = await CommandRun.OnAsync(vintages.Storage, "changes", other, vintages.First);

        Assert.Contains($"code         {other} was made by another version of the code", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("    by new data: Cannot be judged, no period -> ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_gives_parts_states_and_words_in_both_languages_and_the_same_again()
    {
        string path = $"/api/v1/vintages/{vintages.First}/changes/{vintages.WithNewYear}";
        string answer = await Client.GetStringAsync(path);
        JsonElement root = JsonDocument.Parse(answer).RootElement;

        JsonElement refined = root.GetProperty("changes").GetProperty("results").EnumerateArray().Single(result => result.GetProperty("indicator").GetString() == IndicatorId.ImportStabilityRefined);
        JsonElement value = refined.GetProperty("figures").GetProperty("value");
        Assert.Equal(value.GetProperty("amount").GetDouble(), value.GetProperty("newData").GetDouble());
        Assert.Equal(0, value.GetProperty("method").GetDouble());
        Assert.Equal(("CY2019", "CY2020"), (refined.GetProperty("before").GetProperty("period").GetString(), refined.GetProperty("after").GetProperty("period").GetString()));
        Assert.Equal("1", refined.GetProperty("after").GetProperty("unit").GetString());
        Assert.Equal("データの改定", root.GetProperty("causes").GetProperty("revisedData").GetProperty("ja").GetString());
        Assert.Equal("Cobalt", root.GetProperty("words").GetProperty("minerals").GetProperty("cobalt").GetProperty("en").GetString());
        Assert.Equal(answer, await Client.GetStringAsync(path));
    }

    [Theory]
    [InlineData("/api/v1/vintages/2026Q4-00000000")]
    [InlineData("/api/v1/vintages/2026Q4/changes/2020Q1")]
    [InlineData("/api/v1/vintages/current/changes/2026Q4")]
    public async Task A_vintage_that_is_not_published_is_a_problem_document_with_404(string path)
    {
        using HttpResponseMessage answer = await Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_vintage_that_is_stored_and_not_published_is_not_shown_to_readers()
    {
        using HttpResponseMessage answer = await Client.GetAsync($"/api/v1/vintages/{vintages.First}/changes/{vintages.WithRevision}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_list_has_the_current_vintage_first_and_leads_to_its_page_and_changes()
    {
        JsonElement rows = JsonDocument.Parse(await Client.GetStringAsync("/api/v1/vintages")).RootElement.GetProperty("vintages");

        Assert.Equal([vintages.WithNewYear, vintages.First], rows.EnumerateArray().Select(row => row.GetProperty("vintage").GetString()!));
        Assert.Equal($"/api/v1/vintages/{vintages.First}/changes/{vintages.WithNewYear}", rows[0].GetProperty("changes").GetString());
        Assert.False(rows[1].TryGetProperty("changes", out _));
        JsonElement page = JsonDocument.Parse(await Client.GetStringAsync(rows[1].GetProperty("self").GetString())).RootElement;
        Assert.Equal(4, page.GetProperty("manifest").GetProperty("snapshots").GetArrayLength());
    }

    [Fact]
    public async Task The_api_lists_parameters_as_they_stand_on_a_day()
    {
        JsonElement now = JsonDocument.Parse(await Client.GetStringAsync("/api/v1/parameters?asOf=2026-11-22")).RootElement;
        JsonElement later = JsonDocument.Parse(await Client.GetStringAsync("/api/v1/parameters?asOf=2028-01-01")).RootElement;
        using HttpResponseMessage wrong = await Client.GetAsync("/api/v1/parameters?asOf=yesterday");

        JsonElement reference = now.GetProperty("parameters").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "price.reference");
        Assert.Equal((0.60, "1/year", "open", "proposal"), (reference.GetProperty("value").GetDouble(), reference.GetProperty("unit").GetString(), reference.GetProperty("label").GetString(), reference.GetProperty("basis").GetString()));
        Assert.Equal("2027-04-01", reference.GetProperty("confirmedUntil").GetString());
        Assert.Empty(now.GetProperty("stale").EnumerateArray());
        Assert.Contains("price.reference", later.GetProperty("stale").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }
}
