using Pipeline.App.Functions;
using Pipeline.App.Telemetry;
using Pipeline.Storage;

namespace Pipeline.App.Triggers.Standalone;

/// <summary>Works on one message that was taken from a queue, to its end.</summary>
internal sealed class MessageWork(FunctionTable table, FunctionInvoker invoker, QueueOptions options, TimeProvider clock, ILogger<MessageWork> log)
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Runs the work and deletes the message, or gives it back: at once when the program stops, after a while that doubles with each try when
    /// the work threw. It throws nothing: what storage refuses is set right by the message's own time.
    /// </summary>
    public async Task RunAsync(string function, WorkQueue queue, WorkItem<StepMessage> taken, CancellationToken stopping)
    {
        using IDisposable? scope = log.BeginScope(new InvocationScope(taken.MessageId));
        WorkItem<StepMessage> item = taken;
        try
        {
            bool done = false;
            try
            {
                await HeldWork.RunAsync(
                    options.Visibility,
                    clock,
                    async () => item = await queue.RenewAsync(item, options.Visibility, CancellationToken.None),
                    token => RunAsync(function, new Delivery(taken.Message, taken.MessageId, taken.Deliveries), token),
                    log,
                    stopping);
                done = true;
            }
            catch (FunctionFailedException)
            {
                await queue.RenewAsync(item, BackOff(taken.Deliveries), CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                await queue.RenewAsync(item, TimeSpan.Zero, CancellationToken.None);
            }

            if (done)
            {
                await queue.CompleteAsync(item, CancellationToken.None);
            }
        }
        catch (StorageConflictException)
        {
            log.LogInformation("A message of {Queue} was handed out again in the meantime; whoever has it finds the work done or does it.", queue.Name);
        }
        catch (Exception fault) when (StorageOutage.Is(fault))
        {
            log.LogError(fault, "A message of {Queue} could neither be deleted nor given back; it will be handed out again.", queue.Name);
        }
    }

    private Task<string> RunAsync(string function, Delivery delivery, CancellationToken cancellation) => invoker.RunAsync(
        function,
        new Origin(delivery.MessageId, delivery.Message.Trace),
        async () =>
        {
            await table.Queues[function](delivery, cancellation);
            return $"try {delivery.Tries}";
        },
        cancellation);

    private static TimeSpan BackOff(long tries) =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Clamp(tries - 1, 0, 16)), LongestBackOff.TotalSeconds));
}
