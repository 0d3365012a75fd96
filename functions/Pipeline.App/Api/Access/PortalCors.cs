namespace Pipeline.App.Api;

/// <summary>
/// Lets pages of the portals that are named read answers, without cookies; pages of all others get no word of consent. Under the Functions host the
/// platform answers the question before (preflight) by the list of the site.
/// </summary>
internal static class PortalCors
{
    private const string Policy = "portals";

    /// <summary>Response headers that a page may read beside those that every page may.</summary>
    private static readonly string[] Exposed =
    [
        "ETag", "Link", "Location", CodedBytes.DigestHeader, "Content-Disposition", "Content-Language", "Content-Range", "Accept-Ranges", "Allow", "Retry-After",
        CallerLimits.Remaining, CallerLimits.Policy, "Deprecation", "Sunset",
    ];

    private static readonly string[] Sent = ["Authorization", "Accept", "Accept-Language", "Content-Type", "If-Match", "If-None-Match", "If-Range", "Range", "Idempotency-Key", "Prefer", "traceparent"];

    /// <summary>Adds what it needs.</summary>
    public static void Add(IServiceCollection services, IReadOnlyList<string> origins) => services.AddCors(cors => cors.AddPolicy(Policy, policy => policy
        .WithOrigins([.. origins])
        .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post)
        .WithHeaders(Sent)
        .WithExposedHeaders(Exposed)
        .DisallowCredentials()
        .SetPreflightMaxAge(TimeSpan.FromMinutes(10))));

    /// <summary>Puts it before the routes. With no origin it is not there at all.</summary>
    public static void Use(WebApplication app, IReadOnlyList<string> origins)
    {
        if (origins.Count > 0)
        {
            app.UseCors(Policy);
        }
    }
}
