using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Pipeline.App.Commands;
using Pipeline.App.Functions;
using Pipeline.App.Refresh;
using Pipeline.App.Tests.Runs;
using Pipeline.App.Tests.Triggers;
using Pipeline.App.Triggers.Standalone;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Fuzzing;

/// <summary>
/// The orders that operators give, with bodies, keys and names that nobody means, on 22 November 2026. Runs are entered in the ledger for real; nobody
/// takes their messages, so none goes on. Timers only note that they were called.
/// </summary>
public sealed class OrderFuzzTests : EmptyRunStorage
{
    private const int Orders = 2_000;
    private const int RejectedRows = 60;
    private const int GivenUp = 10;

    private static readonly string[] OrderPaths = ["/api/v1/runs", "/api/v1/quarantine/{id}/release", "/api/v1/queues/{name}/redrive", "/api/v1/timers/{name}"];

    private static readonly string[] Strays =
    [
        "/api/v1/runs/", "/api/v1//runs", "/API/V1/RUNS", "/api/v1/runs/%2e%2e/runs", "/api/v1/runs/../timers/WatchRuns", "/api/v1/runs?&&&", "/api/v1/runs;x=1", "/api/v1/timers/WatchRuns%00", "/api/v1/timers/",
        "/api/v1/queues/%2e%2e/redrive", "/api/v1/queues/assess-mineral/redrive/..", "/api/v1/quarantine//release", "/api/v1/quarantine/..%5c..%5cx/release", "/WatchRuns", "/admin/functions/WatchRuns",
    ];

    [Fact]
    public async Task Whatever_is_ordered_is_done_or_refused_by_a_problem_and_no_run_is_entered_that_was_not_accepted()
    {
        await SetAsideAsync();
        await GiveUpAsync();
        ServeOptions options = new(Port: 0, new QueueOptions(1, TimeSpan.FromSeconds(30))) { Routes = ServeCommand.RoutesOf(Bench.Engine, Clock) };
        await using WebApplication app = ServeCommand.Build(
            Account, new RecordingFunctions().Table() with { Queues = new Dictionary<string, QueueWork>() }, options, TimeProvider.System);
        await app.StartAsync();
        string site = app.Urls.First();
        using HostileCallers callers = new();
        ConcurrentBag<string> accepted = [];

        await callers.AskAsync(new HostileRequests(await OrdersAsync(callers.Client, site), Strays, seed: 20261122), site, Orders, async answer =>
        {
            if (answer.StatusCode == HttpStatusCode.Accepted)
            {
                JsonElement runs = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("runs");
                Assert.Equal($"/api/v1/runs/{runs[0].GetProperty("id").GetString()}", answer.Headers.Location!.OriginalString);
                foreach (JsonElement run in runs.EnumerateArray())
                {
                    accepted.Add(run.GetProperty("id").GetString()!);
                }
            }
        });

        Assert.Empty(callers.Faults);
        Assert.Equal(Orders, callers.Answered);
        // Some are done, most are refused, each for its reason.
        callers.AssertMet(5, 200, 202, 400, 403, 404, 405, 409, 413, 415);
        List<RunRecord> entered = await Account.Runs.RunsAsync().ToListAsync();
        Assert.Equal(accepted.Distinct().Order(StringComparer.Ordinal), entered.Select(run => run.Id).Order(StringComparer.Ordinal));
        Assert.All(entered, run => Assert.Contains(run.State, new[] { RunState.Running, RunState.Waiting }));
        JsonElement released = JsonDocument.Parse(await callers.Client.GetStringAsync(site + "/api/v1/quarantine?state=released&limit=1000")).RootElement.GetProperty("rows");
        Assert.InRange(released.GetArrayLength(), 20, RejectedRows);
        Assert.All(released.EnumerateArray(), row => Assert.DoesNotContain(row.GetProperty("release").GetProperty("reason").GetString()!, letter => char.IsControl(letter) || letter is '\u2028' or '\u2029'));
        await app.StopAsync();
    }

    /// <summary>The orders of the contract, with names of rows that are there and bodies that say something in every member.</summary>
    private static async Task<IReadOnlyList<ContractOperation>> OrdersAsync(HttpClient client, string site)
    {
        JsonElement contract = JsonDocument.Parse(await client.GetStringAsync(site + "/api/v1/openapi.json")).RootElement;
        JsonElement rows = JsonDocument.Parse(await client.GetStringAsync(site + "/api/v1/quarantine?limit=1000")).RootElement.GetProperty("rows");
        string[] ids = [.. rows.EnumerateArray().Select(row => row.GetProperty("id").GetString()!)];
        ContractOperation[] orders = [.. ContractOperation.Of(contract).Where(operation => operation.Method == "POST" && OrderPaths.Contains(operation.Path))];

        Assert.Equal(RejectedRows, ids.Length);
        Assert.Equal(OrderPaths.Order(StringComparer.Ordinal), orders.Select(order => order.Path).Order(StringComparer.Ordinal));
        return
        [
            .. orders.Select(order => order with
            {
                Parameters = [.. order.Parameters.Select(parameter => parameter.Name == "id" ? parameter with { Good = ids } : parameter)],
                Bodies = order.Path == OrderPaths[0] ? Runs() : order.Path == OrderPaths[1] ? Releases() : order.Bodies,
            }),
        ];
    }

    /// <summary>Half of them are as they should be.</summary>
    private static JsonElement[] Runs()
    {
        object[] faulty = [.. HostileText.Values.SelectMany(text => new object[]
        {
            new { mode = text }, new { mode = "run", quarter = text }, new { mode = "run", minerals = new[] { text } }, new { mode = "backfill", from = text, to = "2026Q3" },
        })];
        object[] right =
        [
            new { mode = "run" }, new { mode = "run", quarter = "2025Q3" }, new { mode = "dry-run", quarter = "2026Q4", minerals = new[] { "cobalt", "nickel" } },
            new { mode = "backfill", from = "2024Q1", to = "2024Q3" },
        ];
        return [.. faulty.Concat(faulty.Select((_, place) => right[place % right.Length])).Select(body => JsonSerializer.SerializeToElement(body))];
    }

    private static JsonElement[] Releases() => [.. HostileText.Values.Select(text => JsonSerializer.SerializeToElement(new { reason = text }))];

    private async Task SetAsideAsync()
    {
        const string file = "survey.csv";
        Snapshot snapshot = await Bench.StoreAsync("domestic-survey", file, Encoding.UTF8.GetBytes(file));
        QuarantinedRow[] rows = [.. Enumerable.Range(1, RejectedRows).Select(line => new QuarantinedRow("number", new SourceCell(snapshot.Hash, file, null, line, "value"), "a number", "n/a", "2024,cobalt,n/a"))];
        await Account.Quarantine.PutAsync(snapshot.Hash, ReadStage.StoredVersion(RunPlan.Reader("domestic-survey").Version), VintageFiles.Write(rows), VintageFiles.Json);
    }

    private async Task GiveUpAsync()
    {
        foreach (string queue in QueueNames.All)
        {
            for (int message = 0; message < GivenUp; message++)
            {
                await Account.Queue(queue).AddPoisonAsync(new StepMessage("20260101T000000000Z-2026Q1", $"subject {message}", string.Empty), "storage was full", 5);
            }
        }
    }
}
