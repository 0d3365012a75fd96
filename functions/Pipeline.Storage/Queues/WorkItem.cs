using System.Text.Json.Serialization;

namespace Pipeline.Storage;

/// <summary>A message that this process has taken for a while.</summary>
/// <typeparam name="T">Form of the message.</typeparam>
/// <param name="Message">What to do.</param>
/// <param name="Deliveries">How often it was handed out, this time included. Delivery is at least once.</param>
public sealed record WorkItem<T>(T Message, long Deliveries)
{
    /// <summary>The service's identifier of the message; it stays the same however often the message is handed out.</summary>
    public string MessageId { get; internal init; } = "";

    /// <summary>Right to finish the item; another process has it once the item was handed out again.</summary>
    internal string Receipt { get; init; } = "";
}

/// <summary>A message that nobody will try again by itself.</summary>
/// <param name="Cause">Why: the last error, cut to 8,000 characters, or that the host gave up.</param>
/// <param name="Message">The message's JSON, or its raw text when it is none.</param>
/// <param name="Deliveries">How often it was handed out; null when the host put it here.</param>
public sealed record PoisonedItem(string Cause, string Message, long? Deliveries)
{
    /// <summary>When it was put into the poison queue; the queue itself knows it.</summary>
    [JsonIgnore]
    public DateTimeOffset PoisonedAt { get; init; }
}
