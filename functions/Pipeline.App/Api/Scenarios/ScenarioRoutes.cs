using Pipeline.App.Scenarios;
using Pipeline.Indicators.Scenarios;

namespace Pipeline.App.Api;

/// <summary>The route of scenarios: a question that is answered and forgotten.</summary>
internal sealed class ScenarioRoutes(ScenarioDesk desk)
{
    /// <summary>Bytes that a request may have: room for every country in each stage and forty years of monthly prices.</summary>
    public const int LongestBody = 128 * 1024;

    private const string Example = """{"mineral":"cobalt","measures":[{"kind":"smelter","country":"AUS","share":0.25,"displaces":"largest"}]}""";

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All => 
    [
        new("v1/scenarios", Access.Reader, "answerScenario", new("仮定の下で指標がどうなるか。保存しない。", "What the indicators would be under assumptions; nothing is kept."), AnswerAsync)
        {
            Method = HttpMethods.Post, Body = new BodyForm(typeof(ScenarioRequest), LongestBody, Example) { Schema = ScenarioRequest.Schema }, Success = AnswerForm.Json<ScenarioAnswer>(),
            Problems = [ProblemKinds.BadScenario, ProblemKinds.BodyTooLong, ProblemKinds.UnsupportedMedia, ProblemKinds.NoVintage], Freshness = Freshness.Forgotten,
        },
    ];

    private async Task<IResult> AnswerAsync(ApiRequest request)
    {
        (ReadOnlyMemory<byte> body, ApiProblem? refusal) = await RequestBody.ReadAsync(request, LongestBody);
        if (refusal is not null)
        {
            return refusal;
        }

        try
        {
            return await desk.AnswerAsync(body, vintage: null, request.Cancellation) is { } answer ? Answers.Json(answer) : ApiProblems.NoVintage();
        }
        catch (ScenarioRequestException refused)
        {
            return ApiProblems.BadScenario(refused.Faults);
        }
    }
}
