using Azure.Core;

namespace Pipeline.Storage;

/// <summary>
/// How often a call to the account is tried, the same for blobs, queues and tables. A passing fault (500, 503, a broken connection) is over
/// in moments or it is not: a call gives up after a few quick tries, since whatever needed it is driven again, and a worker that waits
/// longer would only hold its message.
/// </summary>
internal static class StorageTries
{
    /// <summary>Tries of one call, the first included.</summary>
    public const int Most = 5;

    /// <summary>Pause before the second try; each further one is twice as long: 0.2, 0.4, 0.8, 1.6 seconds, a fifth more or less.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    /// <summary>No pause is longer, unless the service asks for it.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>A try that has not been answered by then counts as broken. The largest files here take a few seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The options with this rule, and with an eye on calls that are sent more than once.</summary>
    public static T Apply<T>(T options) where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = Most - 1;
        options.Retry.Delay = FirstPause;
        options.Retry.MaxDelay = LongestPause;
        options.Retry.NetworkTimeout = Patience;
        options.AddPolicy(SentAgain.Policy, HttpPipelinePosition.PerRetry);
        return options;
    }
}
