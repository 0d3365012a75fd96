using Pipeline.Storage;

namespace Pipeline.App.Functions;

/// <summary>Runs a work whose right to run is held for a while only: the right is renewed as long as the work goes on.</summary>
internal static class HeldWork
{
    /// <summary>Runs the work. When another process has taken over, the work is told to stop.</summary>
    /// <param name="hold">How long the right is held; it is renewed each time a third of it has passed.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="renew">Renews the right. It is never broken off: half a renewal would leave nobody with the right.</param>
    /// <param name="work">The work.</param>
    /// <param name="log">Told of what goes wrong with the renewal.</param>
    /// <param name="cancellation">Tells the work to stop.</param>
    public static async Task<T> RunAsync<T>(
        TimeSpan hold, TimeProvider clock, Func<Task> renew, Func<CancellationToken, Task<T>> work, ILogger log, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using PeriodicTimer ticks = new(hold / 3, clock);
        Task renewal = RenewAsync(ticks, renew, stop, new OutageLog(log, "The hold on running work"));
        try
        {
            return await work(stop.Token);
        }
        finally
        {
            ticks.Dispose();
            await renewal;
        }
    }

    private static async Task RenewAsync(PeriodicTimer ticks, Func<Task> renew, CancellationTokenSource stop, OutageLog outage)
    {
        while (await ticks.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                await renew();
                outage.Over();
            }
            catch (StorageConflictException lost)
            {
                outage.Failed(lost);
                await stop.CancelAsync();
                return;
            }
            catch (Exception fault) when (StorageOutage.Is(fault))
            {
                outage.Failed(fault);
            }
        }
    }
}
