using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pipeline.Infrastructure.Tests.Hosting;

namespace Pipeline.Infrastructure.Tests;

/// <summary>The smoke script asks what a caller would ask first, and fails at the first wrong answer.</summary>
public sealed class SmokeTests
{
    private const string Smoke = "infra/smoke/smoke.sh";
    private const string Minerals = """{"meta":{"vintage":"2026Q4-1"},"minerals":[{"id":"cobalt"}]}""";
    private const string Briefings = """{"meta":{},"briefings":[{"id":"cobalt.ja","content":"/api/v1/briefings/cobalt.ja/content?vintage=2026Q4-c9803aac"},{"id":"cobalt.en","content":"/api/v1/briefings/cobalt.en/content?vintage=2026Q4-c9803aac"}]}""";

    [Fact]
    public async Task A_dry_run_prints_the_requests_and_sends_none()
    {
        // Nothing listens on port 1; a request would fail.
        var outcome = await Script.RunAsync(Smoke, ["http://localhost:1/", "--dry-run"]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Equal(
            [
                "GET http://localhost:1/api/health/live",
                "GET http://localhost:1/api/health/ready",
                "GET http://localhost:1/api/v1/minerals",
                "GET http://localhost:1/api/v1/briefings",
                "GET http://localhost:1{content of the first briefing listed}",
            ],
            outcome.Output.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task An_app_that_answers_right_passes()
    {
        var outcome = await AgainstAsync(new());
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Equal("ok   GET /api/v1/briefings/cobalt.ja/content?vintage=2026Q4-c9803aac", outcome.Output.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public async Task The_token_is_sent_and_never_shown()
    {
        var outcome = await AgainstAsync(new() { Token = "t0ken" }, ("SMOKE_TOKEN", "t0ken"));
        Assert.Equal(0, outcome.ExitCode);
        Assert.DoesNotContain("t0ken", outcome.Output + outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_that_is_turned_away_is_a_failure() =>
        await AssertFailsAsync(new() { Token = "another" }, "FAIL GET /api/v1/minerals: 401");

    [Fact]
    public async Task An_app_that_is_not_ready_is_a_failure() =>
        await AssertFailsAsync(new() { Ready = 503 }, "FAIL GET /api/health/ready: 503");

    [Fact]
    public async Task An_app_without_minerals_is_a_failure() =>
        await AssertFailsAsync(new() { Minerals = """{"meta":{},"minerals":[]}""" }, "FAIL the answer has no mineral");

    [Fact]
    public async Task An_app_without_briefings_is_a_failure() =>
        await AssertFailsAsync(new() { Briefings = """{"meta":{},"briefings":[]}""" }, "FAIL no briefing is listed");

    [Fact]
    public async Task A_briefing_that_is_no_PDF_is_a_failure() =>
        await AssertFailsAsync(new() { Briefing = "<html>" }, "FAIL the answer has no PDF");

    [Fact]
    public async Task An_app_that_is_not_there_is_a_failure()
    {
        var outcome = await Script.RunAsync(Smoke, ["http://localhost:1"], ("NO_PROXY", "localhost"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("FAIL GET /api/health/live: no answer", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--dry-run")]
    [InlineData("ftp://localhost")]
    [InlineData("http://localhost:1", "--dry")]
    public async Task A_wrong_call_asks_nobody(params string[] arguments)
    {
        var outcome = await Script.RunAsync(Smoke, arguments);
        Assert.Equal((2, "usage: smoke.sh BASE_URL [--dry-run]"), (outcome.ExitCode, outcome.Errors.TrimEnd()));
    }

    /// <summary>What the app of a test answers.</summary>
    private sealed record Answers
    {
        public int Ready { get; init; } = 200;
        public string Minerals { get; init; } = SmokeTests.Minerals;
        public string Briefings { get; init; } = SmokeTests.Briefings;
        public string Briefing { get; init; } = "%PDF-1.7";
        public string? Token { get; init; }
    }

    private static async Task AssertFailsAsync(Answers answers, string said)
    {
        var outcome = await AgainstAsync(answers);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
    }

    private static async Task<Script.Outcome> AgainstAsync(Answers answers, params (string Name, string Value)[] environment)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapGet("/api/health/live", () => Results.Text("live"));
        app.MapGet("/api/health/ready", () => Results.Text("ready", statusCode: answers.Ready));
        app.MapGet("/api/v1/minerals", (HttpRequest request) => Guarded(request, answers.Minerals, "application/json"));
        app.MapGet("/api/v1/briefings", (HttpRequest request) => Guarded(request, answers.Briefings, "application/json"));
        app.MapGet("/api/v1/briefings/cobalt.ja/content", (HttpRequest request) => Guarded(request, answers.Briefing, "application/pdf"));
        await app.StartAsync();
        return await Script.RunAsync(Smoke, [app.Urls.Single()], [("NO_PROXY", "127.0.0.1"), .. environment]);

        IResult Guarded(HttpRequest request, string body, string type) =>
            answers.Token is null || request.Headers.Authorization == $"Bearer {answers.Token}" ? Results.Text(body, type) : Results.StatusCode(401);
    }
}
