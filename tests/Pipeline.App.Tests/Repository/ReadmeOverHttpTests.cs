using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Repository;

/// <summary>Every command of the README that asks a serving program is run against one.</summary>
[Collection(OperatedCollection.Name)]
public sealed class ReadmeOverHttpTests(OperatedStorage operated)
{
    private const string PageAddress = "http://localhost:7071";

    /// <summary>What each command shows, in the order of the page.</summary>
    private static readonly (string Command, string Shows)[] Expected =
    [
        ("curl -i -H 'Idempotency-Key: my trial' --json '{\"mode\":\"dry-run\",\"minerals\":[\"cobalt\"]}' http://localhost:7071/api/v1/runs", "HTTP/1.1 202 Accepted"),
        ("curl http://localhost:7071/api/v1/runs", "\"minerals\":[\"cobalt\"]"),
        ("bash infra/smoke/smoke.sh http://localhost:7071", "ok   GET /api/v1/briefings/"),
    ];

    [Fact]
    public void Every_command_that_asks_over_http_is_answered()
    {
        Assert.Equal(Expected.Select(one => one.Command), new Page("README.md").Commands.Where(command => command.Contains(PageAddress, StringComparison.Ordinal)));
        Assert.All(Expected, one =>
        {
            ProcessOutcome outcome = RunningProcess.Run("bash", RepositoryFolder.Root, operated.Environment, "-c", one.Command.Replace(PageAddress, operated.Address, StringComparison.Ordinal));
            Assert.True(outcome.ExitCode == 0 && outcome.Output.Contains(one.Shows, StringComparison.Ordinal), $"{one.Command}\n{outcome.Output}\n{outcome.Error}");
        });
    }

    [Fact]
    public void The_program_starts_with_the_sample_settings_as_they_are()
    {
        using TemporaryFolder folder = new();
        string sample = File.ReadAllText(RepositoryFolder.Path("local.settings.sample.json"));
        File.WriteAllText(folder.File("local.settings.json"), sample);
        ProcessOutcome started = Run("runs", folder.Path);
        // One letter less: the file is really read.
        File.WriteAllText(folder.File("local.settings.json"), sample.Replace("Pipeline__LeaseSeconds", "Pipeline__LeaseSecond", StringComparison.Ordinal));
        ProcessOutcome misspelt = Run("runs", folder.Path);

        Assert.True(started.ExitCode == 0 && started.Output.Contains("done", StringComparison.Ordinal), started.Output + started.Error);
        Assert.Equal(2, misspelt.ExitCode);
        Assert.Contains("did you mean 'LeaseSeconds'", misspelt.Error, StringComparison.Ordinal);
    }

    /// <summary>The storage of the sample is the emulator on its usual ports, which other tests may hold: the environment names another.</summary>
    private ProcessOutcome Run(string verb, string folder) =>
        RunningProcess.Run("dotnet", folder, operated.Environment, typeof(Program).Assembly.Location, verb);
}
