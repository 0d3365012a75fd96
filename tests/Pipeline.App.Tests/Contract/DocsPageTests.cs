using System.Net;
using System.Text.RegularExpressions;
using Pipeline.App.Api;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Contract;

/// <summary>The pages for integrators: every command on them does what they say, every address is on them, and somebody reads them again in time.</summary>
[Collection(RefreshedCollection.Name)]
public sealed partial class DocsPageTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(31);

    private ServedApi api = null!;

    public async Task InitializeAsync() => api = await ServedApi.StartAsync(refreshed.Account);

    public async Task DisposeAsync() => await api.DisposeAsync();

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Every_command_of_the_page_prints_what_stands_below_it(string language)
    {
        string page = await api.Client.GetStringAsync($"/api/docs?lang={language}");
        string[] commands = [.. Command().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];
        string[] shows = [.. Shows().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];
        using TemporaryFolder folder = new();
        Dictionary<string, string> environment = new(StringComparer.Ordinal) { ["API"] = api.Urls.First() + "/api", ["TOKEN"] = "of-this-machine" };

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

    [GeneratedRegex("<code class=\"command\">(.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex Command();

    [GeneratedRegex("<code class=\"shows\">(.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex Shows();

    [GeneratedRegex("^v1/(runs|queues|quarantine)")]
    private static partial Regex RunRoute();
}
