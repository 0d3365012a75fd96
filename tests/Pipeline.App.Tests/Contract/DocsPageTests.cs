using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.App.Api;
using Pipeline.App.Tests.Contract.Validation;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Contract;

/// <summary>The pages for integrators: every command on them does what they say, every address is on them, and somebody reads them again in time.</summary>
[Collection(RefreshedCollection.Name)]
public sealed partial class DocsPageTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(31);

    private ServedApi api = null!;

    public async Task InitializeAsync() => api = await refreshed.ServedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Every_command_of_the_page_prints_what_stands_below_it(string language)
    {
        string page = await api.Client.GetStringAsync($"/api/docs?lang={language}");
        string[] commands = [.. Command().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];
        string[] shows = [.. Shows().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];
        using TemporaryFolder folder = new();
        await using ContractFront front = await ContractFront.StartAsync(api.Urls.First());
        Dictionary<string, string> environment = new(StringComparer.Ordinal) { ["API"] = front.Address + "/api", ["TOKEN"] = "of-this-machine" };

        Assert.Equal(DocsSections.All.Sum(section => section.Examples.Count), commands.Length);
        Assert.Equal(commands.Length, shows.Length);
        Assert.All(commands.Zip(shows), example =>
        {
            Assert.StartsWith("curl ", example.First[(example.First.IndexOf("curl ", StringComparison.Ordinal))..], StringComparison.Ordinal);
            ProcessOutcome outcome = RunningProcess.Run("bash", folder.Path, environment, "-euo", "pipefail", "-c", example.First);
            Assert.True(outcome.ExitCode == 0 && outcome.Output.Contains(example.Second, StringComparison.Ordinal), $"{example.First}\n-> {outcome.Output[..Math.Min(500, outcome.Output.Length)]}\n{outcome.Error}");
        });
    }

    [Fact]
    public async Task Both_addresses_of_the_page_answer_the_same_and_list_every_route_of_the_contract()
    {
        string page = await api.Client.GetStringAsync("/api/docs");
        Assert.Equal(page, await api.Client.GetStringAsync("/api/v1/docs"));
        // The program of this test has no routes of runs; pages do not list themselves.
        Assert.All(
            RegisteredRoutes.All.Where(route => !RunRoute().IsMatch(route.Pattern) && route.Name is not ("showDocs" or "showProblem")),
            route => Assert.Contains(WebUtility.HtmlEncode($"{route.Method} /api/{route.Pattern}"), page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_have_null_where_the_page_says_so_and_other_answers_leave_the_member_out()
    {
        string says = string.Concat(DocsSections.All.Single(section => section.Id == "formats").Paragraphs.Select(paragraph => paragraph.En));
        Assert.Contains("In rows of observations, indicators, sources and the list of assessments a member without a value is null; in other answers it is left out.", says, StringComparison.Ordinal);

        JsonElement observation = (await RowsAsync("/api/v1/observations?mineral=cobalt&indicator=secondary-use&figure=value", "observations"))[0];
        JsonElement series = Assert.Single(await RowsAsync("/api/v1/indicators?kind=series", "indicators"), row => row.GetProperty("id").GetString() == "prices");
        JsonElement source = (await RowsAsync("/api/v1/sources", "sources"))[0];
        JsonElement assessed = (await RowsAsync("/api/v1/assessments", "assessments"))
            .Single(row => row.GetProperty("mineral").GetProperty("id").GetString() == "cobalt").GetProperty("results").EnumerateArray().Single(IsSecondaryUse);
        JsonElement alone = (await JsonAsync("/api/v1/assessments/cobalt")).GetProperty("assessment").GetProperty("results").EnumerateArray().Single(IsSecondaryUse);

        Assert.All(
            [observation.GetProperty("value"), series.GetProperty("bands"), series.GetProperty("unit"), source.GetProperty("layoutFingerprint"), assessed.GetProperty("score")],
            member => Assert.Equal(JsonValueKind.Null, member.ValueKind));
        Assert.Equal("insufficient", alone.GetProperty("status").GetString());
        Assert.False(alone.TryGetProperty("score", out _));
        Assert.DoesNotContain(alone.EnumerateObject(), member => member.Value.ValueKind == JsonValueKind.Null);

        static bool IsSecondaryUse(JsonElement result) => result.GetProperty("indicator").GetString() == "secondary-use";
    }

    [Fact]
    public void Every_address_that_takes_a_day_for_a_vintage_is_named_where_the_page_explains_vintages()
    {
        string[] dated = [.. RegisteredRoutes.All.Where(route => route.AllQuery.Any(parameter => parameter.Name == "asOf" && parameter.Rule is EitherRule)).Select(route => route.Pattern["v1/".Length..])];
        string[] quoted = [.. dated.Select(pattern => $"'{pattern}'")];
        DocsSection section = DocsSections.All.Single(one => one.Id == "vintages");

        Assert.Equal(["observations", "observations/{id}/evidence", "assessments", "assessments/{id}"], dated);
        Assert.Contains(section.Paragraphs, paragraph => paragraph.Ja.Contains(string.Join("、", dated) + " の asOf は日付も受け", StringComparison.Ordinal));
        Assert.Contains(section.Paragraphs, paragraph => paragraph.En.Contains($"asOf of {string.Join(", ", quoted[..^1])} and {quoted[^1]} takes a day as well", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wish_for_a_later_answer_is_ignored_as_the_page_says()
    {
        Assert.Contains("Prefer: respond-async (RFC 7240) is not needed and is ignored", WebUtility.HtmlDecode(await api.Client.GetStringAsync("/api/docs?lang=en")), StringComparison.Ordinal);
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/observations?limit=1") { Headers = { { "Prefer", "respond-async" } } };
        using HttpResponseMessage answer = await api.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Preference-Applied"));
        Assert.Single(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("observations").EnumerateArray());
    }

    [Fact]
    public async Task Every_kind_of_problem_has_a_page_in_both_languages_that_says_what_to_do()
    {
        foreach (ProblemKind kind in ProblemKinds.All)
        {
            string ja = WebUtility.HtmlDecode(await api.Client.GetStringAsync(kind.Address + "?lang=ja"));
            string en = WebUtility.HtmlDecode(await api.Client.GetStringAsync(kind.Address + "?lang=en"));
            Assert.Contains(kind.Title.Ja, ja, StringComparison.Ordinal);
            Assert.Contains(kind.Remedy.Ja, ja, StringComparison.Ordinal);
            Assert.Contains(kind.Title.En, en, StringComparison.Ordinal);
            Assert.Contains(kind.Remedy.En, en, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unknown_kind_of_problem_is_a_problem()
    {
        using HttpResponseMessage answer = await api.Client.GetAsync("/api/v1/problems/out-of-coffee");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public void Somebody_has_read_the_page_again_when_it_was_due() => Assert.True(
        TimeProvider.System.GetUtcNow().UtcDateTime < DocsPage.NextReview.ToDateTime(TimeOnly.MinValue) + Patience,
        $"The page for integrators was to be read again by {DocsPage.NextReview:yyyy-MM-dd}. Read it, mend it, and set DocsPage.Reviewed to that day.");

    private async Task<JsonElement> JsonAsync(string address) => JsonDocument.Parse(await api.Client.GetStringAsync(address)).RootElement;

    private async Task<JsonElement[]> RowsAsync(string address, string name) => [.. (await JsonAsync(address)).GetProperty(name).EnumerateArray()];

    [GeneratedRegex("<code class=\"command\">(.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex Command();

    [GeneratedRegex("<code class=\"shows\">(.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex Shows();

    [GeneratedRegex("^v1/(runs|queues|quarantine)")]
    private static partial Regex RunRoute();
}
