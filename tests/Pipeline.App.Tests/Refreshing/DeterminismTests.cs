using Pipeline.App.Tests.Running;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Refreshing;

[Collection(RefreshedCollection.Name)]
public sealed class DeterminismTests(RefreshedStorage refreshed)
{
    [Fact]
    public async Task Another_process_in_another_time_zone_and_culture_with_other_storage_gives_the_same_bytes()
    {
        using TemporaryFolder folder = new();
        await using StorageEmulator emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(folder.File("azurite")));
        Dictionary<string, string> environment = new(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = emulator.ConnectionString,
            ["TZ"] = "Pacific/Chatham",
            ["LC_ALL"] = "de_DE.UTF-8",
            ["LANG"] = "de_DE.UTF-8",
            ["Pipeline__MaximumParallelSteps"] = "1",
        };

        ProcessOutcome other = RunningProcess.Run(
            "dotnet", folder.Path, environment,
            typeof(Program).Assembly.Location, "refresh", "--quarter", "2026Q4", "--out", folder.File("out"));

        Assert.True(other.ExitCode == 0, other.Error);
        string[] expected = [.. Directory.EnumerateFiles(refreshed.OutputFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.Equal(85, expected.Length);
        Assert.All(expected, path =>
            Assert.True(File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(folder.File("out", Path.GetRelativePath(refreshed.OutputFolder, path)))), path));
    }
}
