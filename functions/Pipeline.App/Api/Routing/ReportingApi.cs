using Microsoft.AspNetCore.Http.Features;
using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>
/// Maps the registry of routes; there is no other way to add an address. Every request takes the same way: who calls, what is asked, the answer that
/// was kept for this vintage, and only then the route.
/// </summary>
/// <param name="callers">Decides who calls.</param>
/// <param name="current">The current vintage.</param>
/// <param name="log">The log.</param>
/// <param name="limits">Counts what callers ask for, or none where nobody is limited.</param>
internal sealed class ReportingApi(Callers callers, CurrentVintage current, ILogger log, CallerLimits? limits = null)
{
    /// <summary>Maps every route; one for reading answers GET and HEAD, every address answers OPTIONS, and any other method is refused here and nowhere else.</summary>
    public void Map(WebApplication app, IReadOnlyList<ApiRoute> routes)
    {
        foreach (IGrouping<string, ApiRoute> pattern in routes.GroupBy(route => route.Pattern, StringComparer.Ordinal))
        {
            ApiAddress address = new(pattern);
            RequestDelegate answer = http => AnswerAsync(address, http);
            app.Map("/api/" + pattern.Key, answer);
        }
    }

    private async Task AnswerAsync(ApiAddress address, HttpContext http)
    {
        ApiRoute? route = address.For(http.Request.Method);
        (Caller caller, ApiProblem? refusal) = route is null ? await callers.AdmitAsync(http, address.Access) : await callers.AdmitAsync(http, route.Access);
        // Whoever is known is counted, refused or not. A stranger is told to sign in, however often: all strangers may share the address of a proxy.
        bool isLimited = limits is not null && caller != Caller.Nobody;
        if (isLimited)
        {
            refusal = limits!.Take(caller, http.Response.Headers) ?? refusal;
        }

        IResult answer = refusal ?? (route is null ? OfAddress(address, http) : await AnswerAsync(route, caller, http));
        await answer.ExecuteAsync(http);
        if (isLimited && !HttpMethods.IsHead(http.Request.Method))
        {
            limits!.Charge(caller, http.Response.ContentLength ?? 0);
        }
    }

    private static IResult OfAddress(ApiAddress address, HttpContext http)
    {
        http.Response.Headers.Allow = address.Allow;
        return HttpMethods.IsOptions(http.Request.Method) ? Results.NoContent() : new ApiProblem(ProblemKinds.MethodNotAllowed, ProblemKinds.MethodNotAllowed.Remedy);
    }

    private async ValueTask<IResult> AnswerAsync(ApiRoute route, Caller caller, HttpContext http)
    {
        http.Response.Headers.CacheControl = CacheRule.Of(route.Freshness);
        route.Deprecation?.Announce(http.Response);
        try
        {
            return await AnswerAsync(route, caller, http, current.View);
        }
        catch (PipelineException failure)
        {
            RequestTrace.LogFailure(log, http, failure, route.Pattern);
            // What an error says is at most internal; who has not signed in is told nothing of it.
            return ApiProblems.CannotBeComputed(route.Access == Access.Anonymous ? null : failure.Fault);
        }
    }

    private static async ValueTask<IResult> AnswerAsync(ApiRoute route, Caller caller, HttpContext http, PublishedView? view)
    {
        HttpRequest request = http.Request;
        // Most requests have no query; asking for the parsed one would make it.
        if (request.QueryString.HasValue && ParameterProblems.Check(request.Query, route.AllQuery) is { } fault)
        {
            return fault;
        }

        if (MediaChoice.Of(request, route.Success.Media) is not { } media)
        {
            return new ApiProblem(ProblemKinds.NotAcceptable, new(
                $"このアドレスは {string.Join("、", route.Success.Media.Select(form => form.Type))} で回答します。",
                $"This address answers {string.Join(", ", route.Success.Media.Select(form => form.Type))}."));
        }

        Language language = route.IsSpoken ? RequestLanguage.Of(request) : Language.Japanese;
        if (!route.IsKept || view is null)
        {
            return await route.Answer(new ApiRequest(http, view, http.RequestAborted) { Media = media, Language = language, Caller = caller });
        }

        AnswerKey key = new(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, media, language);
        if (view.Kept.Find(key) is { } kept)
        {
            return kept;
        }

        IResult answer = await route.Answer(new ApiRequest(http, view, http.RequestAborted) { Media = media, Language = language, Caller = caller });
        if (answer is PreparedAnswer { IsOfView: true } prepared)
        {
            view.Kept.Keep(key, prepared);
        }

        return answer;
    }
}
