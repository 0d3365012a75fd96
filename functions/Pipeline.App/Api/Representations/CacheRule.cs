namespace Pipeline.App.Api;

/// <summary>What caches may do with an answer. Never <c>public</c>, <c>s-maxage</c> or <c>must-revalidate</c>: on answers to a signed-in caller each lets a shared cache keep them (RFC 9111, 3.5).</summary>
internal static class CacheRule
{
    /// <summary>Value of <c>Cache-Control</c>.</summary>
    public static string Of(Freshness freshness) => freshness switch
    {
        Freshness.Pinned => "private, max-age=31536000, immutable",
        Freshness.Latest => "private, max-age=300",
        Freshness.Live => "private, no-cache",
        _ => "no-store",
    };
}
