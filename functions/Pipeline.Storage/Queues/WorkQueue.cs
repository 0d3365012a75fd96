using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>
/// One of the stages' queues. A received item is invisible to others for a time; a process that dies lets it reappear. What cannot be
/// done goes to <c>&lt;queue&gt;-poison</c> with its cause.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue of the storage account.")]
public sealed partial class WorkQueue
{
    internal const string PoisonSuffix = "-poison";

    /// <summary>A message waits until somebody deals with it; the service's own default would drop it after a week.</summary>
    private static readonly TimeSpan NoEnd = TimeSpan.FromSeconds(-1);

    private readonly QueueClient queue;
    private readonly QueueClient poison;

    internal WorkQueue(QueueClient queue, QueueClient poison) => (this.queue, this.poison) = (queue, poison);

    /// <summary>Name of the queue.</summary>
    public string Name => queue.Name;

    /// <summary>
    /// Sends a message, visible at once or after a delay. When an answer is lost on the way it is sent again: it may be there twice, never
    /// not at all.
    /// </summary>
    /// <exception cref="WorkMessageException">It is not a flat object of keys.</exception>
    public Task SendAsync<T>(T message, TimeSpan? delay = null, CancellationToken cancellationToken = default) =>
        queue.SendMessageAsync(WorkMessage.Encode(Name, message), delay, NoEnd, cancellationToken);

    /// <summary>Takes up to 32 items for a time. What is no message of this form goes to the poison queue and is not returned.</summary>
    public async Task<IReadOnlyList<WorkItem<T>>> ReceiveAsync<T>(
        int most, TimeSpan visibility, CancellationToken cancellationToken = default)
    {
        var items = new List<WorkItem<T>>();
        foreach (QueueMessage received in (await queue.ReceiveMessagesAsync(most, visibility, cancellationToken)).Value)
        {
            var text = received.MessageText;
            if (WorkMessage.TryDecode<T>(text, out var message, out var fault))
                items.Add(
                    new WorkItem<T>(message!, received.DequeueCount) { MessageId = received.MessageId, Receipt = received.PopReceipt });
            else
                await PoisonAsync(
                    received.MessageId, received.PopReceipt, new PoisonedItem(fault!, Cut(text), received.DequeueCount), cancellationToken);
        }

        return items;
    }

    /// <summary>
    /// The item is done. One that is gone already is no error: either an earlier try of this very call removed it and its answer was lost,
    /// or another process did the same work.
    /// </summary>
    /// <exception cref="StorageConflictException">It was handed out again in the meantime; that process will find the work
    /// done.</exception>
    public Task CompleteAsync<T>(WorkItem<T> item, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        return HeldAsync(item.MessageId, () => RemoveAsync(queue, item.MessageId, item.Receipt, cancellationToken));
    }

    /// <summary>
    /// Keeps the item for a further time, or gives it back at once with <see cref="TimeSpan.Zero"/>. The answer replaces the item.
    /// </summary>
    /// <exception cref="StorageConflictException">It was handed out again in the meantime, or the answer with the new right to it was lost
    /// on the way, which nothing can bring back: the item will be handed out again.</exception>
    public async Task<WorkItem<T>> RenewAsync<T>(WorkItem<T> item, TimeSpan visibility, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        var renewed = await HeldAsync(
            item.MessageId,
            () => queue.UpdateMessageAsync(item.MessageId, item.Receipt, (string?)null, visibility, cancellationToken));
        return item with { Receipt = renewed.Value.PopReceipt };
    }

    /// <summary>Messages in the queue, taken or not; the service counts roughly.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken = default) =>
        (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;

    /// <summary>Removes a message; one that is gone is as removed as it can be.</summary>
    private static async Task<bool> RemoveAsync(QueueClient from, string messageId, string receipt, CancellationToken cancellationToken)
    {
        try
        {
            await from.DeleteMessageAsync(messageId, receipt, cancellationToken);
            return true;
        }
        catch (RequestFailedException gone) when (gone.ErrorCode == QueueErrorCode.MessageNotFound)
        {
            return false;
        }
    }

    private async Task<TAnswer> HeldAsync<TAnswer>(string messageId, Func<Task<TAnswer>> act)
    {
        try
        {
            return await act();
        }
        catch (RequestFailedException lost) when (
            lost.ErrorCode == QueueErrorCode.MessageNotFound || lost.ErrorCode == QueueErrorCode.PopReceiptMismatch)
        {
            throw new StorageConflictException(
                new Fault(
                    $"queue {Name}",
                    messageId,
                    "an item that this process holds",
                    "one that was handed out again or is gone",
                    "leave it to whoever holds it; take more time when receiving"),
                lost);
        }
    }
}
