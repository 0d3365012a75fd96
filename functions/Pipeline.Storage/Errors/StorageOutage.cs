using Azure;

namespace Pipeline.Storage;

/// <summary>Tells what passes by itself once storage can be reached again from what will fail the same way every time.</summary>
public static class StorageOutage
{
    /// <summary>
    /// True for an error that a storage service, or the way to it, has answered with. The clients have tried several times by then; they
    /// gather the errors of their tries in an <see cref="AggregateException"/>.
    /// </summary>
    public static bool Is(Exception fault) => fault switch
    {
        RequestFailedException or IOException or HttpRequestException or TimeoutException => true,
        AggregateException { InnerExceptions.Count: > 0 } tries => tries.InnerExceptions.All(one => one is TaskCanceledException || Is(one)),
        _ => false,
    };
}
