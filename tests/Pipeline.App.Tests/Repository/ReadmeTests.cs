using System.Text.RegularExpressions;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Repository;

/// <summary>Every command that the README shows is run, as it stands there, against the refreshed storage.</summary>
[Collection(RefreshedCollection.Name)]
public sealed partial class ReadmeTests(RefreshedStorage refreshed)
{
    private const string Serve = "-- serve";
    private const string Tests = "bash tests/run";
    private const string Package = "bash infra/package/package.sh";
    private const string Served = "http://localhost:7071";

    private static readonly Page Readme = new("README.md");

    [Fact]
    public void Every_command_that_ends_by_itself_ends_well()
    {
        using TemporaryFolder output = new();
        string[] commands =
        [
            .. Readme.Commands.Where(command => command is not (Tests or Package) && !command.Contains(Serve, StringComparison.Ordinal) && !command.Contains(Served, StringComparison.Ordinal)),
        ];

        Assert.Equal(13, commands.Length);
        Assert.All(commands, command =>
        {
            // What a reader would find in out/ goes to a folder that is gone after the test.
            string line = NotBuilt(OutFolder().Replace(command, match => match.Value.Replace("out", output.Path, StringComparison.Ordinal)));
            ProcessOutcome outcome = RunningProcess.Run("bash", RepositoryFolder.Root, Environment, "-c", line);
            Assert.True(outcome.ExitCode == 0, $"{command}\n{outcome.Output}\n{outcome.Error}");
            Assert.NotEmpty(outcome.Output);
        });
        Assert.Equal(84, Directory.GetFiles(output.File("briefings")).Length);
        Assert.True(File.Exists(output.File("results.csv")));
        Assert.True(File.Exists(output.File("starter-feeds", "manifest.json")));
        Assert.True(File.Exists(output.File("templates", "domestic-survey-template.xlsx")));
    }

    [Fact]
    public void The_command_that_serves_answers_until_it_is_stopped()
    {
        string serve = Assert.Single(Readme.Commands, command => command.Contains(Serve, StringComparison.Ordinal));
        Assert.EndsWith("--port 7071", serve, StringComparison.Ordinal);
        // The shell asks once the address is printed, and ends the program by its own number; port 0 takes a free one.
        string line = NotBuilt(serve.Replace("--port 7071", "--port 0", StringComparison.Ordinal));

        ProcessOutcome outcome = RunningProcess.Run(
            "bash", RepositoryFolder.Root, Environment, "-c",
            $"set -o pipefail; coproc server {{ exec {line}; }}; pid=$server_PID; while read -r word address <&\"${{server[0]}}\"; do if [ \"$word\" = serving ]; then curl -sf \"$address\"; break; fi; done; kill -TERM $pid; wait $pid 2>/dev/null; true");

        Assert.Contains("\"id\":\"cobalt\"", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_scripts_that_run_the_tests_and_make_the_package_are_ones_that_the_shell_understands()
    {
        Assert.Contains(Tests, Readme.Commands);
        Assert.Contains(Package, Readme.Commands);
        Assert.Equal(0, RunningProcess.Run("bash", RepositoryFolder.Root, "-n", "tests/run").ExitCode);
        Assert.Equal(0, RunningProcess.Run("bash", RepositoryFolder.Root, "-n", "infra/package/package.sh").ExitCode);
        Assert.Contains("tests/run", File.ReadAllText(RepositoryFolder.Path(".ci", "run")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_and_folder_it_names_exists() => Assert.All(Readme.Paths, path => Assert.True(Path.Exists(RepositoryFolder.Path(path)), path));

    [Fact]
    public void Every_column_of_the_results_is_named() =>
        Assert.Contains(string.Join(',', ResultTable.ResultsCsv.Columns), Readme.Text, StringComparison.Ordinal);

    [Fact]
    public void Every_setting_of_ours_is_explained() => Assert.Equal(
        Settings.PipelineSettings.Known.Select(name => $"Pipeline__{name}").Order(StringComparer.Ordinal),
        NamedSetting().Matches(Readme.Text).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    private Dictionary<string, string> Environment => new(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = refreshed.Connection, ["DOTNET_NOLOGO"] = "1" };

    private static string NotBuilt(string line) => line.Replace("dotnet run --project", "dotnet run --no-build --project", StringComparison.Ordinal);

    [GeneratedRegex(@"\bout(?=$|/)")]
    private static partial Regex OutFolder();

    [GeneratedRegex(@"(?<=\n\| )`(Pipeline__[A-Za-z]+)`")]
    private static partial Regex NamedSetting();
}
