using System.Text;
using System.Text.Json;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>
/// The form of a work message: a flat JSON object of names and whole numbers, base64. It says what to do, never with which values;
/// those are read from the stores, so nothing confidential waits in a queue.
/// </summary>
internal static class WorkMessage
{
    /// <summary>The Functions host merges the members of a message into its own metadata, ignoring case, and the message's win.</summary>
    private static readonly HashSet<string> HostNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Id", "DequeueCount", "InsertionTime", "ExpirationTime", "NextVisibleTime", "PopReceipt", "sys",
    };

    /// <summary>The text to send.</summary>
    /// <exception cref="WorkMessageException">A member has a name of the host's, or holds more than a key.</exception>
    public static string Encode<T>(string queue, T message)
    {
        var json = StorageJson.Write(message);
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw Refused(queue, "the message", "an object", document.RootElement.ValueKind.ToString());
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (HostNames.Contains(member.Name)) throw Refused(queue, member.Name, "a name that the host does not use", "one that it does");
            var whole = member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt64(out _);
            if (!whole && member.Value.ValueKind != JsonValueKind.String)
                throw Refused(queue, member.Name, "a name, a key or a whole number", member.Value.ValueKind.ToString());
        }

        return Convert.ToBase64String(json);
    }

    /// <summary>The message, or the reason why it is none.</summary>
    public static bool TryDecode<T>(string text, out T? message, out string? fault) => TryRead(() => Convert.FromBase64String(text), out message, out fault);

    /// <summary>The message of its JSON, or the reason why it is none.</summary>
    public static bool TryParse<T>(string json, out T? message, out string? fault) => TryRead(() => Encoding.UTF8.GetBytes(json), out message, out fault);

    private static bool TryRead<T>(Func<byte[]> json, out T? message, out string? fault)
    {
        try
        {
            (message, fault) = (StorageJson.Read<T>(json()), null);
            return true;
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            (message, fault) = (default, $"not a message of the form {typeof(T).Name}: {unreadable.Message}");
            return false;
        }
    }

    private static WorkMessageException Refused(string queue, string member, string expected, string found) =>
        new(new Fault($"queue {queue}", member, expected, found, "give the member another name, or send the key of what holds the value"));
}
