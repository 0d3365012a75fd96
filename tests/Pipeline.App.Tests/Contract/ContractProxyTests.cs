using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pipeline.App.Api;
using Pipeline.App.Tests.Contract.Generation;
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
        IReadOnlyList<string> found = await ViolationsAsync(address, status, body);

        if (violation is null)
        {
            Assert.Empty(found);
        }
        else
        {
            Assert.Contains(found, one => one.Contains(violation, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("unit", "t", null)]
    [InlineData("unit", 5, "inputs.0.inputs.0.inputs.0.unit must be string")]
    [InlineData("unit", null, "inputs.0.inputs.0.inputs.0 must have required property 'unit'")]
    [InlineData("more", 1, "inputs.0.inputs.0.inputs.0 must NOT have additional properties; found 'more'")]
    public async Task It_follows_a_tree_of_evidence_down_to_its_leaves(string member, object? value, string? violation)
    {
        ApiRoute route = RegisteredRoutes.All.Single(one => one.Success.Type == typeof(AssessmentPage));
        JsonNode answer = AnswerExamples.In(JsonNode.Parse(await File.ReadAllTextAsync(ContractDocument.CommittedPath))!.AsObject()).Find(route, MediaForm.Json)!;
        JsonNode leaf = answer["assessment"]!["results"]![0]!["contributions"]![0]!["evidence"]!;
        for (int level = 0; level < 3; level++)
        {
            JsonNode next = leaf.DeepClone();
            leaf["inputs"] = new JsonArray(next);
            leaf = next;
        }

        leaf.AsObject().Remove(member);
        if (value is not null)
        {
            leaf[member] = JsonValue.Create(value);
        }

        IReadOnlyList<string> found = await ViolationsAsync("/api/v1/assessments/cobalt", 200, answer.ToJsonString());

        Assert.Equal(violation is null ? 0 : 1, found.Count);
        Assert.All(found, one => Assert.Contains(violation!, one, StringComparison.Ordinal));
    }

    /// <summary>A schema that it cannot make sense of allows everything, and it says nothing of it.</summary>
    [Fact]
    public async Task It_makes_sense_of_the_schema_of_every_answer()
    {
        foreach (ApiRoute route in RegisteredRoutes.All.Where(route => route.Method == HttpMethods.Get && route.Success.Type is not null))
        {
            IReadOnlyList<string> found = await ViolationsAsync(AnswerExamples.Target(route, new Dictionary<string, string>()), route.Success.Status, "[]");
            Assert.True(found.Any(one => one.Contains("body must be object", StringComparison.Ordinal)), $"{route.Name}: {string.Join('\n', found)}");
        }
    }

    private static async Task<IReadOnlyList<string>> ViolationsAsync(string address, int status, string body)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "http://127.0.0.1" + address);
        using HttpResponseMessage answer = new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, status == 400 ? "application/problem+json" : "application/json") };
        return await (await ContractProxy.StartedAsync()).ViolationsAsync(await Exchange.OfAsync(request, [], answer));
    }
}
