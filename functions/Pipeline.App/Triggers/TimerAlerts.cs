using Pipeline.App.Functions;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Triggers;

/// <summary>
/// Tells operators of a timer that nobody calls: the host forgets one at times, and those that come round once a month or a year would be
/// missed by nobody. The timer that comes round most often looks after all the others.
/// </summary>
internal sealed class TimerAlerts(FunctionDefinitions definitions, StorageAccount storage, TimeProvider clock)
{
    /// <summary>A timer's occurrence has passed and nobody has called. Subject: the timer.</summary>
    public const string Overdue = "timer-overdue";

    /// <summary>The work of the watching timer, with a look at the other timers before it.</summary>
    public TimerWork Before(TimerWork watch) => async (call, cancellation) =>
    {
        // A late call means that nothing was running: the others are being caught up as well.
        if (!call.IsPastDue)
        {
            await SetAsync(cancellation);
        }

        return await watch(call, cancellation);
    };

    private async Task SetAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        HashSet<string> standing = [.. (await storage.Alerts.ListAsync(cancellationToken: cancellation)).Where(alert => alert.Kind == Overdue).Select(alert => alert.Subject)];
        foreach (TimerDefinition timer in definitions.Timers)
        {
            // Entered at the first look: under a host that never calls it nothing else would.
            TimerRecord record = await storage.Timers.RegisterAsync(timer.Name, now, cancellation);
            bool overdue = timer.IsOverdue(record, now);
            if (overdue && !standing.Contains(timer.Name))
            {
                string message = Invariant($"It was due at {timer.NextAfter(record, now):yyyy-MM-dd HH:mm}Z and was not called; call it by hand, and restart the app if others are overdue too.");
                await storage.Alerts.RaiseAsync(new Alert(Overdue, timer.Name, message, now), cancellation);
            }
            else if (!overdue && standing.Contains(timer.Name))
            {
                await storage.Alerts.ClearAsync(Overdue, timer.Name, now, cancellation);
            }
        }
    }
}
