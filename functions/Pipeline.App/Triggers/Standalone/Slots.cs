namespace Pipeline.App.Triggers.Standalone;

/// <summary>A fixed number of places for work, used by one poller.</summary>
internal sealed class Slots(int count) : IDisposable
{
    private readonly SemaphoreSlim free = new(count);
    private TaskCompletionSource freed = New();

    /// <summary>Ends when a work has ended after this was asked.</summary>
    public Task NextFreed => Volatile.Read(ref freed).Task;

    /// <summary>Takes the places that are free, up to a number; waits for the first.</summary>
    public async Task<int> TakeAsync(int most, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        int taken = 1;
        while (taken < most && free.Wait(0, CancellationToken.None))
        {
            taken++;
        }

        return taken;
    }

    /// <summary>Gives unused places back.</summary>
    public void Return(int unused)
    {
        if (unused > 0)
        {
            free.Release(unused);
        }
    }

    /// <summary>Runs a work, which must not throw, in a place that was taken; the place is free afterwards.</summary>
    public void Run(Func<Task> work) => _ = Task.Run(async () =>
    {
        try
        {
            await work();
        }
        finally
        {
            free.Release();
            Interlocked.Exchange(ref freed, New()).SetResult();
        }
    });

    /// <summary>Ends when no work is left.</summary>
    public async Task AllFreeAsync()
    {
        for (int place = 0; place < count; place++)
        {
            await free.WaitAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => free.Dispose();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
