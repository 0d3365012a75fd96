using System.Text.RegularExpressions;

namespace Pipeline.Storage.Tests.Faults;

/// <summary>One request to a storage service, seen from outside.</summary>
/// <param name="Service"><c>blob</c>, <c>queue</c> or <c>table</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Kind">
/// Service, method and what it is done to: <c>blob PUT</c>, <c>blob GET list</c>, <c>queue POST message</c>, <c>queue GET messages</c>,
/// <c>table POST row</c>, <c>table POST batch</c>.
/// </param>
/// <param name="Name">Container, queue or table; empty for a call to the service itself.</param>
/// <param name="Item">Name of the blob, address of the row or id of the message; empty where there is none.</param>
/// <param name="Number">The how manieth call of its kind this is, from 1.</param>
internal sealed partial record StorageCall(string Service, string Method, string Kind, string Name, string Item, long Number)
{
    /// <summary>What is asked for, read from method, address and, for a batch, the body.</summary>
    public static StorageCall Of(string service, string method, string target, ReadOnlySpan<byte> body)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? target[mark..] : "";
        var path = Uri.UnescapeDataString(query.Length > 0 ? target[..^query.Length] : target);
        // The emulator's account is the first part of every path.
        var parts = path.TrimStart('/').Split('/', 3);
        var (name, item) = (parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
        var component = Component().Match(query) is { Success: true } found ? found.Groups[1].Value : "";
        switch (service)
        {
            case "blob":
                return Call(component.Length > 0 ? component : item.Length > 0 ? "" : "container", name, item);
            case "queue" when item.Length > 0:
                var one = method is "PUT" or "DELETE" or "POST";
                var peek = query.Contains("peekonly=true", StringComparison.OrdinalIgnoreCase);
                return Call(one ? "message" : peek ? "peek" : "messages", name, item[(item.IndexOf('/', StringComparison.Ordinal) + 1)..]);
            case "queue":
                return Call(component.Length > 0 ? component : "queue", name, "");
            case "table" when name == "$batch":
                return Call("batch", BatchTable().Match(System.Text.Encoding.UTF8.GetString(body)).Groups[1].Value, "");
            case "table" when name == "Tables":
                return Call("table", NewTable().Match(System.Text.Encoding.UTF8.GetString(body)).Groups[1].Value, "");
            default:
                var whole = string.Join('/', parts[1..]);
                var at = whole.IndexOf('(', StringComparison.Ordinal) is var bracket and >= 0 ? bracket : whole.Length;
                return Call(method == "POST" || whole.Length > at + 2 ? "row" : "query", whole[..at], whole[at..]);
        }

        StorageCall Call(string what, string name, string item) => new(service, method, $"{service} {method} {what}".TrimEnd(), name, item, 0);
    }

    [GeneratedRegex(@"[?&]comp=([^&]*)")]
    private static partial Regex Component();

    [GeneratedRegex("\"TableName\":\"(\\w+)\"")]
    private static partial Regex NewTable();

    [GeneratedRegex(@"^(?:POST|PUT|MERGE|DELETE) \S+?//[^/]+/[^/]+/(\w+)", RegexOptions.Multiline)]
    private static partial Regex BatchTable();
}

/// <summary>What happens to a call instead of its being passed on and answered.</summary>
internal enum StorageFault
{
    /// <summary>Refused with 503 <c>ServerBusy</c>; the service never hears of it.</summary>
    Busy,

    /// <summary>Refused with 500 and no body, as the emulator answers when its disk is full; nothing is written.</summary>
    DiskFull,

    /// <summary>The connection is cut; the service never hears of it.</summary>
    CutBefore,

    /// <summary>The call is passed on and done, then the connection is cut: the sender cannot know that it was done.</summary>
    CutAfter,

    /// <summary>The call is passed on and done, then answered with 503: the sender is told that it was not done.</summary>
    BusyAfter,

    /// <summary>The call is passed on twice; the first answer is given.</summary>
    Twice,
}
