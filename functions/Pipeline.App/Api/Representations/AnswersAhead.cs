using Microsoft.AspNetCore.Http.Features;
using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Makes the answers that every reader asks for, with their codings, before anybody asks.</summary>
internal static class AnswersAhead
{
    /// <summary>Makes them and keeps them with the vintage. One that cannot be made holds no vintage back: whoever asks for it is told why.</summary>
    public static async Task MakeAsync(IReadOnlyList<ApiRoute> routes, PublishedView view, ILogger log, CancellationToken cancellation)
    {
        foreach (ApiRoute route in routes.Where(route => route.MadeAhead is not null))
        {
            foreach (string target in route.MadeAhead!(view))
            {
                foreach (Language language in route.IsSpoken ? [Language.Japanese, Language.English] : new[] { Language.Japanese })
                {
                    cancellation.ThrowIfCancellationRequested();
                    try
                    {
                        await MakeAsync(route, target, language, view, cancellation);
                    }
                    catch (PipelineException failure)
                    {
                        log.LogError(failure, "{Target} of vintage {Vintage} cannot be made ahead.", target, view.Published.Vintage);
                    }
                }
            }
        }
    }

    private static async Task MakeAsync(ApiRoute route, string target, Language language, PublishedView view, CancellationToken cancellation)
    {
        MediaForm media = route.Success.Media[0];
        DefaultHttpContext http = new();
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        foreach ((string name, string value) in Values(route.Pattern, target))
        {
            http.Request.RouteValues[name] = value;
        }

        if (await route.Answer(new ApiRequest(http, view, cancellation) { Media = media, Language = language }) is PreparedAnswer prepared)
        {
            _ = (prepared.Representation.For("br"), prepared.Representation.For("gzip"), prepared.Representation.For(string.Empty));
            view.Kept.Keep(new AnswerKey(target, media, language), prepared);
        }
    }

    /// <summary>The values that stand in a target in the places of a pattern.</summary>
    private static IEnumerable<(string Name, string Value)> Values(string pattern, string target) =>
        ("api/" + pattern).Split('/').Zip(target.TrimStart('/').Split('/')).Where(pair => pair.First.StartsWith('{')).Select(pair => (pair.First.Trim('{', '}'), pair.Second));
}
