using Pipeline.App.Vintages;

namespace Pipeline.App.Api;

/// <summary>Who may call a route.</summary>
internal enum Access
{
    /// <summary>Anyone who reaches the port: health words only.</summary>
    Anonymous,

    /// <summary>Ministry staff and internal portals.</summary>
    Reader,

    /// <summary>Operators: runs, timers, quarantine.</summary>
    Operator,
}

/// <summary>One route of the API. The registry of routes is the only place where a route can be declared; a route without an access rule cannot be written.</summary>
/// <param name="Pattern">Path under <c>/api</c>.</param>
/// <param name="Access">Who may call it.</param>
/// <param name="Query">Names of the query parameters it knows; any other is refused.</param>
/// <param name="Answer">What it answers.</param>
internal sealed record ApiRoute(string Pattern, Access Access, IReadOnlyList<string> Query, Func<ApiRequest, Task<IResult>> Answer)
{
    /// <summary>Method it answers; a route for reading answers HEAD too.</summary>
    public string Method { get; init; } = HttpMethods.Get;
}

/// <summary>A request as a route sees it.</summary>
/// <param name="Http">The HTTP request, for route values and query.</param>
/// <param name="View">The published vintage, or none before the first.</param>
/// <param name="Cancellation">Ends when the caller has gone.</param>
internal sealed record ApiRequest(HttpContext Http, PublishedView? View, CancellationToken Cancellation)
{
    /// <summary>A value of the path.</summary>
    public string Path(string name) => (string)Http.Request.RouteValues[name]!;

    /// <summary>A query parameter, or none.</summary>
    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var values) ? values.ToString() : null;
}
