using System.Net;
using System.Net.Sockets;
using System.Text;
using Pipeline.App.Api;
using Pipeline.App.Tests.Running;
using Pipeline.Tests.Publishing;

namespace Pipeline.App.Tests.Api.Limits;

/// <summary>What everybody meets before anything is read from storage: limits of callers and connections, and consent to pages of portals.</summary>
public sealed class OpenDoorTests
{
    private const string Portal = "https://portal.example.go.jp";
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 20, TimeSpan.Zero);

    [Fact]
    public async Task The_third_of_two_requests_a_minute_is_refused_until_the_minute_is_over_and_health_is_not_counted()
    {
        HandClock clock = new(Noon);
        await using ServedApi api = await ServedApi.StartWithoutStorageAsync(options => options with { Limit = new LimitRule(2, 1_000_000) }, clock);

        using HttpResponseMessage first = await api.Client.GetAsync("/api/v1/minerals");
        using HttpResponseMessage second = await api.Client.GetAsync("/api/v1/minerals");
        using HttpResponseMessage third = await api.Client.GetAsync("/api/v1/minerals");
        using HttpResponseMessage health = await api.Client.GetAsync("/api/health/live");
        clock.Move(TimeSpan.FromSeconds(40));
        using HttpResponseMessage next = await api.Client.GetAsync("/api/v1/minerals");

        Assert.Equal((503, 503, 429, 200, 503), ((int)first.StatusCode, (int)second.StatusCode, (int)third.StatusCode, (int)health.StatusCode, (int)next.StatusCode));
        Assert.Equal("\"requests\";q=2;w=60, \"bytes\";q=1000000;w=60;qu=\"content-bytes\"", Header(first, "RateLimit-Policy"));
        Assert.Equal("\"requests\";r=1;t=40, \"bytes\";r=1000000;t=40", Header(first, "RateLimit"));
        Assert.Equal((TimeSpan.FromSeconds(40), "application/problem+json"), (third.Headers.RetryAfter!.Delta, third.Content.Headers.ContentType!.MediaType));
        Assert.Contains("A caller may send 2 requests a minute.", await third.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(health.Headers.Contains("RateLimit"));
    }

    [Fact]
    public async Task The_answer_that_goes_over_the_bytes_of_a_minute_is_sent_and_the_next_is_not()
    {
        await using ServedApi api = await ServedApi.StartWithoutStorageAsync(options => options with { Limit = new LimitRule(100, 100) }, new HandClock(Noon));

        using HttpResponseMessage head = await api.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/v1/minerals"));
        using HttpResponseMessage over = await api.Client.GetAsync("/api/v1/minerals");
        using HttpResponseMessage after = await api.Client.GetAsync("/api/v1/minerals");

        Assert.True(over.Content.Headers.ContentLength > 100);
        Assert.Equal((503, 503, 429), ((int)head.StatusCode, (int)over.StatusCode, (int)after.StatusCode));
        Assert.Contains("A caller is sent 100 bytes a minute.", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Callers_do_not_use_up_what_others_may()
    {
        CallerLimits limits = new(new LimitRule(1, 10), new HandClock(Noon));
        Microsoft.AspNetCore.Http.HeaderDictionary headers = [];

        Assert.Null(limits.Take(new Caller("a", CallerRoles.Reader), headers));
        Assert.NotNull(limits.Take(new Caller("a", CallerRoles.Reader), headers));
        Assert.Null(limits.Take(new Caller("b", CallerRoles.Reader), headers));
    }

    [Theory]
    [InlineData(null, null, false, null)]
    [InlineData(null, null, true, 1200)]
    [InlineData(50, null, false, 50)]
    public void Callers_are_limited_where_they_sign_in_or_the_settings_say_so(int? requests, int? megabytes, bool isSignedIn, int? expected) =>
        Assert.Equal(expected, LimitRule.Of(requests, megabytes, isSignedIn)?.Requests);

    [Fact]
    public async Task A_page_of_a_portal_may_ask_and_read_and_a_page_of_another_site_gets_no_consent()
    {
        await using ServedApi api = await ServedApi.StartWithoutStorageAsync(options => options with { PortalOrigins = [Portal] });

        using HttpResponseMessage preflight = await PreflightAsync(api, Portal);
        using HttpResponseMessage foreign = await PreflightAsync(api, "https://portal.example.go.jp.elsewhere.example");
        using HttpResponseMessage read = await GetAsync(api, Portal);
        using HttpResponseMessage stolen = await GetAsync(api, "https://elsewhere.example");

        Assert.Equal((204, Portal), ((int)preflight.StatusCode, Header(preflight, "Access-Control-Allow-Origin")));
        Assert.Contains("Authorization", Header(preflight, "Access-Control-Allow-Headers"), StringComparison.Ordinal);
        // A preference that nothing reads is not let in.
        Assert.All(["If-Match", "If-None-Match", "Prefer", "traceparent"], name => Assert.Contains(name, Header(preflight, "Access-Control-Allow-Headers"), StringComparison.Ordinal));
        Assert.Equal(Portal, Header(read, "Access-Control-Allow-Origin"));
        string exposed = Header(read, "Access-Control-Expose-Headers");
        Assert.All(["ETag", "Link", "Repr-Digest", "RateLimit", "RateLimit-Policy", "Retry-After"], name => Assert.Contains(name, exposed, StringComparison.Ordinal));
        Assert.All([preflight, read], answer => Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials")));
        Assert.All([foreign, stolen], answer => Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_portal_nobody_gets_consent()
    {
        await using ServedApi api = await ServedApi.StartWithoutStorageAsync();
        using HttpResponseMessage preflight = await PreflightAsync(api, Portal);

        Assert.Equal(403, (int)preflight.StatusCode);
        Assert.DoesNotContain(preflight.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_have_is_refused_with_those_it_has()
    {
        await using ServedApi api = await ServedApi.StartWithoutStorageAsync();
        using HttpResponseMessage options = await api.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/api/v1/minerals"));
        using HttpResponseMessage patch = await api.Client.SendAsync(new HttpRequestMessage(HttpMethod.Patch, "/api/v1/minerals"));

        Assert.Equal((204, "GET, HEAD, OPTIONS"), ((int)options.StatusCode, string.Join(", ", options.Content.Headers.Allow)));
        Assert.Equal((405, "GET, HEAD, OPTIONS"), ((int)patch.StatusCode, string.Join(", ", patch.Content.Headers.Allow)));
        Assert.Contains("/api/v1/problems/method-not-allowed", await patch.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /api/v1/minerals HTTP/1.1\r\nHost: 127.0.0.1\r\n")]
    [InlineData("POST /api/v1/scenarios HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")]
    public async Task A_client_that_stops_half_way_is_answered_or_cut_off_and_others_are_served(string begun)
    {
        ServerLimits quick = new() { HeadersWithin = TimeSpan.FromSeconds(1), SlowFor = TimeSpan.FromSeconds(1.5) };
        await using ServedApi api = await ServedApi.StartWithoutStorageAsync(options => options with { Server = quick });

        string ended = await TalkAsync(api, Encoding.ASCII.GetBytes(begun));

        Assert.True(ended.Length == 0 || ended.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal), ended);
        Assert.True(ended.Length == 0 || !ended.Contains("problem+json", StringComparison.Ordinal) || ended.Contains("X-Content-Type-Options: nosniff", StringComparison.Ordinal), ended);
        Assert.Equal("live", await api.Client.GetStringAsync("/api/health/live"));
    }

    public static TheoryData<string, string> TooMuch => new()
    {
        { "a long address", $"GET /api/v1/minerals?{new string('a', 9000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" },
        { "a long header", $"GET /api/v1/minerals HTTP/1.1\r\nHost: 127.0.0.1\r\nX: {new string('a', 50_000)}\r\n\r\n" },
        { "many headers", $"GET /api/v1/minerals HTTP/1.1\r\nHost: 127.0.0.1\r\n{string.Concat(Enumerable.Range(0, 101).Select(number => $"X{number}: a\r\n"))}\r\n" },
        { "a long body", "POST /api/v1/scenarios HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{" },
        { "no HTTP", "\u0016\u0003\u0001\u0002\u0000\r\n\r\n" },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public async Task Too_much_is_refused_and_others_are_served(string what, string sent)
    {
        await using ServedApi api = await ServedApi.StartWithoutStorageAsync();

        string answer = await TalkAsync(api, Encoding.Latin1.GetBytes(sent));

        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), $"{what}: {answer}");
        Assert.Equal("live", await api.Client.GetStringAsync("/api/health/live"));
    }

    /// <summary>Sends bytes and reads until the server ends the talk.</summary>
    private static async Task<string> TalkAsync(ServedApi api, byte[] bytes)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(api.Urls.First()).Port);
        NetworkStream stream = client.GetStream();
        using MemoryStream answer = new();
        try
        {
            await stream.WriteAsync(bytes);
            await stream.CopyToAsync(answer);
        }
        catch (IOException)
        {
            // Cut off by the server while there was more to send: what came before that counts.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    private static async Task<HttpResponseMessage> PreflightAsync(ServedApi api, string origin)
    {
        using HttpRequestMessage request = new(HttpMethod.Options, "/api/v1/minerals");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "authorization");
        return await api.Client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> GetAsync(ServedApi api, string origin)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/minerals");
        request.Headers.Add("Origin", origin);
        return await api.Client.SendAsync(request);
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));
}
