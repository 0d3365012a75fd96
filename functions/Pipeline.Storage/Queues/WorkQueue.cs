using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
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
public sealed class WorkQueue
{
    internal const string PoisonSuffix = "-poison";
    private const string GivenUpByHost = "the host gave up after its last delivery; its log has the error";

    /// <summary>A message waits until somebody deals with it; the service's own default would drop it after a week.</summary>
    private static readonly TimeSpan NoEnd = TimeSpan.FromSeconds(-1);

    private readonly QueueClient queue;
    private readonly QueueClient poison;

    internal WorkQueue(QueueClient queue, QueueClient poison) => (this.queue, this.poison) = (queue, poison);

    /// <summary>Name of the queue.</summary>
    public string Name => queue.Name;

    /// <summary>Sends a message, visible at once or after a delay.</summary>
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
                    received.MessageId, received.PopReceipt, new PoisonedItem(fault!, text, received.DequeueCount), cancellationToken);
        }

        return items;
    }

    /// <summary>The item is done.</summary>
    /// <exception cref="StorageConflictException">It was handed out again in the meantime; that process will find the work
    /// done.</exception>
    public Task CompleteAsync<T>(WorkItem<T> item, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        return HeldAsync(item.MessageId, () => queue.DeleteMessageAsync(item.MessageId, item.Receipt, cancellationToken));
    }

    /// <summary>
    /// Keeps the item for a further time, or gives it back at once with <see cref="TimeSpan.Zero"/>. The answer replaces the item.
    /// </summary>
    /// <exception cref="StorageConflictException">It was handed out again in the meantime.</exception>
    public async Task<WorkItem<T>> RenewAsync<T>(WorkItem<T> item, TimeSpan visibility, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        var renewed = await HeldAsync(
            item.MessageId,
            () => queue.UpdateMessageAsync(item.MessageId, item.Receipt, (string?)null, visibility, cancellationToken));
        return item with { Receipt = renewed.Value.PopReceipt };
    }

    /// <summary>
    /// Moves the item to the poison queue with the cause. A kill in between leaves it in both: the work is idempotent, and nothing is lost.
    /// </summary>
    public Task PoisonAsync<T>(WorkItem<T> item, string cause, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        return PoisonAsync(
            item.MessageId,
            item.Receipt,
            new PoisonedItem(cause, Encoding.UTF8.GetString(StorageJson.Write(item.Message)), item.Deliveries),
            cancellationToken);
    }

    /// <summary>Keeps a message that nobody will try again by itself, with its cause; whoever holds the message then completes it.</summary>
    public Task AddPoisonAsync<T>(T message, string cause, long tries, CancellationToken cancellationToken = default) => poison.SendMessageAsync(
        Convert.ToBase64String(StorageJson.Write(new PoisonedItem(cause, Encoding.UTF8.GetString(StorageJson.Write(message)), tries))),
        timeToLive: NoEnd, cancellationToken: cancellationToken);

    /// <summary>
    /// Sends poisoned messages of this form again: first into the queue, then out of the poison queue, so that a kill in between leaves them
    /// in both. What has another form stays.
    /// </summary>
    /// <returns>How many were sent again.</returns>
    public async Task<int> RedriveAsync<T>(int most, CancellationToken cancellationToken = default)
    {
        var sent = 0;
        foreach (QueueMessage held in (await poison.ReceiveMessagesAsync(most, TimeSpan.FromSeconds(30), cancellationToken)).Value)
        {
            var json = Convert.ToBase64String(Encoding.UTF8.GetBytes(Poisoned(held.MessageText).Message));
            if (!WorkMessage.TryDecode<T>(json, out var message, out _)) continue;
            await SendAsync(message!, cancellationToken: cancellationToken);
            await poison.DeleteMessageAsync(held.MessageId, held.PopReceipt, cancellationToken);
            sent++;
        }

        return sent;
    }

    /// <summary>Up to 32 poisoned items, left where they are.</summary>
    public async Task<IReadOnlyList<PoisonedItem>> PeekPoisonAsync(CancellationToken cancellationToken = default) =>
        [.. (await poison.PeekMessagesAsync(32, cancellationToken)).Value.Select(message => Poisoned(message.MessageText))];

    /// <summary>Messages in the queue, taken or not; the service counts roughly.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken = default) =>
        (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;

    private async Task PoisonAsync(string messageId, string receipt, PoisonedItem item, CancellationToken cancellationToken)
    {
        await poison.SendMessageAsync(
            Convert.ToBase64String(StorageJson.Write(item)), timeToLive: NoEnd, cancellationToken: cancellationToken);
        await HeldAsync(messageId, () => queue.DeleteMessageAsync(messageId, receipt, cancellationToken));
    }

    /// <summary>Two forms are found in a poison queue: ours with a cause, and the bare message that the host has moved.</summary>
    private static PoisonedItem Poisoned(string text)
    {
        if (WorkMessage.TryDecode<PoisonedItem>(text, out var ours, out _)) return ours!;
        return WorkMessage.TryDecode<JsonElement>(text, out var json, out _)
            ? new PoisonedItem(GivenUpByHost, json.GetRawText(), null)
            : new PoisonedItem(GivenUpByHost, text, null);
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
