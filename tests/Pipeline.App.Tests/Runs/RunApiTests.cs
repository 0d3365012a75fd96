using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Pipeline.App.Commands;
using Pipeline.App.Functions;
using Pipeline.App.Tests.Contract.Validation;
using Pipeline.App.Tests.Portal;
using Pipeline.App.Triggers.Standalone;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Runs;

/// <summary>Starting and following runs over a real socket, on 22 November 2026. Nothing works off the queues: what is started stays where it is.</summary>
public sealed class RunApiTests(RunApiTests.Served served) : IClassFixture<RunApiTests.Served>
{
    [Fact]
    public async Task A_run_is_accepted_with_its_address_and_can_be_followed_there()
    {
        using HttpResponseMessage answer = await PostAsync("""{"mode":"dry-run","quarter":"2026Q3","minerals":["cobalt"]}""", "followed");
        JsonElement run = (await BodyAsync(answer)).GetProperty("runs")[0];
        string address = answer.Headers.Location!.OriginalString;
        await served.Bench.MoveAsync();
        JsonElement page = await served.GetAsync(address);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal($"/api/v1/runs/{Text(run, "id")}", address);
        Assert.Equal(address, Text(run, "self"));
        Assert.Equal(("2026Q3", "dryRun", "running"), (Text(run, "quarter"), Text(run, "mode"), Text(run, "state")));
        Assert.Equal("read", Text(page.GetProperty("run"), "stage"));
        Assert.Equal(["cobalt"], page.GetProperty("run").GetProperty("minerals").EnumerateArray().Select(id => id.GetString()));
        JsonElement stage = Assert.Single(page.GetProperty("stages").EnumerateArray());
        Assert.Equal(("read", 184, 0, 0), (Text(stage, "stage"), Number(stage, "steps"), Number(stage, "running"), Number(stage, "failed")));
    }

    [Fact]
    public async Task The_same_key_twice_or_eight_times_at_once_is_one_run_and_one_set_of_messages()
    {
        const string body = """{"mode":"run","quarter":"2026Q2"}""";
        int runs = await served.Bench.RunCountAsync();

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(body, "eight")));
        using HttpResponseMessage later = await PostAsync(body, "eight");

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        string address = Assert.Single(answers.Append(later).Select(answer => answer.Headers.Location!.OriginalString).Distinct());
        Assert.Equal(runs + 1, await served.Bench.RunCountAsync());
        await served.Bench.MoveAsync();
        Delivery[] messages = [.. (await served.Bench.ReceiveAsync(QueueNames.ReadSnapshot)).Where(message => address.EndsWith(message.Message.Run, StringComparison.Ordinal))];
        Assert.NotEmpty(messages);
        Assert.Equal(messages.Length, messages.Select(message => message.Message.Subject).Distinct().Count());
    }

    [Fact]
    public async Task The_pages_of_operators_show_the_run_its_progress_and_its_steps()
    {
        using HttpResponseMessage started = await PostAsync("""{"mode":"dry-run","quarter":"2026Q1","minerals":["cobalt"]}""", "paged");
        string id = started.Headers.Location!.OriginalString.Split('/')[^1];
        await served.Bench.MoveAsync();

        IHtmlDocument ledger = await served.Client.ReadAsync("/api/portal/runs?lang=ja");
        IHtmlDocument run = await served.Client.ReadAsync($"/api/portal/runs/{id}?lang=en");
        JsonElement stage = (await served.GetAsync($"/api/v1/runs/{id}")).GetProperty("stages")[0];

        Assert.Contains($"/api/portal/runs/{id}?lang=ja", ledger.QuerySelectorAll("#runs + .scrolling th a").Select(link => link.GetAttribute("href")));
        IElement progress = Assert.Single(run.QuerySelectorAll("progress"));
        Assert.Equal("read", run.QuerySelector($"label[for='{progress.Id}']")!.TextContent);
        Assert.Equal(($"{Number(stage, "done")}", $"{Number(stage, "steps")}"), (progress.GetAttribute("value"), progress.GetAttribute("max")));
        Assert.Contains("under way", run.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        using HttpResponseMessage first = await PostAsync("""{"mode":"run","quarter":"2025Q1"}""", "other");
        using HttpResponseMessage second = await PostAsync("""{"mode":"dry-run","quarter":"2025Q1"}""", "other");

        await AssertProblemAsync(second, HttpStatusCode.Conflict, "key-used", "'Idempotency-Key' was sent before with another body. Send that body again, or use a new key.");
    }

    [Theory]
    [InlineData("run", "The body is not the JSON object that is expected. Its members are mode, quarter, from, to, minerals, each at most once.")]
    [InlineData("", "The body is not the JSON object that is expected. Its members are mode, quarter, from, to, minerals, each at most once.")]
    [InlineData("[]", "The body is not the JSON object that is expected. Its members are mode, quarter, from, to, minerals, each at most once.")]
    [InlineData("""{"mode":"run","mineral":["cobalt"]}""", "The body is not the JSON object that is expected: see 'mineral'. Its members are mode, quarter, from, to, minerals, each at most once.")]
    [InlineData("""{"mode":"run","minerals":[1]}""", "The body is not the JSON object that is expected: see 'minerals[0]'. Its members are mode, quarter, from, to, minerals, each at most once.")]
    [InlineData("""{"mode":"dry-run","mode":"run"}""", "The body is not the JSON object that is expected: see 'mode'. Its members are mode, quarter, from, to, minerals, each at most once.")]
    [InlineData("{}", "'mode' is one of run, dry-run, backfill.")]
    [InlineData("null", "'mode' is one of run, dry-run, backfill.")]
    [InlineData("""{"mode":"publish"}""", "'mode' is one of run, dry-run, backfill.")]
    [InlineData("""{"mode":"run","quarter":"2027Q1"}""", "2027Q1 has not begun; the latest quarter that can be refreshed is 2026Q4.")]
    [InlineData("""{"mode":"run","quarter":"2026"}""", "'quarter' is a quarter such as 2026Q4.")]
    [InlineData("""{"mode":"run","from":"2026Q1","to":"2026Q2"}""", "'from' and 'to' belong to a backfill.")]
    [InlineData("""{"mode":"backfill","from":"2026Q3","to":"2026Q2"}""", "'from' (2026Q3) is after 'to' (2026Q2).")]
    [InlineData("""{"mode":"backfill","from":"2026Q3"}""", "A backfill takes 'from' and 'to', quarters such as 2024Q1.")]
    [InlineData("""{"mode":"backfill","quarter":"2026Q3"}""", "A backfill takes 'from' and 'to', not 'quarter'.")]
    [InlineData("""{"mode":"backfill","from":"2016Q3","to":"2026Q3"}""", "41 quarters are more than the 40 that one backfill covers.")]
    [InlineData("""{"mode":"backfill","from":"2026Q3","to":"2027Q1"}""", "2027Q1 has not begun; the latest quarter that can be refreshed is 2026Q4.")]
    [InlineData("""{"mode":"run","minerals":["cobald"]}""", "'minerals' holds a name that is no mineral; did you mean 'cobalt'?")]
    [InlineData("""{"mode":"run","minerals":["cobalt",null]}""", "'minerals' holds null; expected names of minerals such as \"cobalt\".")]
    public async Task A_body_that_cannot_be_meant_is_refused_with_what_is_wrong_and_enters_nothing(string body, string detail)
    {
        int before = await served.Bench.RunCountAsync();
        string key = "bad " + Convert.ToHexString(Encoding.UTF8.GetBytes(body));

        using HttpResponseMessage answer = await PostAsync(body, key.Length > 200 ? key[^200..] : key);

        await AssertProblemAsync(answer, HttpStatusCode.BadRequest, "bad-request", detail);
        Assert.Equal(before, await served.Bench.RunCountAsync());
    }

    [Theory]
    [InlineData("""{"mode":"publish"}""", "ja", "/mode", "'mode' は run、dry-run、backfill のどれかです。")]
    [InlineData("""{"mode":"backfill","from":"2026Q1","to":"soon"}""", "en", "/to", "A backfill takes 'from' and 'to', quarters such as 2024Q1.")]
    [InlineData("""{"mode":"run","minerals":["cobald"]}""", "ja", "/minerals", "'minerals' に鉱種でない名前があります。'cobalt' のことでしょうか。")]
    public async Task What_is_wrong_with_an_order_is_said_in_the_language_of_the_caller_with_its_place(string body, string language, string place, string detail)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/runs") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept-Language", language);
        using HttpResponseMessage answer = await served.Client.SendAsync(request);
        JsonElement problem = await BodyAsync(answer);
        JsonElement error = Assert.Single(problem.GetProperty("errors").EnumerateArray());

        Assert.Equal((detail, place, detail), (Text(problem, "detail"), Text(error, "pointer"), Text(error, "detail")));
    }

    [Fact]
    public async Task A_body_or_key_that_is_too_long_is_refused_and_enters_nothing()
    {
        int before = await served.Bench.RunCountAsync();
        using HttpResponseMessage body = await PostAsync("""{"mode":"run"}""" + new string(' ', 16 * 1024), "long body");
        using HttpResponseMessage key = await PostAsync("""{"mode":"run"}""", new string('k', 256));

        await AssertProblemAsync(body, HttpStatusCode.RequestEntityTooLarge, "body-too-long", "The body has at most 16384 bytes.");
        await AssertProblemAsync(key, HttpStatusCode.BadRequest, "bad-parameter", "'Idempotency-Key' takes text of at most 255 characters.");
        Assert.Equal(before, await served.Bench.RunCountAsync());
    }

    [Fact]
    public async Task A_backfill_is_a_run_for_each_quarter_each_waiting_for_the_one_before()
    {
        using HttpResponseMessage answer = await PostAsync("""{"mode":"backfill","from":"2023Q4","to":"2024Q2"}""", "three");
        JsonElement[] runs = [.. (await BodyAsync(answer)).GetProperty("runs").EnumerateArray()];

        Assert.Equal(["2023Q4", "2024Q1", "2024Q2"], runs.Select(run => Text(run, "quarter")));
        Assert.Equal(["running", "waiting", "waiting"], runs.Select(run => Text(run, "state")));
        Assert.Equal([Text(runs[0], "id"), Text(runs[1], "id")], runs.Skip(1).Select(run => Text(run, "after")));
        Assert.False(runs[0].TryGetProperty("after", out _));
    }

    [Fact]
    public async Task The_list_has_the_newest_run_first_and_every_queue()
    {
        using HttpResponseMessage first = await PostAsync("""{"mode":"run","quarter":"2024Q3"}""", "list 1");
        using HttpResponseMessage second = await PostAsync("""{"mode":"run","quarter":"2023Q3"}""", "list 2");

        JsonElement list = await served.GetAsync("/api/v1/runs");

        Assert.Equal(["2023Q3", "2024Q3"], list.GetProperty("runs").EnumerateArray().Take(2).Select(run => Text(run, "quarter")));
        Assert.Equal(["read-snapshot", "assess-mineral", "render-briefing", "publish-vintage"], list.GetProperty("queues").EnumerateArray().Select(queue => Text(queue, "queue")));
    }

    [Fact]
    public async Task A_run_shows_each_stage_and_step_with_what_it_did_and_why_it_failed()
    {
        Snapshot damaged = await served.Bench.StoreAsync("mof-trade", "minerals-by-country-2019.csv", "no table\n"u8.ToArray());
        await served.Bench.ReceiveAsync(QueueNames.ReadSnapshot);
        RunRecord run = await served.Bench.StartSmallAsync("steps", damaged);
        await served.Bench.DrainAsync();

        JsonElement page = await served.GetAsync($"/api/v1/runs/{run.Id}");
        JsonElement[] steps = [.. page.GetProperty("steps").EnumerateArray()];
        JsonElement failed = steps.Single(step => Text(step, "subject") == damaged.Hash);
        JsonElement assessed = steps.Single(step => Text(step, "subject") == "cobalt");

        Assert.Equal(
            [("read", 4, 3, 1), ("assess", 2, 2, 0), ("render", 4, 4, 0), ("publish", 1, 1, 0)],
            page.GetProperty("stages").EnumerateArray().Select(stage => (Text(stage, "stage"), Number(stage, "steps"), Number(stage, "done"), Number(stage, "failed"))));
        Assert.Equal(["read", "assess", "render", "publish"], steps.Select(step => Text(step, "stage")).Distinct());
        Assert.Equal(("failed", 1, false), (Text(failed, "state"), Number(failed, "attempt"), failed.GetProperty("reused").GetBoolean()));
        Assert.Contains("minerals-by-country-2019.csv", Text(failed, "error"), StringComparison.Ordinal);
        Assert.Equal(("done", "cobalt"), (Text(assessed, "state"), assessed.GetProperty("outputs")[0].GetString()));
        Assert.Matches("^[0-9A-Za-z._-]+/[0-9a-f]{64}$", Text(assessed, "key"));
        Assert.True(assessed.GetProperty("started").GetDateTimeOffset() < assessed.GetProperty("ended").GetDateTimeOffset());
        JsonElement[] read = [.. steps.Where(step => Text(step, "stage") == "read" && Text(step, "state") == "done")];
        Assert.All(read, step => Assert.Equal(Number(step, "rowsRead"), Number(step, "rowsPassed") + Number(step, "rowsQuarantined")));
        Assert.Equal(("done", "NotPublished"), (Text(page.GetProperty("run"), "state"), Text(page.GetProperty("run"), "outcome")));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("20260101T000000000Z-2026Q1")]
    [InlineData("20260101T000000000Z-2026Q1%23%3f%25")]
    [InlineData("%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1%E9%8F%A1")]
    public async Task A_run_that_is_not_in_the_ledger_is_not_found(string id)
    {
        using HttpResponseMessage page = await served.Client.GetAsync($"/api/v1/runs/{id}");
        using HttpResponseMessage changes = await served.Client.GetAsync($"/api/v1/runs/{id}/changes");

        await AssertProblemAsync(page, HttpStatusCode.NotFound, "not-found", "There is nothing of that name in the run ledger. '/api/v1/runs' lists the runs.");
        await AssertProblemAsync(
            changes, HttpStatusCode.NotFound, "not-found", "There is no report on changes of a trial of that name. '/api/v1/runs' lists the runs; only a trial that has ended leaves a report.");
    }

    [Fact]
    public async Task A_name_longer_than_any_run_has_is_not_found()
    {
        using HttpResponseMessage page = await served.Client.GetAsync($"/api/v1/runs/{new string('x', 2000)}");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private async Task<HttpResponseMessage> PostAsync(string body, string key)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/runs") { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("Idempotency-Key", key);
        return await served.Client.SendAsync(request);
    }

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string type, string detail)
    {
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        JsonElement problem = await BodyAsync(answer);
        Assert.Equal(($"/api/v1/problems/{type}", detail), (Text(problem, "type"), Text(problem, "detail")));
    }

    /// <summary>The program on a free port over an empty storage, made once for all tests.</summary>
    public sealed class Served : EmptyRunStorage
    {
        private static readonly FunctionTable NoFunctions = new(new Dictionary<string, TimerWork>(), new Dictionary<string, QueueWork>());

        private WebApplication app = null!;

        internal HttpClient Client { get; private set; } = null!;

        internal new RunBench Bench => base.Bench;

        internal StorageAccount Storage => Account;

        /// <inheritdoc/>
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            ServeOptions options = new(Port: 0, new QueueOptions(1, TimeSpan.FromSeconds(30))) { Routes = ServeCommand.RoutesOf(Bench.Engine, Clock) };
            app = ServeCommand.Build(Account, NoFunctions, options, TimeProvider.System);
            await app.StartAsync();
            Client = ContractCheck.Client(app.Urls.First(), "en");
        }

        /// <inheritdoc/>
        public override async Task DisposeAsync()
        {
            Client.Dispose();
            await app.StopAsync();
            await app.DisposeAsync();
            await base.DisposeAsync();
        }

        internal async Task<JsonElement> GetAsync(string address) => JsonDocument.Parse(await Client.GetStringAsync(address)).RootElement;
    }
}
