using Microsoft.Extensions.Primitives;
using Pipeline.App.Api;
using Pipeline.App.Scenarios;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Indicators.Scenarios;

namespace Pipeline.App.Portal;

/// <summary>
/// The pages of scenarios. The question is sent in the body, though nothing is changed by it: a measure that is considered stands in no address, and so
/// in no history, log or link, and nothing of it is kept here.
/// </summary>
internal sealed class WhatIfRoutes(ScenarioDesk desk)
{
    private const string Pattern = "portal/what-if";
    private const int LongestBody = 4 * 1024;

    private static readonly ProblemKind[] Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.NoVintage];

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        PageRoute.Of(Pattern, Access.Reader, "portalWhatIf", new("仮定の試算の入力ページ。", "Page on which a scenario is typed in."), Answers.OfView(Ask)) with
        {
            Query =
            [
                new("mineral", new("鉱種。", "The mineral."), new BlankRule(MineralRoutes.Id.Rule)) { Example = "cobalt" },
                new("kind", new("対策の種類。", "Kind of measure."), new BlankRule(new ChoiceRule([.. WhatIfKind.All.Select(kind => kind.Code)]))) { Example = "smelter" },
            ],
            Problems = Problems,
        },
        PageRoute.Of(Pattern, Access.Reader, "portalScenario", new("仮定の下で指標がどうなるかのページ。保存しない。", "Page that tells what the indicators would be under assumptions; nothing is kept."), Answers.OfView(AnswerAsync)) with
        {
            Method = HttpMethods.Post, Freshness = Freshness.Forgotten, Problems = [.. Problems, ProblemKinds.BodyTooLong, ProblemKinds.UnsupportedMedia],
        },
    ];

    private static IResult Ask(ApiRequest request, PublishedView view)
    {
        SendOrigin(request);
        string? mineral = request.Query("mineral") is { Length: > 0 } given ? given : null;
        WhatIfKind kind = request.Query("kind") is { Length: > 0 } named ? WhatIfKind.Find(named)! : WhatIfKind.All[0];
        return mineral is not null && !view.Assessments.ContainsKey(mineral)
            ? ApiProblems.NotFound(new("鉱種", "mineral"))
            : WhatIfPage.Asking(view, WhatIfInput.Empty(mineral, kind), request.Language).Answer();
    }

    private async Task<IResult> AnswerAsync(ApiRequest request, PublishedView view)
    {
        SendOrigin(request);
        (IReadOnlyDictionary<string, StringValues> fields, ApiProblem? refusal) = await FormBody.ReadAsync(request, LongestBody);
        if (refusal is not null)
        {
            return refusal;
        }

        WhatIfInput input = WhatIfInput.Of(fields);
        if (input.Mineral.Length > 0 && !view.Assessments.ContainsKey(input.Mineral))
        {
            return ApiProblems.NotFound(new("鉱種", "mineral"));
        }

        if (input.Faults.Count > 0)
        {
            return Refused(view, input, request.Language);
        }

        try
        {
            // The vintage of the page, so that before and after are of the figures that its foot names.
            return await desk.AnswerAsync(input.Json(), view.Published.Vintage, request.Cancellation) is { } answer
                ? WhatIfPage.Answered(view, input, answer, request.Language).Answer(Freshness.Forgotten)
                : ApiProblems.NoVintage();
        }
        catch (ScenarioRequestException refused)
        {
            return Refused(view, input with { Faults = [("scenario", Reason(refused))] }, request.Language);
        }
    }

    private static RefusedPage Refused(PublishedView view, WhatIfInput input, Language language) => new(WhatIfPage.Asking(view, input, language).Answer(Freshness.Forgotten));

    private static Bilingual Reason(ScenarioRequestException refused) => new(
        Vocabulary.Word(Term.Reason, refused.Obstacle, Language.Japanese) + "。", Vocabulary.Word(Term.Reason, refused.Obstacle, Language.English) + ".");

    /// <summary>Lets the browser say to this site alone where the form stands; under the rule of all other pages it would not say it at all.</summary>
    private static void SendOrigin(ApiRequest request) => request.Http.Response.Headers["Referrer-Policy"] = "same-origin";
}

/// <summary>A page that asks for the form to be mended.</summary>
internal sealed class RefusedPage(PreparedAnswer page) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.ExecuteAsync(httpContext);
    }
}
