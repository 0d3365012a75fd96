using Microsoft.AspNetCore.Http.Features;
using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>
/// Maps the registry of routes; there is no other way to add an address. Every request takes the same way: who calls, what is asked, the answer that
/// was kept for this vintage, and only then the route.
/// </summary>
internal sealed class ReportingApi(Callers callers, CurrentVintage current, ILogger log)
{
    /// <summary>Maps every route; one for reading answers GET and HEAD.</summary>
    public void Map(WebApplication app, IReadOnlyList<ApiRoute> routes)
    {
        foreach (ApiRoute route in routes)
        {
            app.MapMethods("/api/" + route.Pattern, route.Method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [route.Method], http => AnswerAsync(route, http));
        }
    }

    private async Task AnswerAsync(ApiRoute route, HttpContext http)
    {
        if (await callers.RefuseAsync(http, route.Access) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        http.Response.Headers.CacheControl = CacheRule.Of(route.Freshness);
        IResult answer;
        try
        {
            answer = await AnswerAsync(route, http, current.View);
        }
        catch (PipelineException failure)
        {
            log.LogError(failure, "{Route} cannot be answered.", route.Pattern);
            // What an error says is at most internal; who has not signed in is told nothing of it.
            answer = ApiProblems.CannotBeComputed(route.Access == Access.Anonymous ? null : failure.Fault);
        }

        await answer.ExecuteAsync(http);
    }

    private static async Task<IResult> AnswerAsync(ApiRoute route, HttpContext http, PublishedView? view)
    {
        HttpRequest request = http.Request;
        if (ParameterProblems.Check(request.Query, route.AllQuery) is { } fault)
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
            return await route.Answer(new ApiRequest(http, view, http.RequestAborted) { Media = media, Language = language });
        }

        AnswerKey key = new(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, media, language);
        if (view.Kept.Find(key) is { } kept)
        {
            return kept;
        }

        IResult answer = await route.Answer(new ApiRequest(http, view, http.RequestAborted) { Media = media, Language = language });
        if (answer is PreparedAnswer prepared)
        {
            view.Kept.Keep(key, prepared);
        }

        return answer;
    }
}
