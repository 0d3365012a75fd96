using System.Globalization;
using static System.FormattableString;

namespace Pipeline.App.Api;

/// <summary>That a route will go, said with every answer of it (RFC 9745, RFC 8594).</summary>
/// <param name="Since">From when callers should leave it.</param>
/// <param name="Sunset">When it stops to answer; at least twelve months later.</param>
/// <param name="Successor">Address of what to use instead.</param>
internal sealed record RouteDeprecation(DateTimeOffset Since, DateTimeOffset Sunset, string Successor)
{
    /// <summary>Page that tells how to change over.</summary>
    private const string Page = "/api/docs";

    /// <summary>Adds the headers once the answer has set its own.</summary>
    public void Announce(HttpResponse response) => response.OnStarting(() =>
    {
        IHeaderDictionary headers = response.Headers;
        headers["Deprecation"] = Invariant($"@{Since.ToUnixTimeSeconds()}");
        headers["Sunset"] = Sunset.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
        headers.Append("Link", $"<{Page}>; rel=\"deprecation\"; type=\"text/html\", <{Successor}>; rel=\"successor-version\"");
        return Task.CompletedTask;
    });
}
