using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.App.Api;
using Pipeline.App.Telemetry;
using Pipeline.Tests.Publishing;

namespace Pipeline.App.Tests.Api.SignIn;

/// <summary>What the dispatcher says and does not say about any route.</summary>
public sealed class DispatcherTests
{
    private static readonly ApiRoute Planted = new("v1/planted", Access.Anonymous, "planted", Bilingual.Same("Planted."), _ => Task.FromResult(Results.NoContent()));

    [Fact]
    public async Task A_route_that_will_go_says_since_when_until_when_and_what_comes_instead()
    {
        ApiRoute going = Planted with
        {
            Deprecation = new RouteDeprecation(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 31, 23, 59, 59, TimeSpan.Zero), "/api/v2/planted"),
        };
        await using StubbedApi api = await StubbedApi.StartAsync([going, Planted with { Pattern = "v1/staying" }], CallerSource.Unknown, directory: null);
        using HttpResponseMessage answer = await api.SendAsync("GET", "/api/v1/planted");
        using HttpResponseMessage other = await api.SendAsync("GET", "/api/v1/staying");

        // 1767225600 s after 1970 is the beginning of 2026; 31 January 2027 is a Sunday.
        Assert.Equal("@1767225600", answer.Headers.GetValues("Deprecation").Single());
        Assert.Equal("Sun, 31 Jan 2027 23:59:59 GMT", answer.Headers.GetValues("Sunset").Single());
        Assert.Equal("</api/docs>; rel=\"deprecation\"; type=\"text/html\", </api/v2/planted>; rel=\"successor-version\"", string.Join(", ", answer.Headers.GetValues("Link")));
        Assert.DoesNotContain(other.Headers, header => header.Key is "Deprecation" or "Sunset" or "Link");
    }

    [Theory]
    [InlineData(false, 401, 401)]
    [InlineData(true, 403, 429)]
    public async Task Whoever_is_known_is_counted_though_refused_and_a_stranger_is_told_to_sign_in_however_often(bool isSignedIn, int refusal, int third)
    {
        await using PlayedDirectory directory = await PlayedDirectory.StartAsync();
        CallerLimits limits = new(new LimitRule(2, 1_000_000), new HandClock(new DateTimeOffset(2026, 11, 22, 12, 0, 20, TimeSpan.Zero)));
        await using StubbedApi api = await StubbedApi.StartAsync([Planted with { Access = Access.Operator }], CallerSource.Unknown, directory, limits: limits);
        List<int> statuses = [];
        for (int time = 0; time < 3; time++)
        {
            using HttpResponseMessage answer = await api.SendAsync("GET", "/api/v1/planted", isSignedIn ? directory.Token(["Portal.Reader"]) : null);
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal([refusal, refusal, third], statuses);
    }

    [Fact]
    public async Task No_route_of_the_program_will_go() => Assert.All(await StubbedApi.RegistryAsync(), route => Assert.Null(route.Deprecation));

    [Fact]
    public async Task Nothing_that_a_caller_sends_is_written_to_the_log_and_no_line_of_it_is_split()
    {
        using WrittenLines lines = new();
        await using PlayedDirectory directory = await PlayedDirectory.StartAsync();
        ApiRoute read = Planted with { Pattern = "v1/read", Access = Access.Reader };
        ApiRoute failing = Planted with { Pattern = "v1/{name}/failing" };
        await using StubbedApi api = await StubbedApi.StartAsync([read, failing], CallerSource.Platform, directory, lines);
        (string, string)[] sent =
        [
            ("x-functions-key", "secret-key-1"), ("Cookie", "secret-cookie"), ("traceparent", "secret-trace"), ("X-MS-CLIENT-PRINCIPAL", "secret-principal"), ("User-Agent", "secret-agent"),
        ];
        string token = directory.Unsigned(["Portal.Reader"]);

        foreach (string path in (string[])["/api/v1/read?code=secret-code&x=%0d%0aforged%20line%1b%5b31m", "/api/v1/%0d%0aforged%20line/failing?code=secret-code", "/api/forged%0aline"])
        {
            using HttpResponseMessage answer = await api.SendAsync("GET", path, token, sent);
        }

        Assert.NotEmpty(lines.All);
        Assert.All(lines.All, line => Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal)));
        Assert.All(lines.All, line => Assert.All(
            (string[])["secret", "forged", token, token.Split('.')[1], "\u001b"], word => Assert.DoesNotContain(word, line, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Lines as the console would show them.</summary>
    private sealed class WrittenLines : ILoggerProvider
    {
        private readonly LineFormatter formatter = new(TimeProvider.System);
        private readonly List<string> lines = [];

        public IReadOnlyList<string> All
        {
            get
            {
                lock (lines)
                {
                    return [.. lines];
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Line(WrittenLines written, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning || (category.StartsWith("Pipeline", StringComparison.Ordinal) && logLevel >= LogLevel.Information);

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (!IsEnabled(logLevel))
                {
                    return;
                }

                using StringWriter text = new();
                written.formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), scopeProvider: null, text);
                lock (written.lines)
                {
                    written.lines.Add(text.ToString());
                }
            }
        }
    }
}
