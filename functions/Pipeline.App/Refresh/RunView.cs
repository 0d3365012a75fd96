using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>A run as a stage sees it: the record as it was read, and the files of the run.</summary>
internal sealed class RunView(StorageAccount storage, RunMemory memory, RunRecord record)
{
    /// <summary>The record in the ledger.</summary>
    public RunRecord Record { get; private set; } = record;

    /// <summary>What was asked for.</summary>
    public RunRequest Request { get; } = RunRequest.Of(record);

    /// <summary>Steps of a stage.</summary>
    public Task<IReadOnlyList<StepRecord>> StepsAsync(string stage, CancellationToken cancellation) => storage.Runs.StepsAsync(Record.Id, stage, cancellation);

    /// <summary>A file of the run, or none when it was not written yet.</summary>
    public Task<T?> TryReadAsync<T>(string file, CancellationToken cancellation) where T : class => memory.TryReadAsync<T>(Record.Id, file, cancellation);

    /// <summary>A file of the run.</summary>
    /// <exception cref="MissingContentException">It was not written.</exception>
    public async Task<T> ReadAsync<T>(string file, CancellationToken cancellation) where T : class => await TryReadAsync<T>(file, cancellation)
        ?? throw new MissingContentException(new Fault($"run {Record.Id}", file, "a file that an earlier stage has written", "none", "start the refresh again"));

    /// <summary>Writes a file of the run, or returns the one that was written first: of two processes that plan the same stage one wins.</summary>
    public Task<T> WriteAsync<T>(string file, T content, CancellationToken cancellation) where T : class => memory.WriteAsync(Record.Id, file, content, cancellation);

    /// <summary>Names the vintage of the run, once; when another process has named it, its name holds.</summary>
    public async Task NameAsync(string vintage, bool foundPublished, DateTimeOffset at, CancellationToken cancellation)
    {
        if (Record.Vintage is not null)
        {
            return;
        }

        try
        {
            Record = await storage.Runs.UpdateRunAsync(Record with { Vintage = vintage, FoundPublished = foundPublished, StageAt = at }, cancellation);
        }
        catch (StorageConflictException) when (!cancellation.IsCancellationRequested)
        {
            Record = await storage.Runs.FindRunAsync(Record.Id, cancellation) ?? throw Gone();
            await NameAsync(vintage, foundPublished, at, cancellation);
        }
    }

    /// <summary>The vintage of the run.</summary>
    public string Vintage => Record.Vintage ?? throw new InvalidOperationException($"Run {Record.Id} has no vintage yet.");

    private MissingContentException Gone() => new(new Fault("table runs", Record.Id, "the run", "none", "start the refresh again"));
}
