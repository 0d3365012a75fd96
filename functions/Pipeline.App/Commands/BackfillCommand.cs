using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.App.Api;
using Pipeline.App.Refresh;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.App.Commands;

/// <summary><c>backfill</c>: the vintages of past quarters, oldest first, each from what was known by its last day.</summary>
internal static class BackfillCommand
{
    /// <summary>Makes the vintages and prints a line each.</summary>
    public static async Task<int> RunAsync(Quarter from, Quarter to, Surroundings surroundings, CancellationToken cancellation)
    {
        Quarter today = Quarter.Of(DateOnly.FromDateTime(surroundings.Clock.GetUtcNow().UtcDateTime));
        if (RunOrders.CheckRange(from, to, today) is { } fault)
        {
            await surroundings.Error.WriteLineAsync(fault.En);
            return ExitCode.Usage;
        }

        await using OpenStorage storage = await OpenStorage.ForAsync(surroundings, _ => { }, cancellation);
        RefreshEngine engine = new(storage.Account, surroundings.Settings, surroundings.Clock, NullLogger.Instance);
        QuarterlyRefresh refresh = new(engine, surroundings.Settings.ParallelSteps, surroundings.Clock, (_, _) => { });
        int exitCode = ExitCode.Done;
        for (Quarter quarter = from; quarter <= to; quarter = quarter.Next)
        {
            RefreshOutcome outcome;
            try
            {
                outcome = await refresh.RunAsync(RunRequest.OverStored(quarter, RunMode.Publish, []), feeds: null, cancellation);
            }
            catch (PipelineException failed)
            {
                // The quarters are apart: one that cannot be made is no reason to leave out those after it.
                await surroundings.Error.WriteLineAsync($"{quarter}  failed: {failed.Message}");
                exitCode = ExitCode.Failed;
                continue;
            }

            string missing = outcome.Manifest.MissingSources.Count == 0 ? string.Empty : $", missing {string.Join(", ", outcome.Manifest.MissingSources.Select(one => one.Source ?? one.File))}";
            await surroundings.Output.WriteLineAsync(Invariant(
                $"{quarter}  {outcome.Manifest.Vintage}  data as of {outcome.Manifest.AsOf:yyyy-MM-dd}, {outcome.Manifest.Snapshots.Count} files, {outcome.Manifest.Results.Ok} results ok, {outcome.Manifest.Results.Partial} partial, {outcome.Manifest.Results.Insufficient} insufficient{missing}"));
            bool hasGaps = SetAsideRows.AreGaps(outcome.Manifest, await SetAsideRows.OfAsync(storage.Account, outcome.Manifest, cancellation));
            exitCode = hasGaps && exitCode == ExitCode.Done ? ExitCode.PublishedWithGaps : exitCode;
        }

        return exitCode;
    }
}
