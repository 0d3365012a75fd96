using System.Net;
using Microsoft.AspNetCore.Builder;
using Pipeline.App.Commands;
using Pipeline.App.Functions;
using Pipeline.App.Triggers;
using Pipeline.App.Triggers.Standalone;

namespace Pipeline.App.Tests.Triggers;

/// <summary>The program under the Functions host, called over a real socket as the host calls it.</summary>
[Collection(FunctionCollection.Name)]
public sealed class HandlerTests(FunctionStorage storage) : IAsyncLifetime
{
    private const string Message = """{"run":"20261122-1","subject":"cobalt","trace":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}""";

    private readonly RecordingFunctions functions = new()
    {
        OnMessage = (delivery, _) => delivery.Message.Subject == "gallium" ? throw new InvalidOperationException("fails") : Task.CompletedTask,
    };

    private readonly ManualClock clock = new(HostPlayer.Utc("2026-03-01T02:30:00.2"));
    private WebApplication app = null!;
    private HostPlayer host = null!;

    public static TheoryData<string> Timers => [.. RecordingFunctions.TimerNames];

    public static TheoryData<string> Queues => [.. RecordingFunctions.QueueFunctions];

    public async Task InitializeAsync()
    {
        app = ServeCommand.Build(storage.Account, functions.Table(), Options(HostPlayer.FreePort()), clock);
        await app.StartAsync();
        host = new HostPlayer(app.Urls.First());
    }

    public async Task DisposeAsync()
    {
        host.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Timers))]
    public async Task A_timer_is_run_for_the_occurrence_that_the_host_names_and_once_only(string function)
    {
        await using WebApplication fresh = ServeCommand.Build(storage.Account, functions.Table(), Options(HostPlayer.FreePort()), new ManualClock(HostPlayer.Utc("2027-05-01T02:30:00")));
        await fresh.StartAsync();
        using HostPlayer caller = new(fresh.Urls.First());
        string body = HostPlayer.Timer(function, "2027-05-01T02:30:00+00:00");

        using HttpResponseMessage first = await caller.InvokeAsync(function, body);
        using HttpResponseMessage second = await caller.InvokeAsync(function, body);

        Assert.Equal([$"noted {function}"], await HostPlayer.SuccessAsync(first));
        Assert.Contains("nothing was done", Assert.Single(await HostPlayer.SuccessAsync(second)), StringComparison.Ordinal);
        Assert.Equal(new TimerCall(function, HostPlayer.Utc("2027-05-01T02:30:00"), IsPastDue: false), Assert.Single(functions.Calls));
        await fresh.StopAsync();
    }

    [Theory]
    [MemberData(nameof(Queues))]
    public async Task A_message_is_taken_out_of_its_two_strings_and_its_count_out_of_text(string function)
    {
        using HttpResponseMessage answer = await host.InvokeAsync(function, HostPlayer.Queue(function, Message, dequeueCount: "\"3\""));

        Assert.Equal(["try 3"], await HostPlayer.SuccessAsync(answer));
        (string called, Delivery delivery) = Assert.Single(functions.Deliveries);
        Assert.Equal(function, called);
        Assert.Equal(
            new Delivery(
                new StepMessage("20261122-1", "cobalt", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), "8f0b7a8e-0d8f-4ee0-9dd1-3b1c5f2c7a11", 3),
            delivery);
    }

    [Fact]
    public async Task A_work_that_throws_is_answered_with_a_failure_and_the_message_comes_again()
    {
        using HttpResponseMessage answer = await host.InvokeAsync("AssessMineral", HostPlayer.Queue("AssessMineral", Message.Replace("cobalt", "gallium", StringComparison.Ordinal)));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Single(functions.Deliveries);
    }

    [Theory]
    [MemberData(nameof(Timers))]
    [MemberData(nameof(Queues))]
    public async Task A_request_that_the_host_has_passed_on_from_outside_reaches_no_function(string function)
    {
        string body = RecordingFunctions.TimerNames.Contains(function) ? HostPlayer.Timer(function, next: null) : HostPlayer.Queue(function, Message);

        using HttpResponseMessage answer = await host.InvokeAsync(function, body, ("x-ms-invocation-id", HostPlayer.InvocationId));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(functions.Calls);
        Assert.Empty(functions.Deliveries);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_function_is_called_by_post_and_nothing_else(string method)
    {
        using HttpResponseMessage answer = await host.SendAsync(new HttpMethod(method), "/WatchRuns", body: null);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.Empty(functions.Calls);
    }

    [Theory]
    [InlineData("WatchRuns", "", HttpStatusCode.BadRequest)]
    [InlineData("WatchRuns", "null", HttpStatusCode.BadRequest)]
    [InlineData("WatchRuns", "[]", HttpStatusCode.BadRequest)]
    [InlineData("WatchRuns", """{"Data":{"clock":{}}}""", HttpStatusCode.BadRequest)]
    [InlineData("AssessMineral", """{"Data":{"item":"{}"}}""", HttpStatusCode.BadRequest)]
    [InlineData("AssessMineral", """{"Data":{"item":"{}"},"Metadata":{"Id":"\"m\"","DequeueCount":"1"}}""", HttpStatusCode.BadRequest)]
    [InlineData("AssessMineral", """{"Data":{"item":"no JSON"},"Metadata":{"Id":"\"m\"","DequeueCount":"1"}}""", HttpStatusCode.BadRequest)]
    [InlineData("Web", "{}", HttpStatusCode.NotFound)]
    [InlineData("NoSuchFunction", "{}", HttpStatusCode.NotFound)]
    public async Task What_is_no_call_of_the_host_is_refused_and_never_answered_with_success(string function, string body, HttpStatusCode expected)
    {
        using HttpResponseMessage answer = await host.InvokeAsync(function, body);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Empty(functions.Calls);
        Assert.Empty(functions.Deliveries);
    }

    [Fact]
    public async Task A_call_larger_than_any_message_is_refused_while_it_is_read()
    {
        using HttpResponseMessage answer = await host.InvokeAsync("AssessMineral", "{\"Data\":{\"item\":\"" + new string('x', 1 << 20) + "\"}}");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(functions.Deliveries);
    }

    [Fact]
    public async Task A_timer_that_runs_is_refused_to_a_second_caller_so_that_the_host_tries_again()
    {
        FunctionStorage own = new();
        await own.InitializeAsync();
        await own.Account.Timers.StartAsync("SweepInbox", clock.GetUtcNow().AddSeconds(-1), clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        await using (WebApplication fresh = ServeCommand.Build(own.Account, functions.Table(), Options(HostPlayer.FreePort()), clock))
        {
            await fresh.StartAsync();
            using HostPlayer caller = new(fresh.Urls.First());

            using HttpResponseMessage running = await caller.InvokeAsync("SweepInbox", HostPlayer.Timer("SweepInbox", "2026-03-01T02:30:00Z"));
            Assert.False(running.IsSuccessStatusCode);
            Assert.Empty(functions.Calls);

            clock.Advance(TimeSpan.FromMinutes(1));
            using HttpResponseMessage again = await caller.InvokeAsync("SweepInbox", HostPlayer.Timer("SweepInbox", "2026-03-01T02:30:00Z"));
            Assert.Equal(["noted SweepInbox"], await HostPlayer.SuccessAsync(again));
            await fresh.StopAsync();
        }

        await own.DisposeAsync();
    }

    [Fact]
    public async Task The_root_answers_at_once_though_storage_never_does()
    {
        const string Nowhere = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;QueueEndpoint=http://127.0.0.1:9/devstoreaccount1;TableEndpoint=http://127.0.0.1:9/devstoreaccount1";
        TaskCompletionSource never = new();
        ServeOptions options = Options(HostPlayer.FreePort()) with { OpenStorage = token => never.Task.WaitAsync(token) };
        await using WebApplication waiting = ServeCommand.Build(Pipeline.Storage.StorageAccount.Connect(Nowhere), functions.Table(), options, TimeProvider.System);
        await waiting.StartAsync();
        using HostPlayer caller = new(waiting.Urls.First());

        using HttpResponseMessage root = await caller.GetAsync("/");
        using HttpResponseMessage live = await caller.GetAsync("/api/health/live");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (root.StatusCode, live.StatusCode));
        await waiting.StopAsync();
    }

    [Fact]
    public async Task Outside_the_host_there_are_no_addresses_for_calls_and_no_root()
    {
        await using WebApplication alone = ServeCommand.Build(storage.Account, new FunctionTable(functions.Table().Timers, new Dictionary<string, QueueWork>()), new ServeOptions(0, Queued), clock);
        await alone.StartAsync();
        using HostPlayer caller = new(alone.Urls.First());

        using HttpResponseMessage call = await caller.InvokeAsync("WatchRuns", HostPlayer.Timer("WatchRuns", next: null));
        using HttpResponseMessage root = await caller.GetAsync("/");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (call.StatusCode, root.StatusCode));
        Assert.Empty(functions.Calls);
        await alone.StopAsync();
    }

    private static QueueOptions Queued => new(1, TimeSpan.FromSeconds(30));

    private static ServeOptions Options(int port) => new(port, Queued) { Host = new HostEnvironment(port, SignInEnabled: true) };
}
