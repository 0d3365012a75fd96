using Pipeline.App.Api;
using Pipeline.App.Triggers;
using Pipeline.Storage;

namespace Pipeline.App.Portal;

/// <summary>The pages of operators: the ledger as it is at this moment. They show no figure of a result.</summary>
internal sealed class OperatorRoutes(StorageAccount storage, FunctionDefinitions definitions, TimeProvider clock)
{
    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        PageRoute.Of("portal/runs", Access.Operator, "portalRuns", new("実行、予定、待ち行列、警報のページ。", "Page of runs, timers, queues and alerts."), ListAsync) with { Freshness = Freshness.Live },
        PageRoute.Of("portal/runs/{id}", Access.Operator, "portalRun", new("実行の進み具合と各段階のページ。", "Page of a run: progress and steps."), ShowAsync) with
        {
            Path = [RunRoutes.Id], Problems = [ProblemKinds.NotFound], Freshness = Freshness.Live,
        },
        PageRoute.Of("portal/quarantine", Access.Operator, "portalQuarantine", new("隔離した行のページ。", "Page of rejected rows."), QuarantineAsync) with { Freshness = Freshness.Live },
    ];

    private async Task<IResult> QuarantineAsync(ApiRequest request) =>
        QuarantinePage.Of(await new QuarantineView(storage).ReadAsync(request.Cancellation), request.Language).Answer(Freshness.Live);

    private async Task<IResult> ListAsync(ApiRequest request)
    {
        RunList ledger = await LedgerReading.ListAsync(storage, request.Cancellation);
        TimerList timers = await LedgerReading.TimersAsync(definitions, storage.Timers, clock.GetUtcNow(), request.Cancellation);
        return LedgerPage.Of(ledger, timers, clock.GetUtcNow(), request.Language).Answer(Freshness.Live);
    }

    private async Task<IResult> ShowAsync(ApiRequest request) => await storage.Runs.FindRunAsync(request.Path("id"), request.Cancellation) is { } run
        ? RunDetailPage.Of(await LedgerReading.ShowAsync(storage, run, request.Cancellation), clock.GetUtcNow(), request.Language).Answer(Freshness.Live)
        : ApiProblems.NotFoundInLedger();
}
