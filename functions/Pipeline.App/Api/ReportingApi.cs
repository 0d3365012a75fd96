using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Maps the registry of routes; there is no other way to add an address.</summary>
internal static class ReportingApi
{
    /// <summary>Maps every route; one for reading answers GET and HEAD.</summary>
    public static void Map(WebApplication app, IEnumerable<ApiRoute> routes, Callers callers, CurrentVintage current)
    {
        foreach (ApiRoute route in routes)
        {
            app.MapMethods("/api/" + route.Pattern, route.Method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [route.Method], (Delegate)((HttpContext http) => AnswerAsync(route, http, callers, current, app.Logger)));
        }
    }

    private static async Task<IResult> AnswerAsync(ApiRoute route, HttpContext http, Callers callers, CurrentVintage current, ILogger log)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "private, no-cache";
        if (callers.Refuse(http.Request, route.Access) is { } refusal)
        {
            return refusal;
        }

        string? unknown = http.Request.Query.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => !route.Query.Contains(name));
        if (unknown is not null)
        {
            return ApiProblems.UnknownParameter(unknown, route.Query);
        }

        try
        {
            return await route.Answer(new ApiRequest(http, current.View, http.RequestAborted));
        }
        catch (PipelineException failure)
        {
            log.LogError(failure, "{Route} cannot be answered.", route.Pattern);
            // What an error says is at most internal; who has not signed in is told nothing of it.
            return ApiProblems.CannotBeComputed(route.Access == Access.Anonymous ? null : failure.Fault);
        }
    }
}
