using System.Text;
using System.Text.Json;
using Azure.Storage.Queues.Models;

namespace Pipeline.Storage;

public sealed partial class WorkQueue
{
    private const string GivenUpByHost = "the host gave up after its last delivery; its log has the error";
    private const int LongestText = 8000;
    private const int MostAtOnce = 32;

    /// <summary>For how long a poisoned message is held while it is moved back.</summary>
    private static readonly TimeSpan MovingTime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Moves the item to the poison queue with the cause. A kill in between leaves it in both: the work is idempotent, and nothing is lost.
    /// </summary>
    /// <exception cref="StorageConflictException">It was handed out again in the meantime; it stands in the poison queue as well.</exception>
    public Task PoisonAsync<T>(WorkItem<T> item, string cause, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        return PoisonAsync(
            item.MessageId, item.Receipt, new PoisonedItem(cause, Json(item.Message), item.Deliveries), cancellationToken);
    }

    /// <summary>Puts a message that somebody else holds into the poison queue with the cause; the holder removes it where it is.</summary>
    /// <param name="message">The message as it was handed out.</param>
    /// <param name="cause">Why nobody tries again, without values.</param>
    /// <param name="tries">How often it was handed out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="WorkMessageException">The message is not a flat object of keys.</exception>
    public Task AddPoisonAsync<T>(T message, string cause, long tries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cause);
        WorkMessage.Encode(Name, message);
        return AddPoisonAsync(new PoisonedItem(cause, Json(message), tries), cancellationToken);
    }

    /// <summary>Up to 32 poisoned items, left where they are.</summary>
    public async Task<IReadOnlyList<PoisonedItem>> PeekPoisonAsync(CancellationToken cancellationToken = default) =>
    [
        .. (await poison.PeekMessagesAsync(MostAtOnce, cancellationToken)).Value.Select(
            message => Poisoned(message.MessageText) with { PoisonedAt = message.InsertedOn ?? default }),
    ];

    /// <summary>Messages in the poison queue, held or not; the service counts roughly.</summary>
    public async Task<int> CountPoisonAsync(CancellationToken cancellationToken = default) =>
        (await poison.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;

    /// <summary>
    /// Sends poisoned messages of this form again, the oldest first. Each is sent before it is removed: a kill in between leaves it in both
    /// queues, and the work is idempotent. What is no message of this form stays.
    /// </summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops after the message under way.</param>
    /// <returns>How many were sent again.</returns>
    public Task<int> RedriveAsync<T>(int most = int.MaxValue, CancellationToken cancellationToken = default) =>
        RedriveAsync<T>(most, _ => Task.CompletedTask, cancellationToken);

    /// <summary>The same for all messages of this form, each made ready before it is sent.</summary>
    /// <param name="prepare">Makes ready what the message works on. When it throws, the message stays.</param>
    /// <param name="cancellationToken">Stops after the message under way.</param>
    /// <returns>How many were sent again.</returns>
    public Task<int> RedriveAsync<T>(Func<T, Task> prepare, CancellationToken cancellationToken = default) =>
        RedriveAsync(int.MaxValue, prepare, cancellationToken);

    private async Task<int> RedriveAsync<T>(int most, Func<T, Task> prepare, CancellationToken cancellationToken)
    {
        var sent = 0;
        List<QueueMessage> staying = [];
        while (sent < most)
        {
            var held = (await poison.ReceiveMessagesAsync(Math.Min(MostAtOnce, most - sent), MovingTime, cancellationToken)).Value;
            if (held.Length == 0) break;
            foreach (var message in held)
            {
                if (!WorkMessage.TryParse<T>(Poisoned(message.MessageText).Message, out var work, out _))
                {
                    staying.Add(message);
                    continue;
                }

                await prepare(work!);
                await SendAsync(work, cancellationToken: cancellationToken);
                await RemoveAsync(poison, message.MessageId, message.PopReceipt, cancellationToken);
                sent++;
            }
        }

        // Held until now, so that no round met them again; those of a call that is killed come back after the moving time.
        foreach (var message in staying)
            await poison.UpdateMessageAsync(message.MessageId, message.PopReceipt, (string?)null, TimeSpan.Zero, cancellationToken);
        return sent;
    }

    private async Task PoisonAsync(string messageId, string receipt, PoisonedItem item, CancellationToken cancellationToken)
    {
        await AddPoisonAsync(item, cancellationToken);
        await HeldAsync(messageId, () => RemoveAsync(queue, messageId, receipt, cancellationToken));
    }

    private async Task AddPoisonAsync(PoisonedItem item, CancellationToken cancellationToken) => await poison.SendMessageAsync(
        Convert.ToBase64String(StorageJson.Write(item with { Cause = Cut(item.Cause) })), timeToLive: NoEnd, cancellationToken: cancellationToken);

    /// <summary>A message holds 64 KiB of base64 at most, cause and text included.</summary>
    private static string Cut(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText - 1), "…");

    /// <summary>Two forms are found in a poison queue: ours with a cause, and the bare message that the host has moved.</summary>
    private static PoisonedItem Poisoned(string text)
    {
        if (WorkMessage.TryDecode<PoisonedItem>(text, out var ours, out _)) return ours!;
        return WorkMessage.TryDecode<JsonElement>(text, out var json, out _)
            ? new PoisonedItem(GivenUpByHost, json.GetRawText(), null)
            : new PoisonedItem(GivenUpByHost, text, null);
    }

    private static string Json<T>(T message) => Encoding.UTF8.GetString(StorageJson.Write(message));
}
