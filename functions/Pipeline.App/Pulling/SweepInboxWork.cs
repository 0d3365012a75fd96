using Pipeline.App.Functions;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Storage;
using static System.FormattableString;
using SourceFile = Pipeline.Sources.SourceFile;

namespace Pipeline.App.Pulling;

/// <summary>
/// The timer that takes files which offices and vendors have dropped. A file that is recognised becomes a snapshot and leaves the inbox; one
/// that is not stays there, with an alert, until somebody replaces or removes it. A filled template is read before it is taken: one that stops
/// at a cell, or holds a row that only the closed application may hold, is refused with that cell.
/// </summary>
/// <param name="storage">Inbox, snapshots and alerts.</param>
/// <param name="startRead">Starts the read of a snapshot; it may be called again for the same snapshot.</param>
/// <param name="clock">The clock.</param>
internal sealed class SweepInboxWork(StorageAccount storage, Func<Snapshot, CancellationToken, Task> startRead, TimeProvider clock)
{
    /// <summary>Largest file that is taken, in bytes: a whole year of trade by country and then some.</summary>
    public const long LargestFile = 256L * 1024 * 1024;

    /// <summary>Takes what can be taken.</summary>
    /// <returns>One line: how many files were there, taken, refused, and replaced meanwhile, which wait for the next sweep.</returns>
    public async Task<string> RunAsync(TimerCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        List<InboxFile> waiting = [];
        await foreach (InboxFile file in storage.Inbox.ListAsync(cancellation))
        {
            waiting.Add(file);
        }

        SnapshotTaker taker = new(storage, clock);
        int taken = 0, replaced = 0;
        HashSet<string> refused = new(StringComparer.Ordinal);
        foreach (InboxFile file in waiting)
        {
            try
            {
                await TakeAsync(taker, file, cancellation);
                taken++;
            }
            catch (StorageConflictException)
            {
                replaced++;
            }
            catch (PipelineException refusal) when (refusal is UnreadableFileException or LayoutDriftException or UnknownCodeException or PublisherAnswerException)
            {
                string subject = PullAlerts.Subject(file);
                refused.Add(subject);
                await storage.Alerts.RaiseAsync(new Alert(PullAlerts.InboxRefused, subject, refusal.Message, clock.GetUtcNow()), cancellation);
            }
        }

        await ClearOthersAsync(refused, cancellation);
        return Invariant($"inbox: {waiting.Count} files, {taken} taken, {refused.Count} refused, {replaced} replaced meanwhile");
    }

    /// <summary>The file leaves the inbox last, and only if it is still the one that was read: killed before, the next sweep takes it again.</summary>
    private async Task TakeAsync(SnapshotTaker taker, InboxFile dropped, CancellationToken cancellation)
    {
        string label = FileLabel.Of(dropped.Name);
        if (dropped.Length > LargestFile)
        {
            throw new UnreadableFileException(new Fault(
                label, "whole file", Invariant($"at most {LargestFile} bytes"), Invariant($"{dropped.Length} bytes"), "hand in the publisher's data file, unpacked and in parts"));
        }

        SourceFile file = SourceFile.From(label, await storage.Inbox.ReadAsync(dropped, cancellation));
        PublisherArchive.CheckWorkbook(file);
        SourceReader reader = SourceReaders.For(file);
        Taken taken = await taker.TakeAsync(file, reader, publisherFileHash: null, new Timing(dropped.DroppedAt, EarlierSeenAt: null), cancellation);
        await startRead(taken.Snapshot, cancellation);
        await storage.Inbox.RemoveAsync(dropped, cancellation);
    }

    private async Task ClearOthersAsync(HashSet<string> refused, CancellationToken cancellation)
    {
        foreach (Alert gone in (await storage.Alerts.ListAsync(cancellationToken: cancellation))
            .Where(alert => alert.Kind == PullAlerts.InboxRefused && !refused.Contains(alert.Subject)))
        {
            await storage.Alerts.ClearAsync(gone.Kind, gone.Subject, clock.GetUtcNow(), cancellation);
        }
    }
}
