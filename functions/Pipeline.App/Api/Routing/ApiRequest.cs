using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>A request as a route sees it: let in, with parameters that the route knows and values that it takes.</summary>
/// <param name="Http">The HTTP request, for what has no place here.</param>
/// <param name="View">The published vintage, or none before the first. A request that holds it never sees half of another.</param>
/// <param name="Cancellation">Ends when the caller has gone.</param>
internal sealed record ApiRequest(HttpContext Http, PublishedView? View, CancellationToken Cancellation)
{
    /// <summary>The medium that the caller gets.</summary>
    public MediaForm Media { get; init; } = MediaForm.Json;

    /// <summary>The language that the caller gets.</summary>
    public Language Language { get; init; } = Language.Japanese;

    /// <summary>Who has been let in.</summary>
    public Caller Caller { get; init; } = Caller.Nobody;

    /// <summary>A value of the path.</summary>
    public string Path(string name) => (string)Http.Request.RouteValues[name]!;

    /// <summary>A query parameter, or none.</summary>
    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>The values of a query parameter that takes several; none when it is not given.</summary>
    public IReadOnlyList<string> QueryList(string name) => Query(name) is { } written ? written.Split(',') : [];
}
