using System.Text.RegularExpressions;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Repository;

/// <summary>Every command that the README shows is run, as it stands there, against the refreshed storage.</summary>
[Collection(RefreshedCollection.Name)]
public sealed partial class ReadmeTests(RefreshedStorage refreshed)
{
    private const string Serve = "-- serve";
    private const string Tests = "bash tests/run";

    private static string Readme => File.ReadAllText(RepositoryFolder.Path("README.md"));

    [Fact]
    public void Every_command_that_ends_by_itself_ends_well()
    {
        using TemporaryFolder output = new();
        string[] commands = [.. Commands().Where(command => command != Tests && !command.Contains(Serve, StringComparison.Ordinal))];

        Assert.Equal(5, commands.Length);
        Assert.All(commands, command =>
        {
            // What a reader would find in out/ goes to a folder that is gone after the test.
            string line = OutFolder().Replace(command, match => match.Value.Replace("out", output.Path, StringComparison.Ordinal)).Replace("dotnet run --project", "dotnet run --no-build --project", StringComparison.Ordinal);
            ProcessOutcome outcome = RunningProcess.Run("bash", RepositoryFolder.Root, Environment, "-c", line);
            Assert.True(outcome.ExitCode == 0, $"{command}\n{outcome.Output}\n{outcome.Error}");
            Assert.NotEmpty(outcome.Output);
        });
        Assert.Equal(82, Directory.GetFiles(output.File("briefings")).Length);
        Assert.True(File.Exists(output.File("results.csv")));
        Assert.True(File.Exists(output.File("starter-feeds", "manifest.json")));
    }

    [Fact]
    public void The_command_that_serves_answers_until_it_is_stopped()
    {
        string serve = Assert.Single(Commands(), command => command.Contains(Serve, StringComparison.Ordinal));
        Assert.EndsWith("--port 7071", serve, StringComparison.Ordinal);
        // The shell asks once the address is printed, and ends the program by its own number; port 0 takes a free one.
        string line = serve.Replace("--port 7071", "--port 0", StringComparison.Ordinal).Replace("dotnet run --project", "dotnet run --no-build --project", StringComparison.Ordinal);

        ProcessOutcome outcome = RunningProcess.Run(
            "bash", RepositoryFolder.Root, Environment, "-c",
            $"set -o pipefail; coproc server {{ exec {line}; }}; pid=$server_PID; while read -r word address <&\"${{server[0]}}\"; do if [ \"$word\" = serving ]; then curl -sf \"$address\"; break; fi; done; kill -TERM $pid; wait $pid 2>/dev/null; true");

        Assert.Contains("\"id\":\"cobalt\"", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_script_that_runs_the_tests_is_one_that_the_shell_understands()
    {
        Assert.Contains(Tests, Commands());
        Assert.Equal(0, RunningProcess.Run("bash", RepositoryFolder.Root, "-n", "tests/run").ExitCode);
        Assert.Contains("tests/run", File.ReadAllText(RepositoryFolder.Path(".ci", "run")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_and_folder_it_names_exists() => Assert.All(
        NamedPath().Matches(Readme).Select(match => match.Groups[1].Value).Where(path => !path.Contains('<', StringComparison.Ordinal)),
        path => Assert.True(Path.Exists(RepositoryFolder.Path(path)), path));

    [Fact]
    public void Every_column_of_the_results_is_named() =>
        Assert.Contains(string.Join(',', ResultTable.ResultsCsv.Columns), Readme, StringComparison.Ordinal);

    private Dictionary<string, string> Environment => new(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = refreshed.Connection, ["DOTNET_NOLOGO"] = "1" };

    private static string[] Commands() =>
        [.. ShellBlock().Matches(Readme).SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"\bout(?=$|/)")]
    private static partial Regex OutFolder();

    [GeneratedRegex(@"[`(]((?:functions|infra|tests|bicep)/[A-Za-z0-9_./<>-]*[A-Za-z0-9/>])[`)]")]
    private static partial Regex NamedPath();
}
