using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Pipeline.Infrastructure.Tests.Hosting;

namespace Pipeline.Infrastructure.Tests;

/// <summary>What is published is what the Functions host starts; it is published, looked at and started here.</summary>
public sealed class PublishedAppTests(PublishedApp published) : IClassFixture<PublishedApp>
{
    private static readonly string[] Timers =
        ["PullCommodityPrices", "PullGovernance", "PullMineralSummaries", "PullTradeStatistics", "RefreshQuarter", "SweepInbox", "WatchRuns"];

    private static readonly string[] Queues = ["AssessMineral", "PublishVintage", "ReadSnapshot", "RenderBriefing"];

    [Fact]
    public async Task The_host_can_start_it()
    {
        var outcome = await Script.RunAsync("infra/package/package.sh", ["--check", published.Folder]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
    }

    [Fact]
    public void It_has_the_functions_of_the_app_and_no_other() => Assert.Equal(
        [.. ((string[])[.. Timers, .. Queues, "Web"]).Order(StringComparer.Ordinal)],
        Directory.EnumerateFiles(published.Folder, "function.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(published.Folder, Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_function_has_the_trigger_that_its_name_promises()
    {
        Assert.All(Timers, name => Assert.Equal(("timerTrigger", true), (TriggerOf(name).GetProperty("type").GetString(), Definition(name).TryGetProperty("retry", out _))));
        Assert.All(Queues, name =>
        {
            Assert.Equal("queueTrigger", TriggerOf(name).GetProperty("type").GetString());
            Assert.Equal(name, string.Concat(TriggerOf(name).GetProperty("queueName").GetString()!.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
            Assert.Equal("AzureWebJobsStorage", TriggerOf(name).GetProperty("connection").GetString());
            Assert.False(Definition(name).TryGetProperty("retry", out _));
        });
        Assert.Equal(("httpTrigger", "{*path}", "anonymous"), (TriggerOf("Web").GetProperty("type").GetString(), TriggerOf("Web").GetProperty("route").GetString(), TriggerOf("Web").GetProperty("authLevel").GetString()));
    }

    [Fact]
    public void Nothing_of_a_developers_machine_is_in_it() => Assert.DoesNotContain(
        Directory.EnumerateFiles(published.Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName),
        name => name!.EndsWith(".pdb", StringComparison.Ordinal) || name.Contains("settings", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Pipeline.Restricted", StringComparison.Ordinal));

    [Fact]
    public void Publishing_leaves_the_repository_as_it_was() => Assert.Equal("", published.Changed);

    [Fact]
    public async Task Started_as_the_host_starts_it_it_answers_the_host()
    {
        var port = FreePort();
        using var host = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(published.Folder, "host.json")));
        var name = host.RootElement.GetProperty("customHandler").GetProperty("description").GetProperty("defaultExecutablePath").GetString()!;
        var start = new ProcessStartInfo(Path.Combine(published.Folder, name)) { WorkingDirectory = published.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["ASPNETCORE_URLS"] = "http://+:80";
        start.Environment["ASPNETCORE_CONTENTROOT"] = "/azure-functions-host";
        // The machine that runs it has no .NET of its own, and nobody listens where its storage should be.
        start.Environment["DOTNET_ROOT"] = published.Folder;
        start.Environment["AzureWebJobsStorage"] =
            "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;QueueEndpoint=http://127.0.0.1:9/devstoreaccount1;TableEndpoint=http://127.0.0.1:9/devstoreaccount1";
        using var program = Process.Start(start)!;
        var errors = program.StandardError.ReadToEndAsync();
        try
        {
            var line = await program.StandardOutput.ReadLineAsync();
            Assert.True(line is not null, "the program has ended");
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            using var root = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/"));
            using var live = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/api/health/live"));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (root.StatusCode, live.StatusCode));
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
            await errors;
        }
    }

    private JsonElement Definition(string function) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(published.Folder, function, "function.json"))).RootElement;

    private JsonElement TriggerOf(string function) =>
        Definition(function).GetProperty("bindings").EnumerateArray().Single(binding => binding.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.Ordinal));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
