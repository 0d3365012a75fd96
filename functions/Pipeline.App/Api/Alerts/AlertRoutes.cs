using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>The routes of what has moved past a threshold, for readers; what operators should know stands with the runs.</summary>
internal sealed class AlertRoutes(VintageStore vintages)
{
    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/alerts", Access.Reader, "listAlerts", new("基準を超えた変化とその内容。", "Changes past a stated threshold, each with its reason."), Answers.OfView(ListAsync))
        {
            Success = AnswerForm.Json<ChangeAlertList>(), Problems = [ProblemKinds.NoVintage], IsKept = true,
        },
        new("v1/alerts.atom", Access.Reader, "followAlerts", new("同じ一覧のニュースフィード（RFC 4287）。", "The same list as a news feed (RFC 4287)."), Answers.OfView(FeedAsync))
        {
            Success = AnswerForm.Of(MediaForm.Atom), Problems = [ProblemKinds.NoVintage], IsKept = true, IsSpoken = true,
        },
    ];

    private async Task<IResult> ListAsync(ApiRequest request, PublishedView view) =>
        Answers.Prepared(request, await OfAsync(view, request.Cancellation), Freshness.Latest);

    private async Task<IResult> FeedAsync(ApiRequest request, PublishedView view) => new PreparedAnswer(
        new Representation(MediaForm.Atom, AlertFeed.Write(await OfAsync(view, request.Cancellation), request.Language)) { Language = request.Language }, Freshness.Latest);

    private async Task<ChangeAlertList> OfAsync(PublishedView view, CancellationToken cancellation)
    {
        if (view.Manifest.Previous is not { } previous)
        {
            return new ChangeAlertList(Meta.Of(view), null, ChangeAlerts.Threshold.Together, []);
        }

        MineralAssessment?[] before = await Task.WhenAll(view.Manifest.Minerals.Select(mineral => VintageFiles.TryReadAssessmentAsync(vintages, previous.Vintage, mineral, cancellation)));
        return new ChangeAlertList(
            Meta.Of(view), previous.Vintage, ChangeAlerts.Threshold.Together,
            ChangeAlerts.Of([.. before.OfType<MineralAssessment>()], [.. view.Assessments.Values], (previous.Vintage, view.Published.Vintage)));
    }
}
