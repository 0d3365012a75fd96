using Azure;
using Azure.Data.Tables;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>
/// The last call of each timer. Entries change by conditional writes only: of several processes that see the same occurrence come round,
/// one runs it. A call is held for a time and renewed, so that one whose process was killed is seen and run again.
/// </summary>
public sealed class TimerLedger
{
    private const string Partition = "timer";

    private readonly TableClient table;

    internal TimerLedger(TableClient table) => this.table = table;

    /// <summary>The entry of a timer; a timer never seen before is entered with this time as its beginning.</summary>
    public async Task<TimerRecord> RegisterAsync(string name, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(name, cancellationToken) is { } known) return known;
        try
        {
            var added = new TimerRecord(name, now.ToUniversalTime());
            var response = await table.AddEntityAsync(Row(added), cancellationToken);
            return added with { ETag = response.Headers.ETag!.Value };
        }
        catch (RequestFailedException raced) when (raced.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return (await FindAsync(name, cancellationToken))!;
        }
    }

    /// <summary>The entry of a timer, or none.</summary>
    public async Task<TimerRecord?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        var row = await table.GetEntityIfExistsAsync(Partition, TableKeys.Encode(name), cancellationToken);
        return row.HasValue ? Record(row.Value!) : null;
    }

    /// <summary>
    /// Takes an occurrence to run it. One that was run well, or that a later one has overtaken, is not run again; one that failed or was
    /// abandoned is.
    /// </summary>
    /// <param name="name">Name of the function.</param>
    /// <param name="occurrence">The occurrence.</param>
    /// <param name="now">Time of the call.</param>
    /// <param name="hold">How long it is held unless renewed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer, and the entry as it is now.</returns>
    public async Task<(TimerStart Answer, TimerRecord Record)> StartAsync(
        string name, DateTimeOffset occurrence, DateTimeOffset now, TimeSpan hold, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var read = await RegisterAsync(name, now, cancellationToken);
            if (read.IsRunning(now)) return (TimerStart.Running, read);
            if (occurrence < read.Occurrence || (occurrence == read.Occurrence && read is { Ended: not null, Failure: null }))
                return (TimerStart.AlreadyRun, read);

            var started = read with
            {
                Occurrence = occurrence.ToUniversalTime(),
                Attempt = occurrence == read.Occurrence ? read.Attempt + 1 : 1,
                Started = now.ToUniversalTime(),
                HeldUntil = (now + hold).ToUniversalTime(),
                Ended = null,
                Outcome = null,
                Failure = null,
            };
            if (await TryWriteAsync(started, cancellationToken) is { } written) return (TimerStart.Started, written);
        }
    }

    /// <summary>Holds a running call for a further time. The answer replaces the entry.</summary>
    /// <exception cref="StorageConflictException">The hold had run out and another process has taken the call.</exception>
    public async Task<TimerRecord> RenewAsync(TimerRecord running, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(running);
        return await TryWriteAsync(running with { HeldUntil = until.ToUniversalTime() }, cancellationToken) ?? throw Lost(running);
    }

    /// <summary>Enters the end of a call.</summary>
    /// <param name="running">The entry as <see cref="StartAsync"/> or the last renewal has given it.</param>
    /// <param name="ended">Time of the end.</param>
    /// <param name="outcome">What was done, or none when it failed.</param>
    /// <param name="failure">Kind of the error, or none when it did not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StorageConflictException">The hold had run out and another process has taken the call.</exception>
    public async Task<TimerRecord> EndAsync(
        TimerRecord running, DateTimeOffset ended, string? outcome, string? failure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(running);
        var record = running with { Ended = ended.ToUniversalTime(), Outcome = outcome, Failure = failure };
        return await TryWriteAsync(record, cancellationToken) ?? throw Lost(running);
    }

    private async Task<TimerRecord?> TryWriteAsync(TimerRecord record, CancellationToken cancellationToken)
    {
        try
        {
            var response = await table.UpdateEntityAsync(Row(record), record.ETag, TableUpdateMode.Replace, cancellationToken);
            return record with { ETag = response.Headers.ETag!.Value };
        }
        catch (RequestFailedException changed) when (changed.Status is 412)
        {
            return null;
        }
    }

    private static StorageConflictException Lost(TimerRecord record) => new(
        new Fault("table timers", record.Name, "a call that this process holds", "one that another has taken", "leave it to whoever holds it"));

    private static TableEntity Row(TimerRecord record)
    {
        var row = new TableEntity(Partition, TableKeys.Encode(record.Name))
        {
            ["Name"] = record.Name,
            ["KnownSince"] = record.KnownSince,
            ["Attempt"] = record.Attempt,
        };
        Put(row, "Occurrence", record.Occurrence);
        Put(row, "Started", record.Started);
        Put(row, "Ended", record.Ended);
        Put(row, "HeldUntil", record.HeldUntil);
        Put(row, "Outcome", record.Outcome);
        Put(row, "Failure", record.Failure);
        return row;
    }

    private static TimerRecord Record(TableEntity row) =>
        new(row.GetString("Name")!, row.GetDateTimeOffset("KnownSince")!.Value)
        {
            Attempt = row.GetInt32("Attempt")!.Value,
            Occurrence = row.GetDateTimeOffset("Occurrence"),
            Started = row.GetDateTimeOffset("Started"),
            Ended = row.GetDateTimeOffset("Ended"),
            HeldUntil = row.GetDateTimeOffset("HeldUntil"),
            Outcome = row.GetString("Outcome"),
            Failure = row.GetString("Failure"),
            ETag = row.ETag,
        };

    private static void Put(TableEntity row, string name, object? value)
    {
        if (value is not null) row[name] = value;
    }
}
