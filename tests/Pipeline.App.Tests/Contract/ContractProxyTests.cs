using System.Net;
using System.Text;
using Pipeline.App.Tests.Contract.Validation;

namespace Pipeline.App.Tests.Contract;

/// <summary>The proxy that the requests of the tests are shown to finds what it is for.</summary>
public sealed class ContractProxyTests
{
    private const string Timers = """{"timers":[{"name":"WatchRuns","schedule":"0 */5 * * * *","attempt":0,"running":false,"overdue":false}]}""";

    [Theory]
    [InlineData("/api/v1/timers", 200, Timers, null)]
    [InlineData("/api/v1/timers", 200, """{"timers":[{"name":"WatchRuns","schedule":"0 */5 * * * *","attempt":"0","running":false,"overdue":false}]}""", "attempt must be integer")]
    [InlineData("/api/v1/timers", 200, """{"timers":[{"name":"WatchRuns","attempt":0,"running":false,"overdue":false}]}""", "required property 'schedule'")]
    [InlineData("/api/v1/timers", 200, """{"timers":[],"more":1}""", "must NOT have additional properties; found 'more'")]
    [InlineData("/api/v1/timers", 418, Timers, "status code")]
    [InlineData("/api/v1/parameters?asOf=tomorrow", 200, "{}", "\"query\",\"asof\"")]
    [InlineData("/api/v1/parameters?asOf=tomorrow", 400, """{"type":"/api/v1/problems/bad-parameter","title":"t","status":400,"detail":"d","traceId":"x"}""", null)]
    [InlineData("/api/v1/nothing", 200, "{}", "route not found")]
    [InlineData("/api/v1/nothing", 404, "{}", null)]
    public async Task It_tells_what_is_not_within_the_contract(string address, int status, string body, string? violation)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "http://127.0.0.1" + address);
        using HttpResponseMessage answer = new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, status == 400 ? "application/problem+json" : "application/json") };
        IReadOnlyList<string> found = await (await ContractProxy.StartedAsync()).ViolationsAsync(await Exchange.OfAsync(request, [], answer));

        if (violation is null)
        {
            Assert.Empty(found);
        }
        else
        {
            Assert.Contains(found, one => one.Contains(violation, StringComparison.Ordinal));
        }
    }
}
