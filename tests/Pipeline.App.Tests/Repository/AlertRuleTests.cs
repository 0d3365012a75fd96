using System.Text.RegularExpressions;
using Pipeline.App.Functions;
using Pipeline.App.Refresh;
using Pipeline.App.Tests.Running;
using Pipeline.App.Tests.Triggers;
using Pipeline.App.Triggers;

namespace Pipeline.App.Tests.Repository;

/// <summary>The alert rules of the deployment look for what the program really writes.</summary>
public sealed partial class AlertRuleTests
{
    private static readonly string Rules = File.ReadAllText(RepositoryFolder.Path("bicep", "modules", "alerts.bicep"));

    [Fact]
    public async Task The_rule_on_standing_alerts_finds_their_kinds_in_the_line_that_the_watch_is_logged_with()
    {
        Match query = StandingRule().Match(Rules);
        string quiet = await LoggedAsync(AppFunctions.WatchRuns, "0 runs under way, 0 steps or runs driven on");
        string line = await LoggedAsync(AppFunctions.WatchRuns, $"0 runs under way, 0 steps or runs driven on; {RunAlerts.Standing}pull-failed 2, run-failed 1");

        Assert.Contains(query.Groups["text"].Value, line, StringComparison.Ordinal);
        Assert.Equal(["pull-failed 2", "run-failed 1"], Regex.Match(line, query.Groups["extract"].Value).Groups[1].Value.Split(query.Groups["separator"].Value));
        Assert.Contains(query.Groups["text"].Value, quiet, StringComparison.Ordinal);
        Assert.DoesNotMatch(query.Groups["extract"].Value, quiet);
    }

    [Fact]
    public void The_rule_on_dead_timers_names_the_timer_that_is_called_most_often()
    {
        TimerDefinition watch = FunctionDefinitions.Load().Timers.Single(timer => timer.Name == AppFunctions.WatchRuns);

        Assert.Contains($"AppRequests | where OperationName == \"{watch.Name}\"", Rules, StringComparison.Ordinal);
        Assert.Equal("0 */5 * * * *", watch.Schedule.Text);
    }

    /// <summary>What is logged when a call has ended.</summary>
    private static async Task<string> LoggedAsync(string function, string outcome)
    {
        using RecordingLog log = new();
        await new FunctionInvoker(TimeProvider.System, log.For<FunctionInvoker>()).RunAsync(function, new Origin("call", null), () => Task.FromResult(outcome), default);
        return log.Lines.Single().Text;
    }

    [GeneratedRegex("""Message contains "(?<text>[^"]+)" \| extend standing = extract\("(?<extract>[^"]+)", 1, Message\).*split\(standing, "(?<separator>[^"]+)"\)""")]
    private static partial Regex StandingRule();
}
