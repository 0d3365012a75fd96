namespace Pipeline.App.Api;

/// <summary>Headers of every answer, problems and refusals included.</summary>
internal static class ResponseHeaders
{
    /// <summary>What a page of the API may load: nothing but its own styles, pictures and forms.</summary>
    public const string ContentPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds them before anything else answers.</summary>
    public static void Use(WebApplication app) => app.Use((http, next) =>
    {
        Set(http.Response.Headers);
        return next(http);
    });

    /// <summary>Sets them.</summary>
    public static void Set(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = ContentPolicy;
        // Understood on encrypted connections only, so it does no harm on a developer's machine.
        headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
