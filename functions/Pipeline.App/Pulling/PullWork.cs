using Pipeline.App.Functions;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Pulling;

/// <summary>The pull timer of one source: fetches what has changed, stores it, starts its read, and tells operators what failed.</summary>
/// <param name="source">Which files the source has.</param>
/// <param name="addresses">Addresses of the settings; with none the pull is off.</param>
/// <param name="publisher">Client that asks publishers.</param>
/// <param name="storage">Where snapshots, register and alerts are.</param>
/// <param name="startRead">
/// Starts the read of a snapshot. It may be called again for the same snapshot, when a process was killed before the register was written.
/// </param>
/// <param name="clock">The clock.</param>
internal sealed class PullWork(
    SourcePull source,
    IReadOnlyList<PullAddress> addresses,
    Publisher publisher,
    StorageAccount storage,
    Func<Snapshot, CancellationToken, Task> startRead,
    TimeProvider clock)
{
    private readonly TargetPull pull = new(source, publisher, storage, startRead, clock);

    /// <summary>
    /// Pulls every target, one after the other: a publisher is not asked for many files at once. A target that fails stops no other. A fault
    /// of storage ends the call, to be made again.
    /// </summary>
    /// <returns>One line: how many targets were asked, unchanged, changed and failed.</returns>
    public async Task<string> RunAsync(TimerCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (addresses.Count == 0)
        {
            return $"{source.Source}: not pulled, the settings give no address";
        }

        IReadOnlyList<PullTarget> targets = source.Targets(addresses, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        int unchanged = 0, changed = 0, failed = 0, reads = 0;
        foreach (PullTarget target in targets)
        {
            switch (await PullAsync(target, cancellation))
            {
                case null:
                    failed++;
                    break;
                case { Changed: false }:
                    unchanged++;
                    break;
                case { } pulled:
                    changed++;
                    reads += pulled.Taken.Count;
                    break;
            }
        }

        await WatchLatenessAsync(cancellation);
        return Invariant($"{source.Source}: {targets.Count} asked, {unchanged} unchanged, {changed} changed, {reads} to read, {failed} failed");
    }

    /// <summary>What became of the target, or none when it failed and an alert says so.</summary>
    private async Task<PulledTarget?> PullAsync(PullTarget target, CancellationToken cancellation)
    {
        string subject = PullAlerts.Subject(target);
        try
        {
            PulledTarget pulled = await pull.RunAsync(target, cancellation);
            await storage.Alerts.ClearAsync(PullAlerts.Failed, subject, clock.GetUtcNow(), cancellation);
            await storage.Alerts.ClearAsync(PullAlerts.Drift, subject, clock.GetUtcNow(), cancellation);
            return pulled;
        }
        catch (SourceDriftException drift)
        {
            await storage.Alerts.ClearAsync(PullAlerts.Failed, subject, clock.GetUtcNow(), cancellation);
            await storage.Alerts.RaiseAsync(new Alert(PullAlerts.Drift, subject, drift.Message, clock.GetUtcNow()), cancellation);
            return null;
        }
        catch (PipelineException fault)
        {
            await storage.Alerts.RaiseAsync(new Alert(PullAlerts.Failed, subject, target.Hide(fault.Message), clock.GetUtcNow()), cancellation);
            return null;
        }
    }

    private async Task WatchLatenessAsync(CancellationToken cancellation)
    {
        DateTimeOffset? newest = null;
        await foreach (Storage.SourceFile entry in storage.Sources.ListAsync(source.Source, cancellation))
        {
            newest = newest is { } known && known > entry.ChangedAt ? known : entry.ChangedAt;
        }

        // What was never obtained has no interval to be late by; that it could not be fetched is an alert of its own.
        DateTimeOffset now = clock.GetUtcNow();
        if (newest is { } last && now - last > TimeSpan.FromDays(source.LateAfterDays))
        {
            string sentence = new Fault(
                source.Source, "newest file", Invariant($"something new within {source.LateAfterDays} days"), $"nothing since {PullAlerts.Day(last)}",
                "look whether the publisher has moved its files or put off its publication").Sentence;
            await storage.Alerts.RaiseAsync(new Alert(PullAlerts.Late, source.Source, sentence, now), cancellation);
        }
        else
        {
            await storage.Alerts.ClearAsync(PullAlerts.Late, source.Source, now, cancellation);
        }
    }
}
