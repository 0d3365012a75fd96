namespace Pipeline.App.Functions;

/// <summary>Identifiers of calls.</summary>
internal static class Invocations
{
    /// <summary>Header in which the Functions host gives the identifier of a call.</summary>
    public const string Header = "X-Azure-Functions-InvocationId";

    /// <summary>The identifier of a call over HTTP: the host's, or the web server's own.</summary>
    public static string IdOf(HttpContext http) => http.Request.Headers[Header].ToString() is { Length: > 0 } id ? id : http.TraceIdentifier;
}
