using System.Net;
using System.Text;
using System.Text.Json;
using Pipeline.App.Api;
using Pipeline.App.Commands;
using Pipeline.App.Tests.Running;
using Pipeline.Storage;
using Pipeline.Storage.Tests.Faults;

namespace Pipeline.App.Tests.Scenarios;

/// <summary>Scenarios over a real socket: the same answer as on the command line, and nothing is left behind.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class ScenarioApiTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private const string Smelter = """{"mineral":"cobalt","measures":[{"kind":"smelter","country":"AUS","share":0.25,"displaces":"largest"}]}""";

    private FaultProxy proxy = null!;
    private ServedApi api = null!;

    private HttpClient Client => api.Client;

    public async Task InitializeAsync()
    {
        proxy = await FaultProxy.StartAsync(refreshed.Connection);
        api = await ServedApi.StartAsync(StorageAccount.Connect(proxy.ConnectionString));
    }

    public async Task DisposeAsync()
    {
        await api.DisposeAsync();
        await proxy.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(ScenarioFile.Names), MemberType = typeof(ScenarioFile))]
    public async Task Every_example_has_the_same_answer_over_http_and_on_the_command_line(string name)
    {
        using HttpResponseMessage answer = await PostAsync(await File.ReadAllTextAsync(ScenarioFile.Path(name)));
        CommandOutcome command = await CommandRun.RunAsync("scenario", ScenarioFile.Path(name), "--json");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(command.Output.TrimEnd(), await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_scenario_on_the_current_vintage_starts_from_its_published_scores_and_is_marked()
    {
        using HttpResponseMessage answer = await PostAsync(Smelter);
        JsonElement scenario = (await JsonAsync(answer)).GetProperty("scenario");
        JsonElement refined = scenario.GetProperty("indicators").EnumerateArray().Single(change => Text(change, "indicator") == "import-stability-refined");
        Domain.MineralAssessment published = await Vintages.VintageFiles.ReadAssessmentAsync(refreshed.Account.Vintages, refreshed.Summary.GetProperty("vintage").GetString()!, "cobalt", default);

        Assert.True(scenario.GetProperty("hypothetical").GetBoolean());
        Assert.Equal("vintage " + refreshed.Summary.GetProperty("vintage").GetString(), Text(scenario, "base"));
        Assert.Equal(published.Find("import-stability-refined")!.Score!.Value, refined.GetProperty("before").GetProperty("score").GetDouble(), 1e-12);
        Assert.True(refined.GetProperty("difference").GetDouble() < 0);
        Assert.Contains(refined.GetProperty("contributions").EnumerateArray(), contribution => Text(contribution, "key") == "AUS");
        Assert.Contains("hypothetical", refined.GetProperty("after").GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()));
        Assert.All(scenario.GetProperty("indicators").EnumerateArray(), change =>
            Assert.DoesNotContain("hypothetical", change.GetProperty("before").GetProperty("flags").EnumerateArray().Select(flag => flag.GetString())));
        // What the measure does not touch stays to the last digit.
        Assert.All(scenario.GetProperty("indicators").EnumerateArray().Where(change => Text(change, "indicator") is "reserve-concentration" or "production-concentration" or "price-fluctuation"), change =>
            Assert.Equal(change.GetProperty("before").GetRawText(), change.GetProperty("after").GetRawText()));
        Assert.StartsWith("<svg", scenario.GetProperty("indicators").GetArrayLength() > 0 ? (await JsonAsync(answer)).GetProperty("radar").GetProperty("ja").GetString() : null, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_anywhere_and_no_copy_is_kept_on_the_way()
    {
        using (HttpResponseMessage first = await PostAsync(Smelter))
        {
            Assert.Equal("no-store", first.Headers.CacheControl!.ToString());
        }

        using HttpResponseMessage refused = await PostAsync("{}");
        using HttpResponseMessage second = await PostAsync(Smelter);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal("no-store", refused.Headers.CacheControl!.ToString());
        Assert.Contains("blob GET", proxy.Counts.Keys);
        Assert.All(proxy.Counts.Keys, kind => Assert.Matches("^(blob|table) (GET|HEAD)", kind));
    }

    [Fact]
    public async Task Observations_of_a_vintage_are_read_once()
    {
        using HttpResponseMessage first = await PostAsync(Smelter);
        long read = proxy.Counts["blob GET"];
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => (await PostAsync(Smelter)).Dispose()));

        // The pointer to the current vintage is asked for by each request; the hundreds of files behind it are not.
        Assert.InRange(proxy.Counts["blob GET"] - read, 0, 20);
    }

    [Theory]
    [InlineData("""{"mineral":"cobalt","measure":[]}""", "/measure", "a member that is not known")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"smelter","country":"AUS","tonnes":-5,"displaces":"none"}]}""", "/measures/0/tonnes", "-5")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"smelter","country":"ATL","tonnes":5,"displaces":"none"}]}""", "/measures/0/country", "'ATL'")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"smelter","country":"AUS","share":1.2,"displaces":"none"}]}""", "/measures/0/share", "1.2")]
    [InlineData("""{"mineral":"cobalt","inputs":{"mineral":"cobalt","year":2024}}""", "/inputs", "both")]
    [InlineData("""{"mineral":"cobalt","vintage":"2020Q1-0"}""", "/vintage", "another name")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"smelter","country":"AUS","share":0.99,"displaces":"largest"}]}""", "/measures/0/share", "0.99")]
    [InlineData("not json", "", "a fault in line 1, byte 2")]
    [InlineData("""{"mineral":"\ud800"}""", "", "half a character in the text at byte 12")]
    [InlineData("""{"mineral":"cobalt","\udc00":1}""", "", "half a character in the text at byte 21")]
    public async Task A_request_that_cannot_be_meant_is_a_problem_that_names_the_place(string body, string path, string found)
    {
        using HttpResponseMessage answer = await PostAsync(body);
        JsonElement fault = Assert.Single((await JsonAsync(answer)).GetProperty("errors").EnumerateArray());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal((path, found), (Text(fault, "pointer"), Text(fault, "found")));
        Assert.NotEmpty(Text(fault, "expected")!);
    }

    [Fact]
    public async Task A_quarter_stands_for_its_newest_vintage()
    {
        string current = Text((await JsonAsync(await Client.GetAsync("/api/v1/minerals"))).GetProperty("meta"), "vintage")!;
        using HttpResponseMessage named = await PostAsync(Smelter.Insert(1, $"\"vintage\":\"{current}\","));
        using HttpResponseMessage quarter = await PostAsync(Smelter.Insert(1, $"\"vintage\":\"{current[..6]}\","));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (named.StatusCode, quarter.StatusCode));
        Assert.Equal("vintage " + current, Text((await JsonAsync(named)).GetProperty("scenario"), "base"));
        Assert.Equal("vintage " + current, Text((await JsonAsync(quarter)).GetProperty("scenario"), "base"));
    }

    [Fact]
    public async Task A_body_that_is_too_long_and_a_query_parameter_are_refused()
    {
        using HttpResponseMessage body = await PostAsync(Smelter + new string(' ', ScenarioRoutes.LongestBody));
        using HttpResponseMessage query = await Client.PostAsync("/api/v1/scenarios?vintage=1", Json(Smelter));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest), (body.StatusCode, query.StatusCode));
    }

    [Fact]
    public async Task The_command_line_starts_from_the_vintage_too()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("cobalt.json"), Smelter);
        using HttpResponseMessage answer = await PostAsync(Smelter);
        CommandOutcome command = await CommandRun.OnAsync(refreshed.Connection, "scenario", folder.File("cobalt.json"), "--vintage", refreshed.Summary.GetProperty("vintage").GetString()!, "--json");

        Assert.True(command.ExitCode == ExitCode.Done, command.Error);
        Assert.Equal(await answer.Content.ReadAsStringAsync(), command.Output.TrimEnd());
    }

    [Fact]
    public async Task What_rests_on_the_invented_outlook_is_marked_in_the_answer_the_radar_and_the_table()
    {
        const string Lithium = """{"mineral":"lithium","measures":[{"kind":"stock","days":60}]}""";
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("lithium.json"), Lithium);
        using HttpResponseMessage posted = await PostAsync(Lithium);
        CommandOutcome command = await CommandRun.OnAsync(refreshed.Connection, "scenario", folder.File("lithium.json"));
        JsonElement answer = await JsonAsync(posted);
        JsonElement scenario = answer.GetProperty("scenario");
        JsonElement[] reasons = [.. scenario.GetProperty("tools").EnumerateArray().SelectMany(tool => tool.GetProperty("triggersAfter").EnumerateArray())];

        Assert.All(scenario.GetProperty("indicators").EnumerateArray().Where(change => Text(change, "indicator") is "price-fluctuation" or "production-concentration"), change =>
            Assert.Equal(Text(change, "indicator") == "price-fluctuation", change.GetProperty("after").GetProperty("illustrative").GetBoolean()));
        Assert.Contains(reasons, reason => Text(reason.GetProperty("trigger"), "subject") == "price-fluctuation");
        Assert.All(reasons, reason => Assert.Equal(Text(reason.GetProperty("trigger"), "subject") == "price-fluctuation", reason.GetProperty("illustrative").GetBoolean()));
        Assert.Contains("例示データ", Text(answer.GetProperty("radar"), "ja"), StringComparison.Ordinal);
        Assert.Contains("ILLUSTRATIVE", Text(answer.GetProperty("radar"), "en"), StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Price fluctuation .+ \[ILLUSTRATIVE\]\r?$", command.Output);
        Assert.Matches(@"(?m)^    Price fluctuation.+ \[ILLUSTRATIVE\]\r?$", command.Output);
        Assert.DoesNotMatch(@"(?m)^Production concentration.+ILLUSTRATIVE", command.Output);
    }

    [Fact]
    public async Task Assumptions_are_hypothetical_and_not_taken_for_invented_data_of_the_feeds()
    {
        using HttpResponseMessage posted = await PostAsync(Smelter);
        JsonElement answer = await JsonAsync(posted);
        JsonElement refined = answer.GetProperty("scenario").GetProperty("indicators").EnumerateArray().Single(change => Text(change, "indicator") == "import-stability-refined");

        Assert.False(refined.GetProperty("after").GetProperty("illustrative").GetBoolean());
        Assert.Equal(["hypothetical"], refined.GetProperty("after").GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()).Where(flag => flag is "hypothetical" or "illustrative"));
        Assert.DoesNotContain("ILLUSTRATIVE", Text(answer.GetProperty("radar"), "en"), StringComparison.Ordinal);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private Task<HttpResponseMessage> PostAsync(string body) => Client.PostAsync("/api/v1/scenarios", Json(body));

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
