namespace Pipeline.App.Api;

/// <summary>
/// Tells whether an order was sent from a page of this program. A browser sends along who is signed in whatever page the form stands on; it also says
/// which page that was, and pages cannot change what it says. A program that is no browser says neither, and nobody's sign-in is lent to it.
/// </summary>
internal static class SameSite
{
    /// <summary>False when a browser says that the request comes from a page of another site, or from none that it would name.</summary>
    public static bool Sent(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
        {
            return site == "same-origin";
        }

        return IsOfNoOtherOrigin(request);
    }

    /// <summary>False when the request names a page of another origin. Requests that read name their page only where the page is of another origin.</summary>
    public static bool IsOfNoOtherOrigin(HttpRequest request) =>
        !request.Headers.TryGetValue("Origin", out var origin) || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && page.Authority == request.Host.Value);
}
