using System.Text.RegularExpressions;
using Pipeline.App.Pulling;
using Pipeline.App.Refresh;
using Pipeline.App.Tests.Running;
using Pipeline.App.Triggers;

namespace Pipeline.App.Tests.Repository;

/// <summary>Every command of the runbook is run, in the order of the page, where something of each kind is wrong.</summary>
[Collection(OperatedCollection.Name)]
public sealed partial class RunbookTests(OperatedStorage operated)
{
    private const string Verb = "dotnet run --project functions/Pipeline.App --";
    private const string PageAddress = "http://localhost:7071";

    /// <summary>What each command shows, in the order of the page. A command that fails shows it too, and is found out by its exit code.</summary>
    private static readonly (string Command, string Shows)[] Expected =
    [
        ("pipeline alerts", "run-failed  2026Q3"),
        ("ask $APP/api/v1/runs", "\"kind\":\"run-stuck\""),
        ("ask $APP/api/v1/timers", "\"name\":\"SweepInbox\""),
        ("bash infra/smoke/smoke.sh $APP", "ok   GET /api/v1/briefings/"),
        ("ask -X POST $APP/api/v1/timers/$TIMER", "\"outcome\":"),
        ("pipeline runs", "failed  -  storage was full"),
        ("pipeline runs \"$RUN\"", "render  cobalt.ja            failed, attempt 1"),
        ("ask $APP/api/v1/runs/$RUN", "\"error\":\"storage was full\""),
        ("ask -X POST $APP/api/v1/timers/WatchRuns", "driven on; alerts stand: "),
        ("ask -H \"Idempotency-Key: 2026Q4, second try\" --json '{\"mode\":\"run\"}' $APP/api/v1/runs", "\"mode\":\"publish\""),
        ("pipeline read \"$FILE\"", "source       wgi"),
        ("ask -X POST $APP/api/v1/timers/PullGovernance", "wgi: not pulled"),
        ("ask -X POST $APP/api/v1/timers/SweepInbox", "inbox: 1 files, 0 taken, 1 refused"),
        ("pipeline runs --poison", "storage was full"),
        ("pipeline redrive \"$QUEUE\"", "render-briefing: 1 sent again"),
        ("ask -X POST $APP/api/v1/queues/$QUEUE/redrive", "\"sentAgain\":"),
        ("ask $APP/api/health/ready", "ready"),
        ("bash infra/smoke/smoke.sh $APP", "ok   GET /api/v1/briefings/"),
        ("pipeline runs", "done"),
        ("pipeline explain \"$MINERAL\" \"$INDICATOR\"", "cell MCS2026_Commodities_Data.csv!"),
        ("pipeline read \"$FILE\"", "WGIData.csv"),
        ("pipeline refresh --dry-run", "reused"),
        ("ask -H \"Idempotency-Key: trial of correction 12\" --json '{\"mode\":\"dry-run\"}' $APP/api/v1/runs", "\"mode\":\"dryRun\""),
        ("ask $APP/api/v1/runs/$DRY_RUN/changes", "\"sentences\":"),
        ("pipeline refresh", "unchanged"),
        ("pipeline backfill --from 2026Q3 --to 2026Q3", "2026Q3  2026Q3-"),
        ("ask -H \"Idempotency-Key: correction 12\" --json '{\"mode\":\"backfill\",\"from\":\"2026Q3\",\"to\":\"2026Q3\"}' $APP/api/v1/runs", "\"quarter\":\"2026Q3\""),
        ("pipeline runs", "done"),
        ("bash infra/smoke/smoke.sh $APP", "ok   GET /api/v1/briefings/"),
        ("pipeline parameters --stale", "past their confirmation"),
        ("ask $APP/api/v1/parameters", "\"id\":\"price.reference\""),
        ("ask \"$APP/api/v1/quarantine?state=open\"", "\"place\":\"WGIData.csv!7:value\""),
        ("ask -H \"Idempotency-Key: release of $ROW\" --json '{\"reason\":\"The publisher has confirmed that the row is a note.\"}' $APP/api/v1/quarantine/$ROW/release", "\"by\":\"this-machine\""),
        ("ask \"$APP/api/v1/quarantine?state=released\"", "\"reason\":\"The publisher has confirmed that the row is a note.\""),
    ];

    private static readonly Page Runbook = new("infra/runbook.md");

    [Fact]
    public void Every_command_ends_well_and_shows_what_it_is_given_for()
    {
        string[] preamble = [.. Runbook.Blocks[0]];
        string[] commands = [.. Runbook.Blocks.Skip(1).SelectMany(lines => lines)];
        Dictionary<string, string> words = new(operated.Environment, StringComparer.Ordinal)
        {
            ["TIMER"] = "WatchRuns", ["QUEUE"] = "render-briefing", ["MINERAL"] = "copper", ["INDICATOR"] = "production-concentration",
            ["FILE"] = RepositoryFolder.Path("functions", "starter-feeds", "wgi", "WGIData.csv"),
        };
        Assert.Contains($"APP={PageAddress}", preamble);
        // The program that this test was built with, on the port that was free.
        string set = string.Join('\n', preamble).Replace(PageAddress, operated.Address, StringComparison.Ordinal)
            .Replace(Verb, $"dotnet {typeof(Program).Assembly.Location}", StringComparison.Ordinal);

        Assert.Equal(Expected.Select(one => one.Command), commands);
        Assert.All(Expected, one =>
        {
            ProcessOutcome outcome;
            do
            {
                outcome = RunningProcess.Run("bash", RepositoryFolder.Root, words, "-uc", $"set -o pipefail\n{set}\n{one.Command}");
            }
            while (outcome.Output.Contains("/problems/timer-runs", StringComparison.Ordinal)); // Its schedule has come round at this very moment: it is being done.
            Assert.True(
                outcome.ExitCode == 0 && outcome.Output.Contains(one.Shows, StringComparison.Ordinal), $"{one.Command}\n{outcome.ExitCode}, expected '{one.Shows}' in\n{outcome.Output}\n{outcome.Error}");
        });
    }

    [Fact]
    public void Every_kind_of_alert_is_explained() => Assert.All(
        new[]
        {
            TimerAlerts.Overdue, RunAlerts.RunFailed, RunAlerts.RunStuck, RunAlerts.PoisonMessages, RunAlerts.ReadFailed, RunAlerts.StaleParameter,
            PullAlerts.Failed, PullAlerts.Drift, PullAlerts.Reverted, PullAlerts.Late, PullAlerts.InboxRefused,
        },
        kind => Assert.Contains($"`{kind}`", Runbook.Text, StringComparison.Ordinal));

    [Fact]
    public void Every_rule_that_it_names_is_one_of_the_deployment()
    {
        string rules = File.ReadAllText(RepositoryFolder.Path("bicep", "modules", "alerts.bicep"));
        string[] named = [.. NamedRule().Matches(Runbook.Text).Select(match => match.Groups[1].Value)];

        Assert.Equal(["standing", "errors", "timers-stopped", "storage-unavailable"], named);
        Assert.All(named, rule => Assert.True(rules.Contains($"name: '{rule}'", StringComparison.Ordinal) || rules.Contains($"-{rule}'", StringComparison.Ordinal), rule));
    }

    [GeneratedRegex(@"(?<=rule )`([a-z-]+)`")]
    private static partial Regex NamedRule();
}
