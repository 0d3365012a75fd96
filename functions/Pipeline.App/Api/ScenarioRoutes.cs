using Pipeline.App.Scenarios;
using Pipeline.Domain;
using Pipeline.Indicators.Scenarios;

namespace Pipeline.App.Api;

/// <summary>The route of scenarios: a question that is answered and forgotten.</summary>
internal sealed class ScenarioRoutes(ScenarioDesk desk)
{
    /// <summary>Bytes that a request may have: room for every country in each stage and forty years of monthly prices.</summary>
    public const int LongestBody = 128 * 1024;

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All => [new("v1/scenarios", Access.Reader, [], AnswerAsync) { Method = HttpMethods.Post }];

    private async Task<IResult> AnswerAsync(ApiRequest request)
    {
        // Neither the question nor the answer is kept, here or by anything on the way.
        request.Http.Response.Headers.CacheControl = "no-store";
        if (await RequestBody.ReadAsync(request, LongestBody) is not { } body)
        {
            return ApiProblems.BadRequest(FormattableString.Invariant($"The body has at most {LongestBody} bytes."));
        }

        try
        {
            return await desk.AnswerAsync(body, vintage: null, request.Cancellation) is { } answer ? Results.Json(answer, PipelineJson.Options) : ApiProblems.NoVintage();
        }
        catch (ScenarioRequestException refused)
        {
            return ApiProblems.BadScenario(refused.Faults);
        }
    }
}
