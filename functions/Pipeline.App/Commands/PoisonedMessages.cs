using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Commands;

/// <summary><c>runs --poison</c>: messages that nobody tries again by himself, queue by queue, each with its cause.</summary>
internal static class PoisonedMessages
{
    /// <summary>Prints them; a queue without any is passed over.</summary>
    public static async Task<int> PrintAsync(StorageAccount storage, TextWriter output, CancellationToken cancellation)
    {
        int all = 0;
        foreach (string name in QueueNames.All)
        {
            WorkQueue queue = storage.Queue(name);
            IReadOnlyList<PoisonedItem> items = await queue.PeekPoisonAsync(cancellation);
            foreach (PoisonedItem item in items)
            {
                string tries = item.Deliveries is { } number ? Invariant($"{number} tries") : "tries unknown";
                await output.WriteLineAsync(Invariant($"{name}  {item.PoisonedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z  {tries}  {item.Message}"));
                await output.WriteLineAsync(Invariant($"    {item.Cause.ReplaceLineEndings(" ")}"));
            }

            all += items.Count;
            if (items.Count > 0 && await queue.CountPoisonAsync(cancellation) is var count && count > items.Count)
            {
                await output.WriteLineAsync(Invariant($"{name}  {count - items.Count} more"));
            }
        }

        await output.WriteLineAsync(all == 0 ? "No message was given up." : "To send those of a queue again once the cause is mended: redrive QUEUE");
        return ExitCode.Done;
    }
}
