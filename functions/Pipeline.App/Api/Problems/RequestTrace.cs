using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Pipeline.App.Telemetry;

namespace Pipeline.App.Api;

/// <summary>The name by which a request is found again: problem documents tell it to the caller, and the log line on what went wrong carries it.</summary>
internal static class RequestTrace
{
    /// <summary>The trace that the web server keeps of the request, else the one that the caller began (W3C <c>traceparent</c>), else the number of the request on its connection.</summary>
    public static string Of(HttpContext http) => http.Features.Get<IHttpActivityFeature>()?.Activity is { } kept ? kept.TraceId.ToHexString()
        : ActivityContext.TryParse(http.Request.Headers.TraceParent, traceState: null, out ActivityContext begun) ? begun.TraceId.ToHexString()
        : http.TraceIdentifier;

    /// <summary>Logs that a request could not be answered, under its name.</summary>
    /// <param name="log">The log.</param>
    /// <param name="http">The request.</param>
    /// <param name="failure">Why.</param>
    /// <param name="what">What was asked for, in words of the program: never what the caller sent.</param>
    public static void LogFailure(ILogger log, HttpContext http, Exception failure, string what)
    {
        using IDisposable? scope = log.BeginScope(new InvocationScope(Of(http)));
        log.LogError(failure, "{What} cannot be answered.", what);
    }
}
