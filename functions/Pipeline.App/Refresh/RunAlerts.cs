using System.Collections.Concurrent;
using Pipeline.Indicators.Parameters;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Refresh;

/// <summary>Raises what operators should know about runs and about the parameters they use, and clears it when it is over.</summary>
internal sealed class RunAlerts(StorageAccount storage)
{
    /// <summary>A run that publishes has failed and no later one of its quarter has ended well. Subject: the quarter.</summary>
    public const string RunFailed = "run-failed";

    /// <summary>A run has been in one stage for long. Subject: the run.</summary>
    public const string RunStuck = "run-stuck";

    /// <summary>There are messages that nobody will try again. Subject: the queue.</summary>
    public const string PoisonMessages = "poison-messages";

    /// <summary>A file that has arrived cannot be read, and no later one of its name could. Subject: source and file.</summary>
    public const string ReadFailed = "read-failed";

    /// <summary>Parameters are past their confirmation; they are used all the same. Subject: <see cref="Parameters"/>.</summary>
    public const string StaleParameter = "stale-parameter";

    /// <summary>Subject of <see cref="StaleParameter"/>: they are confirmed together, once a year, so one alert is enough.</summary>
    public const string Parameters = "parameters";

    /// <summary>What the watch logs before the kinds that stand. The alert rules of the deployment look for it.</summary>
    public const string Standing = "alerts stand: ";

    private static readonly TimeSpan Stuck = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, string> filesBySnapshot = new(StringComparer.Ordinal);

    /// <summary>Raises and clears.</summary>
    /// <param name="runs">Runs that have not ended, and those of the last months.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>The kinds that stand after that, those of others included, and how many of each; empty when none does.</returns>
    public async Task<string> SetAsync(IReadOnlyList<RunRecord> runs, DateTimeOffset now, CancellationToken cancellation)
    {
        // What stands is asked for once: the number of calls does not grow with the number of runs.
        HashSet<(string Kind, string Subject)> standing = [.. (await storage.Alerts.ListAsync(cancellationToken: cancellation)).Select(alert => (alert.Kind, alert.Subject))];
        foreach (IGrouping<string, RunRecord> quarter in Ended(runs.Where(run => RunRequest.Of(run).Publishes)).GroupBy(run => run.Quarter, StringComparer.Ordinal))
        {
            RunRecord last = quarter.MaxBy(run => run.Ended)!;
            await SetAsync(last.State == RunState.Failed, RunFailed, quarter.Key, $"Run {last.Id} has failed; see 'runs {last.Id}'.");
        }

        foreach ((string file, RunRecord last) in await LastReadAsync(runs, standing, cancellation))
        {
            await SetAsync(last.State == RunState.Failed, ReadFailed, file, $"It has arrived and cannot be read: {last.Outcome}");
        }

        foreach (RunRecord run in runs)
        {
            await SetAsync(
                run.State == RunState.Running && run.StageAt + Stuck < now, RunStuck, run.Id,
                Invariant($"The run has been in stage '{run.Stage}' for more than {Stuck.TotalHours:0} hours; see 'runs {run.Id}'."));
        }

        foreach (string queue in QueueNames.All)
        {
            bool any = (await storage.Queue(queue).PeekPoisonAsync(cancellation)).Count > 0;
            await SetAsync(any, PoisonMessages, queue, "Messages were given up; see 'runs --poison', mend the cause, then 'redrive'.");
        }

        bool stale = ParameterSet.InForce(DateOnly.FromDateTime(now.UtcDateTime)).Stale.Count > 0;
        await SetAsync(stale, StaleParameter, Parameters, "Parameters are past their confirmation and are used all the same; see 'parameters --stale', have each confirmed or changed.");

        return standing.Count == 0 ? string.Empty : Standing + string.Join(
            ", ", standing.GroupBy(alert => alert.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => Invariant($"{kind.Key} {kind.Count()}")));

        async Task SetAsync(bool stands, string kind, string subject, string message)
        {
            if (stands && !standing.Contains((kind, subject)))
            {
                await storage.Alerts.RaiseAsync(new Alert(kind, subject, message, now), cancellation);
                standing.Add((kind, subject));
            }
            else if (!stands && standing.Contains((kind, subject)))
            {
                await storage.Alerts.ClearAsync(kind, subject, now, cancellation);
                standing.Remove((kind, subject));
            }
        }
    }

    /// <summary>The last reading of each file, where any has failed or an alert stands: otherwise nobody need know which file a run has read.</summary>
    private async Task<IReadOnlyDictionary<string, RunRecord>> LastReadAsync(
        IReadOnlyList<RunRecord> runs, HashSet<(string Kind, string Subject)> standing, CancellationToken cancellation)
    {
        SortedDictionary<string, RunRecord> last = new(StringComparer.Ordinal);
        RunRecord[] reads = [.. Ended(runs.Where(run => RunRequest.Of(run).Mode == RunMode.Read)).OrderBy(run => run.Ended)];
        if (reads.Any(run => run.State == RunState.Failed) || standing.Any(alert => alert.Kind == ReadFailed))
        {
            foreach (RunRecord read in reads)
            {
                last[await FileAsync(RunRequest.Of(read).Snapshots[0], cancellation)] = read;
            }
        }

        return last;
    }

    private async Task<string> FileAsync(string hash, CancellationToken cancellation)
    {
        if (!filesBySnapshot.TryGetValue(hash, out string? file))
        {
            file = await storage.Snapshots.FindAsync(hash, cancellation) is { } snapshot ? $"{snapshot.Record.SourceId}/{snapshot.Record.FileName}" : hash;
            filesBySnapshot[hash] = file;
        }

        return file;
    }

    private static IEnumerable<RunRecord> Ended(IEnumerable<RunRecord> runs) => runs.Where(run => run.State is RunState.Done or RunState.Failed);
}
