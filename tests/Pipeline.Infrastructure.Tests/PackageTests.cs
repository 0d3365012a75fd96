using System.IO.Compression;
using Pipeline.Infrastructure.Tests.Hosting;

namespace Pipeline.Infrastructure.Tests;

/// <summary>The package script takes only what the Functions host starts, and loses no permission on the way.</summary>
public sealed class PackageTests
{
    private const string Package = "infra/package/package.sh";

    [Fact]
    public async Task A_published_folder_that_the_host_starts_is_accepted()
    {
        using var published = new PublishedFolder();
        var outcome = await Script.RunAsync(Package, ["--check", published.Folder]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
    }

    [Theory]
    [InlineData("host.json", "\"2.0\"", "2.0", "version must be the text")]
    [InlineData("host.json", "enableProxyingHttpRequest", "enableProxyingHttpRequests", "enableProxyingHttpRequest must be true")]
    [InlineData("host.json", "\"routePrefix\": \"api\"", "\"routePrefix\": \"\"", "routePrefix must not be empty")]
    [InlineData("host.json", "[4.*, 5.0.0)", "4.0.0", "extensionBundle.version must be a range")]
    [InlineData("host.json", "\"base64\"", "\"none\"", "messageEncoding must be \"base64\"")]
    [InlineData("host.json", "\"Pipeline.App\"", "\"Pipeline\"", "Pipeline: host.json names this executable, and it is not there")]
    [InlineData("host.json", "\"extensions\": {", "\"extensions\" {", "host.json: ")]
    [InlineData("Web/function.json", "{*path}", "administration", "routes that start with admin or runtime")]
    [InlineData("Web/function.json", "\"name\": \"res\"", "\"name\": \"REQ\"", "two bindings have the same name")]
    [InlineData("Web/function.json", "\"name\": \"res\"", "\"name\": \"the-answer\"", "'the-answer' is no name of a binding")]
    [InlineData("RefreshQuarter/function.json", "0 0 18 1 1,4,7,10 *", "0 18 1 1,4,7,10 *", "is no schedule of six fields")]
    [InlineData("AssessMineral/function.json", "\"connection\": \"AzureWebJobsStorage\"", "\"connection\": \"\"", "the queue or its connection is not named")]
    [InlineData("AssessMineral/function.json", "\"queueTrigger\"", "\"queue\"", "AssessMineral: 0 triggers, not one")]
    [InlineData("host.json", "\"00:30:00\"", "\"-1\"", "functionTimeout must be a time")]
    [InlineData("host.json", "\"maxDequeueCount\": 5, ", "", "maxDequeueCount must say")]
    [InlineData("host.json", "\"enableProxyingHttpRequest\": true", "\"enableProxyingHttpRequest\": true, \"port\": 7071", "port must not be fixed")]
    [InlineData("host.json", "\"extensions\": {", "\"retry\": {}, \"extensions\": {", "retry applies no more here")]
    [InlineData("AssessMineral/function.json", "\"AzureWebJobsStorage\" }] }", "\"AzureWebJobsStorage\" }], \"retry\": { \"strategy\": \"fixedDelay\", \"maxRetryCount\": 3, \"delayInterval\": \"00:01:00\" } }", "AssessMineral: retry works for timers only")]
    [InlineData("RefreshQuarter/function.json", "\"maxRetryCount\": 3", "\"maxRetryCount\": \"3\"", "RefreshQuarter: retry needs")]
    [InlineData("RefreshQuarter/function.json", "\"schedule\"", "\"useMonitor\": false, \"schedule\"", "RefreshQuarter: without its monitor")]
    [InlineData("AssessMineral/function.json", "\"assess-mineral\"", "\"Assess_Mineral\"", "'Assess_Mineral' is no name of a queue")]
    [InlineData("Web/function.json", "{ \"name\": \"res\", \"type\": \"http\", \"direction\": \"out\" }", "{ \"name\": \"res\", \"type\": \"queue\", \"direction\": \"out\" }", "Web: requests are passed on only")]
    public async Task A_file_that_the_host_would_misread_is_refused(string file, string text, string fault, string said)
    {
        using var published = new PublishedFolder();
        published.Replace(file, text, fault);
        await AssertRefusedAsync(published, said);
    }

    [Fact]
    public async Task Settings_of_a_developer_are_refused_wherever_they_lie()
    {
        using var published = new PublishedFolder();
        published.Write("starter-feeds/local.settings.json", "{}");
        await AssertRefusedAsync(published, "local.settings.json: a developer's settings");
    }

    [Fact]
    public async Task An_executable_without_its_execute_bit_is_refused()
    {
        using var published = new PublishedFolder();
        published.ForbidExecution("Pipeline.App");
        await AssertRefusedAsync(published, "Pipeline.App: the execute bit is not set");
    }

    [Fact]
    public async Task An_executable_for_another_machine_is_refused()
    {
        using var published = new PublishedFolder();
        published.WriteExecutable("Pipeline.App", PublishedFolder.ElfHeader(machine: 0xb7));
        await AssertRefusedAsync(published, "not an executable for linux-x64");
    }

    [Fact]
    public async Task A_package_without_its_runtime_is_refused()
    {
        using var published = new PublishedFolder();
        File.Delete(Path.Combine(published.Folder, "libcoreclr.so"));
        await AssertRefusedAsync(published, "libcoreclr.so is not there");
    }

    [Fact]
    public async Task A_second_file_beside_a_function_is_refused()
    {
        using var published = new PublishedFolder();
        published.Write("Web/index.html", "");
        await AssertRefusedAsync(published, "Web: index.html beside function.json");
    }

    [Fact]
    public async Task A_function_that_takes_every_route_leaves_none_to_those_after_it()
    {
        using var published = new PublishedFolder();
        var web = File.ReadAllText(Path.Combine(published.Folder, "Web", "function.json"));
        published.Write("Archive/function.json", web.Replace("{*path}", "archive", StringComparison.Ordinal));
        Assert.Equal(0, (await Script.RunAsync(Package, ["--check", published.Folder])).ExitCode);
        published.Write("Zones/function.json", web.Replace("{*path}", "zones", StringComparison.Ordinal));
        await AssertRefusedAsync(published, "Web: takes every route, so that Zones is never reached");
    }

    [Fact]
    public async Task A_definition_where_the_host_does_not_look_is_refused()
    {
        using var published = new PublishedFolder();
        published.Write("functions/WatchRuns/function.json", "{}");
        await AssertRefusedAsync(published, "functions/WatchRuns/function.json: the host looks for function.json one folder deep");
    }

    [Fact]
    public async Task A_folder_without_functions_is_refused()
    {
        using var published = new PublishedFolder();
        foreach (var function in (string[])["AssessMineral", "RefreshQuarter", "Web"]) Directory.Delete(Path.Combine(published.Folder, function), recursive: true);
        await AssertRefusedAsync(published, "no folder has a function.json");
    }

    [Fact]
    public async Task The_zip_keeps_names_contents_and_permissions()
    {
        using var published = new PublishedFolder();
        published.Write("starter-feeds/鉱種.csv", string.Concat(Enumerable.Repeat("コバルト,cobalt\n", 5000)));
        using var archive = new ZipArchive(new MemoryStream(await ZippedAsync(published)));

        Assert.Equal(
            Directory.EnumerateFiles(published.Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(published.Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
            archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.All(archive.Entries, entry =>
        {
            using var content = new MemoryStream();
            using (var packed = entry.Open()) packed.CopyTo(content);
            Assert.Equal(File.ReadAllBytes(Path.Combine(published.Folder, entry.FullName)), content.ToArray());
            // The mode as stat gives it, in octal: a regular file, executable or not.
            Assert.Equal(entry.FullName == "Pipeline.App" ? "100755" : "100644", Convert.ToString((int)((uint)entry.ExternalAttributes >> 16), 8));
        });
    }

    [Fact]
    public async Task The_same_folder_gives_the_same_bytes()
    {
        using var published = new PublishedFolder();
        var first = await ZippedAsync(published);
        File.SetLastWriteTimeUtc(Path.Combine(published.Folder, "host.json"), new DateTime(2020, 2, 29, 12, 0, 0, DateTimeKind.Utc));
        Assert.Equal(first, await ZippedAsync(published));
    }

    [Fact]
    public async Task A_folder_that_fails_the_check_is_not_zipped()
    {
        using var published = new PublishedFolder();
        published.Write("local.settings.json", "{}");
        var target = Path.Combine(published.Folder, "..", Path.GetFileName(published.Folder) + ".zip");
        Assert.Equal(1, (await Script.RunAsync(Package, ["--zip", published.Folder, target])).ExitCode);
        Assert.False(File.Exists(target));
    }

    [Theory]
    [InlineData("--nothing")]
    [InlineData("--check")]
    public async Task A_wrong_call_is_told_from_a_wrong_folder(string argument)
    {
        var outcome = await Script.RunAsync(Package, [argument]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("package.sh --check FOLDER", outcome.Errors, StringComparison.Ordinal);
    }

    private static async Task<byte[]> ZippedAsync(PublishedFolder published)
    {
        var target = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var outcome = await Script.RunAsync(Package, ["--zip", published.Folder, target]);
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
            return await File.ReadAllBytesAsync(target);
        }
        finally
        {
            File.Delete(target);
        }
    }

    private static async Task AssertRefusedAsync(PublishedFolder published, string said)
    {
        var outcome = await Script.RunAsync(Package, ["--check", published.Folder]);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
    }
}
