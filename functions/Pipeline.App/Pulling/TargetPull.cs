using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Storage;
using RegisterEntry = Pipeline.Storage.SourceFile;
using SourceFile = Pipeline.Sources.SourceFile;

namespace Pipeline.App.Pulling;

/// <summary>What became of one target.</summary>
/// <param name="Changed">True when the publisher serves other bytes than last time.</param>
/// <param name="Taken">Snapshots whose read was started.</param>
/// <param name="PassedOver">Members of an archive that describe the data.</param>
internal sealed record PulledTarget(bool Changed, IReadOnlyList<Taken> Taken, int PassedOver);

/// <summary>What was fetched is no file of its source; nothing of it is kept. The hash tells whether it is the same the next time.</summary>
internal sealed class SourceDriftException(Fault fault) : PipelineException(fault);

/// <summary>
/// Fetches one target: the bytes become a snapshot, the read is started, and last of all the register says so. A process killed between
/// any two of them leaves the register as it was, so the next pull does the rest and nothing twice.
/// </summary>
internal sealed class TargetPull(
    SourcePull source, Publisher publisher, StorageAccount storage, Func<Snapshot, CancellationToken, Task> startRead, TimeProvider clock)
{
    /// <summary>Fetches the target.</summary>
    /// <exception cref="SourceDriftException">The publisher serves something that is no file of the source.</exception>
    /// <exception cref="PipelineException">The publisher's address, answer or state forbids it.</exception>
    public async Task<PulledTarget> RunAsync(PullTarget target, CancellationToken cancellation)
    {
        RegisterEntry? last = await storage.Sources.FindAsync(target.Source, target.FileName, cancellation);
        Validators asked = last is null ? Validators.None : new Validators(last.EntityTag, last.LastModified);
        using PublisherAnswer answer = await publisher.FetchAsync(target, asked, source.LargestAnswer, cancellation);
        if (answer is not Delivered delivered)
        {
            await RegisterAsync(last!.Checked(last.Edition, last.SnapshotHash, clock.GetUtcNow()), cancellation);
            return new PulledTarget(Changed: false, [], PassedOver: 0);
        }

        if (last?.SnapshotHash == delivered.Hash)
        {
            await RegisterAsync(Entry(last, target, delivered), cancellation);
            return new PulledTarget(Changed: false, [], PassedOver: 0);
        }

        SourceFile whole = new(target.FileName, delivered.Bytes, delivered.Hash);
        (IReadOnlyList<Recognised> files, bool isArchive, int passedOver) = Recognise(target, whole);
        Timing timing = new(delivered.Validators.LastModified, last?.CheckedAt);
        SnapshotTaker taker = new(storage, clock);
        List<Taken> started = [];
        foreach (Recognised file in files)
        {
            RegisterEntry? member = isArchive ? await storage.Sources.FindAsync(target.Source, file.File.Name, cancellation) : null;
            if (member?.SnapshotHash == file.File.Snapshot)
            {
                continue;
            }

            Taken taken = await taker.TakeAsync(file.File, file.Reader, isArchive ? delivered.Hash : null, timing, cancellation);
            await startRead(taken.Snapshot, cancellation);
            started.Add(taken);
            if (isArchive)
            {
                await RegisterAsync(Member(member, target, file.File), cancellation);
            }
        }

        await TellOfReturnAsync(target, files, started, cancellation);
        await RegisterAsync(Entry(last, target, delivered) with { IsArchive = isArchive }, cancellation);
        return new PulledTarget(Changed: true, started, passedOver);
    }

    /// <summary>All or nothing: a member that is no file of the source refuses the archive.</summary>
    private (IReadOnlyList<Recognised> Files, bool IsArchive, int PassedOver) Recognise(PullTarget target, SourceFile whole)
    {
        try
        {
            if (!PublisherArchive.Is(whole))
            {
                return ([RecogniseFile(whole)], false, 0);
            }

            IReadOnlyList<SourceFile> members = PublisherArchive.Members(whole);
            SourceFile[] wanted = [.. members.Where(member => !source.IsDescription(member.Name))];
            return wanted.Length > 0
                ? ([.. wanted.Select(RecogniseFile)], true, members.Count - wanted.Length)
                : throw new UnreadableFileException(new Fault(
                    target.FileName, "list of members", $"a file of {source.Source}", "none", "look at what the publisher serves now"));
        }
        catch (PipelineException refusal) when (refusal is UnreadableFileException or LayoutDriftException or PublisherAnswerException)
        {
            // Without the refusal as its cause: that one quotes what the publisher has answered in full.
            throw new SourceDriftException(refusal.Fault with { Found = $"{target.Hide(refusal.Fault.Found)} (sha-256 {whole.Snapshot}, not kept)" });
        }
    }

    private Recognised RecogniseFile(SourceFile file)
    {
        PublisherArchive.CheckWorkbook(file);
        return new Recognised(file, SourceReaders.For(file, source.Source));
    }

    /// <summary>
    /// Bytes of long ago that come back keep the day on which they were first known, and the ones that had replaced them stay in use: only a
    /// person can say which are right. It is over when the publisher serves the newest again, or newer ones.
    /// </summary>
    private async Task TellOfReturnAsync(PullTarget target, IReadOnlyList<Recognised> files, List<Taken> started, CancellationToken cancellation)
    {
        string subject = PullAlerts.Subject(target);
        bool stands = (await storage.Alerts.ListAsync(cancellationToken: cancellation)).Any(alert => alert.Kind == PullAlerts.Reverted && alert.Subject == subject);
        if (!stands && started.All(taken => taken.IsNew))
        {
            return;
        }

        Snapshot[] stored = await storage.Snapshots.ListAsync(cancellation).Where(snapshot => snapshot.Record.SourceId == target.Source).ToArrayAsync(cancellation);
        foreach (SourceFile served in files.Select(file => file.File))
        {
            Snapshot? inUse = SnapshotChoice.For(stored.Where(snapshot => snapshot.Record.FileName == served.Name), DateOnly.MaxValue).SingleOrDefault();
            if (inUse is null || inUse.Hash == served.Snapshot)
            {
                continue;
            }

            string fault = new Fault(
                served.Name, "whole file", $"the bytes since {PullAlerts.Day(inUse.Record.ObtainedAt)} (sha-256 {inUse.Hash}) or newer ones",
                $"earlier ones again (sha-256 {served.Snapshot})", "ask the publisher which are right; the newer ones stay in use").Sentence;
            await storage.Alerts.RaiseAsync(new Alert(PullAlerts.Reverted, subject, fault, clock.GetUtcNow()), cancellation);
            return;
        }

        await storage.Alerts.ClearAsync(PullAlerts.Reverted, subject, clock.GetUtcNow(), cancellation);
    }

    private RegisterEntry Entry(RegisterEntry? last, PullTarget target, Delivered delivered) =>
        Now(last, target.Source, target.FileName, delivered.Hash) with
        {
            EntityTag = delivered.Validators.EntityTag,
            LastModified = delivered.Validators.LastModified,
        };

    private RegisterEntry Member(RegisterEntry? last, PullTarget target, SourceFile file) =>
        Now(last, target.Source, file.Name, file.Snapshot) with { AddressFile = target.FileName };

    private RegisterEntry Now(RegisterEntry? last, string sourceId, string fileName, string hash)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return last?.Checked(last.SnapshotHash == hash ? last.Edition : string.Empty, hash, now)
            ?? new RegisterEntry(sourceId, fileName, string.Empty, hash, now, now);
    }

    private async Task RegisterAsync(RegisterEntry entry, CancellationToken cancellation)
    {
        try
        {
            await storage.Sources.PutAsync(entry, cancellation);
        }
        catch (StorageConflictException)
        {
            // Another pull of the same file has written what it found; the next pull compares with that.
        }
    }

    private sealed record Recognised(SourceFile File, SourceReader Reader);
}
