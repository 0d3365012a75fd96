using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Pipeline.App.Commands;
using Pipeline.App.Functions;
using Pipeline.App.Triggers;
using Pipeline.App.Triggers.Standalone;

namespace Pipeline.App.Tests.Triggers;

/// <summary>What operators see of the timers and the call by hand, under the host, where no loop calls anything.</summary>
public sealed class TimerRoutesTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = HostPlayer.Utc("2026-11-22T10:02:00");

    private readonly FunctionStorage storage = new();
    private readonly ManualClock clock = new(Start);
    private readonly RecordingFunctions functions = new()
    {
        OnTimer = (call, _) => call.Function == "PullGovernance" ? throw new InvalidOperationException("secret 42") : Task.FromResult($"noted {call.Function}"),
    };

    private WebApplication app = null!;
    private HostPlayer caller = null!;

    public async Task InitializeAsync()
    {
        await storage.InitializeAsync();
        foreach (string timer in RecordingFunctions.TimerNames)
        {
            await storage.Account.Timers.RegisterAsync(timer, Start);
        }

        int port = HostPlayer.FreePort();
        app = ServeCommand.Build(
            storage.Account, functions.Table(), new ServeOptions(port, new QueueOptions(1, TimeSpan.FromSeconds(30))) { Host = new HostEnvironment(port, SignInEnabled: true) }, clock);
        await app.StartAsync();
        caller = new HostPlayer(app.Urls.First());
    }

    public async Task DisposeAsync()
    {
        caller.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await storage.DisposeAsync();
    }

    [Fact]
    public async Task A_timer_that_nobody_calls_is_overdue_and_a_call_by_hand_mends_it()
    {
        Assert.False((await RowAsync("WatchRuns")).GetProperty("overdue").GetBoolean());

        clock.Advance(TimeSpan.FromMinutes(14));
        JsonElement late = await RowAsync("WatchRuns");
        Assert.True(late.GetProperty("overdue").GetBoolean());
        Assert.Equal("2026-11-22T10:05:00+00:00", late.GetProperty("nextOccurrence").GetString());
        Assert.Equal("0 */5 * * * *", late.GetProperty("schedule").GetString());
        Assert.False(late.TryGetProperty("lastOccurrence", out _));

        using HttpResponseMessage called = await CallAsync("WatchRuns");
        Assert.Equal("""{"timer":"WatchRuns","outcome":"noted WatchRuns"}""", await called.Content.ReadAsStringAsync());

        JsonElement mended = await RowAsync("WatchRuns");
        Assert.False(mended.GetProperty("overdue").GetBoolean());
        Assert.Equal("2026-11-22T10:16:00+00:00", mended.GetProperty("lastOccurrence").GetString());
        Assert.Equal("2026-11-22T10:20:00+00:00", mended.GetProperty("nextOccurrence").GetString());
        Assert.Equal("noted WatchRuns", mended.GetProperty("outcome").GetString());
        Assert.Equal(new TimerCall("WatchRuns", HostPlayer.Utc("2026-11-22T10:16:00"), IsPastDue: false), Assert.Single(functions.Calls));
    }

    [Fact]
    public async Task A_timer_that_runs_is_not_run_a_second_time()
    {
        await storage.Account.Timers.StartAsync("SweepInbox", Start, Start, TimeSpan.FromMinutes(1));

        using HttpResponseMessage called = await CallAsync("SweepInbox");

        Assert.Equal(HttpStatusCode.Conflict, called.StatusCode);
        Assert.True((await RowAsync("SweepInbox")).GetProperty("running").GetBoolean());
        Assert.Empty(functions.Calls);
    }

    [Fact]
    public async Task A_call_that_fails_says_where_to_look_and_nothing_of_the_error()
    {
        using HttpResponseMessage called = await CallAsync("PullGovernance");

        Assert.Equal(HttpStatusCode.InternalServerError, called.StatusCode);
        string answer = await called.Content.ReadAsStringAsync();
        Assert.Contains(HostPlayer.InvocationId, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.Equal("InvalidOperationException", (await RowAsync("PullGovernance")).GetProperty("failure").GetString());
    }

    [Fact]
    public async Task There_is_no_timer_of_another_name()
    {
        using HttpResponseMessage called = await CallAsync("ReadSnapshot");

        Assert.Equal(HttpStatusCode.NotFound, called.StatusCode);
    }

    private static (string, string) Operator => (Api.SignIn.CallersTests.Header, Api.SignIn.CallersTests.Principal("roles", "Pipeline.Operator"));

    private Task<HttpResponseMessage> CallAsync(string timer) =>
        caller.SendAsync(HttpMethod.Post, $"/api/v1/timers/{timer}", body: null, Operator, ("X-Azure-Functions-InvocationId", HostPlayer.InvocationId));

    private async Task<JsonElement> RowAsync(string timer)
    {
        using HttpResponseMessage answer = await caller.GetAsync("/api/v1/timers", Operator);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("timers").EnumerateArray().Single(row => row.GetProperty("name").GetString() == timer);
    }
}
