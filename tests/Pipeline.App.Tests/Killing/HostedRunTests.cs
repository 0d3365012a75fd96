using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Pipeline.App.Functions;
using Pipeline.App.Tests.Triggers;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Killing;

/// <summary>The same program under the Functions host, which this test plays: the timer, then every message of every queue as the host would hand it on.</summary>
[Collection(DisturbedCollection.Name)]
public sealed class HostedRunTests(UndisturbedRun undisturbed)
{
    private static readonly (string Queue, string Function)[] Queues =
        [(QueueNames.ReadSnapshot, "ReadSnapshot"), (QueueNames.AssessMineral, "AssessMineral"), (QueueNames.RenderBriefing, "RenderBriefing"), (QueueNames.PublishVintage, "PublishVintage")];

    [Fact]
    public async Task A_quarter_refreshed_by_the_host_is_what_the_program_publishes_alone()
    {
        await using Bench bench = await Bench.StartAsync();
        int port = HostPlayer.FreePort();
        using Process program = Start(undisturbed.Program, port, bench.Connection);
        try
        {
            using HostPlayer host = new($"http://127.0.0.1:{port}");
            // The quarter's occurrence, handed on twice.
            string timer = HostPlayer.Timer("RefreshQuarter", UndisturbedRun.Occurrence.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture), late: true);
            await UntilTakenAsync(host, timer);
            using (HttpResponseMessage again = await host.InvokeAsync("RefreshQuarter", timer))
            {
                await HostPlayer.SuccessAsync(again);
            }

            RunRecord run = await Ledger.UntilEnteredAsync(bench.Account);
            int handed = 0;
            while ((await bench.Account.Runs.FindRunAsync(run.Id))!.State == RunState.Running)
            {
                foreach ((string queue, string function) in Queues)
                {
                    handed += await HandOnAsync(bench.Account.Queue(queue), function, host);
                }
            }

            Assert.Equal(UndisturbedRun.Messages, handed);
            Assert.Equal(undisturbed.Published, await PublishedBytes.OfOnlyVintageAsync(bench.Account));
            await KilledRunTests.AssertNothingLeftAsync(bench.Account);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }

    private static Process Start(string assembly, int port, string connection)
    {
        ProcessStartInfo start = new("dotnet", [assembly]) { WorkingDirectory = Path.GetDirectoryName(assembly)!, RedirectStandardOutput = true };
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["AzureWebJobsStorage"] = connection;
        Process program = Process.Start(start)!;
        program.OutputDataReceived += (_, _) => { };
        program.BeginOutputReadLine();
        return program;
    }

    /// <summary>The host tries until the program listens; a program that has not reached its storage yet answers that it is to be asked again.</summary>
    private static async Task UntilTakenAsync(HostPlayer host, string timer)
    {
        using PeriodicTimer tries = new(TimeSpan.FromMilliseconds(25));
        while (await tries.WaitForNextTickAsync())
        {
            try
            {
                using HttpResponseMessage answer = await host.InvokeAsync("RefreshQuarter", timer);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }
    }

    private static async Task<int> HandOnAsync(WorkQueue queue, string function, HostPlayer host)
    {
        IReadOnlyList<WorkItem<StepMessage>> items = await queue.ReceiveAsync<StepMessage>(8, TimeSpan.FromMinutes(5));
        await Parallel.ForEachAsync(items, async (item, cancellation) =>
        {
            string message = JsonSerializer.Serialize(item.Message, JsonSerializerOptions.Web);
            string id = HostPlayer.Text(HostPlayer.Text(item.MessageId));
            using HttpResponseMessage answer = await host.InvokeAsync(function, HostPlayer.Queue(function, message, $"\"{item.Deliveries}\"", id));
            await HostPlayer.SuccessAsync(answer);
            await queue.CompleteAsync(item, cancellation);
        });
        return items.Count;
    }
}
