using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.App.Tests.Running;
using Pipeline.App.Tests.Runs;
using Pipeline.App.Vintages;

namespace Pipeline.App.Tests.Fuzzing;

/// <summary>
/// Every parameter, header and body of the contract with text that nobody means. Only what every answer must be is looked at here; its requests are too
/// many to show each to the proxy that holds the exchanges of the other tests against the contract.
/// </summary>
[Collection(RevisedCollection.Name)]
public sealed class ContractFuzzTests(RevisedStorage revised)
{
    private const int Requests = 20_000;
    private const int WarmUp = 4_000;

    private static readonly string[] Strays =
    [
        "/", "/api", "/api/", "/api/v1", "/api/v2/minerals", "/api/v1/minerals/../runs", "/api/v1/minerals/%2e%2e/runs", "/api/v1//minerals", "/api/v1/minerals/", "/API/V1/MINERALS", "/api/v1/minerals/cobalt%00",
        "/api/v1/minerals/%ED%A0%80", "/api/v1/minerals/%", "/api/v1/minerals;x=1", "/api/v1/minerals?", "/api/v1/minerals?&&&", "/api/v1/minerals?=", "/api/v1/minerals?%00=1", "/api/portal/../v1/runs", "/api/v1/briefings/cobalt.ja/content/../../..",
        "/WatchRuns", "/admin/host/status", "/.git/config", "/api/v1/briefings/..%5c..%5cx/content",
    ];

    /// <summary>Bytes by which the memory may grow beside the answers that are kept: buffers of connections and code that is compiled late.</summary>
    private const long Growth = 48L * 1024 * 1024;

    private const int MoreRounds = 20;
    private const int MoreRequests = 1_000;

    [Fact]
    public async Task Whatever_is_asked_is_answered_by_data_or_a_problem_that_repeats_nothing_and_leaves_no_memory_behind()
    {
        await using WebApplication app = ServedApi.Build(revised.Account);
        CurrentVintage current = app.Services.GetRequiredService<CurrentVintage>();
        await current.FollowAsync(default);
        await app.StartAsync();
        using HostileCallers callers = new();
        string site = app.Urls.First();
        HostileRequests questions = new(await OperationsAsync(callers.Client, site), Strays, seed: 20260401);

        await callers.AskAsync(questions, site, WarmUp);
        long before = GC.GetTotalMemory(forceFullCollection: true) - current.View!.Kept.Weight;
        await callers.AskAsync(questions, site, Requests - WarmUp);
        long growth = GC.GetTotalMemory(forceFullCollection: true) - current.View.Kept.Weight - before;
        int asked = Requests;
        // Other tests of the process hold memory for some seconds; what this program were to leak it would hold for good.
        while (growth >= Growth && asked < Requests + (MoreRounds * MoreRequests))
        {
            await callers.AskAsync(questions, site, MoreRequests);
            asked += MoreRequests;
            growth = GC.GetTotalMemory(forceFullCollection: true) - current.View.Kept.Weight - before;
        }

        Assert.Empty(callers.Faults);
        Assert.Equal(asked, callers.Answered);
        // The questions are of every kind: some are answered, most are refused, each for its reason.
        callers.AssertMet(20, 200, 304, 400, 404, 405);
        Assert.True(growth < Growth, $"{growth / 1024 / 1024} MiB more");
        Assert.Equal("ready", await callers.Client.GetStringAsync(site + "/api/health/ready"));
        await app.StopAsync();
    }

    /// <summary>The operations of the contract; where the vintage of the examples is taken, that before it is too.</summary>
    private static async Task<IReadOnlyList<ContractOperation>> OperationsAsync(HttpClient client, string site) =>
    [
        .. ContractOperation.Of(JsonDocument.Parse(await client.GetStringAsync(site + "/api/v1/openapi.json")).RootElement).Select(operation => operation with
        {
            Parameters = [.. operation.Parameters.Select(parameter => parameter.Good.Contains("2026Q4") ? parameter with { Good = [.. parameter.Good, "2026Q3"] } : parameter)],
        }),
    ];
}
