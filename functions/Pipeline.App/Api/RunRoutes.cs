using System.Text.Json;
using Pipeline.App.Changes;
using Pipeline.App.Refresh;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>The routes of operators: the ledger as it is at this moment, starting runs, and sending again what was given up.</summary>
internal sealed class RunRoutes(RefreshEngine engine, TimeProvider clock)
{
    private const int RunsListed = 200;
    private const int LongestBody = 16 * 1024;
    private const int LongestKey = 255;
    private const string KeyHeader = "Idempotency-Key";

    private StorageAccount Storage => engine.Storage;

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/runs", Access.Operator, [], ListAsync),
        new("v1/runs", Access.Operator, [], StartAsync) { Method = HttpMethods.Post },
        new("v1/runs/{id}", Access.Operator, [], ShowAsync),
        new("v1/runs/{id}/changes", Access.Operator, [], ChangesAsync),
        new("v1/queues/{name}/redrive", Access.Operator, [], RedriveAsync) { Method = HttpMethods.Post },
    ];

    private async Task<IResult> ListAsync(ApiRequest request)
    {
        List<RunSummary> runs = [];
        await foreach (RunRecord run in Storage.Runs.RunsAsync(cancellationToken: request.Cancellation))
        {
            runs.Add(RunSummary.Of(run));
            if (runs.Count == RunsListed)
            {
                break;
            }
        }

        List<QueueSummary> queues = [];
        foreach (string name in QueueNames.All)
        {
            WorkQueue queue = Storage.Queue(name);
            queues.Add(new QueueSummary(name, await queue.CountAsync(request.Cancellation), await queue.PeekPoisonAsync(request.Cancellation)));
        }

        IReadOnlyList<Alert> alerts = await Storage.Alerts.ListAsync(cancellationToken: request.Cancellation);
        return Json(new RunList(runs, queues, [.. alerts.Select(AlertRow.Of)]));
    }

    private async Task<IResult> ShowAsync(ApiRequest request)
    {
        if (await FindAsync(request) is not { } run)
        {
            return ApiProblems.NotFoundInLedger();
        }

        IReadOnlyList<StepRecord> steps = await Storage.Runs.StepsAsync(run.Id, cancellationToken: request.Cancellation);
        RunSummary summary = RunSummary.Of(run);
        bool reported = summary is { Mode: RunMode.DryRun, State: RunState.Done };
        return Json(new RunPage(
            summary, StageProgress.Of(steps),
            [.. StageNames.WithSteps.SelectMany(stage => steps.Where(step => step.Stage == stage)).Select(StepRow.Of)],
            reported ? summary.Self + "/changes" : null));
    }

    // Operators are not granted internal results, and factor scores are internal.
    private async Task<IResult> ChangesAsync(ApiRequest request) =>
        await FindAsync(request) is { } run && await Storage.RunFiles.TryGetAsync(run.Id, PublishStage.ChangesFile, request.Cancellation) is { } report
            ? Json(ChangeAnswer.Of(JsonSerializer.Deserialize<ChangeReport>(report.Bytes.Span, PipelineJson.Options)!.OnlyOpen()))
            : ApiProblems.NotFoundInLedger();

    private async Task<IResult> StartAsync(ApiRequest request)
    {
        string key = request.Http.Request.Headers[KeyHeader].ToString();
        if (key.Length > LongestKey)
        {
            return ApiProblems.BadRequest(FormattableString.Invariant($"'{KeyHeader}' has at most {LongestKey} characters."));
        }

        if (await RequestBody.ReadAsync(request, LongestBody) is not { } body)
        {
            return ApiProblems.BadRequest(FormattableString.Invariant($"The body has at most {LongestBody} bytes."));
        }

        DateTimeOffset now = clock.GetUtcNow();
        if (RunOrders.Read(body.Span, Quarter.Of(DateOnly.FromDateTime(now.UtcDateTime)), out IReadOnlyList<RunRequest> requests) is { } fault)
        {
            return ApiProblems.BadRequest(fault);
        }

        try
        {
            // Without a key each call is its own: the time tells them apart.
            IReadOnlyList<RunRecord> runs = await engine.Start.StartAsync(requests, key.Length > 0 ? $"sender {key}" : $"call {now.UtcDateTime:O}", request.Cancellation);
            return new AcceptedRun(RunSummary.Address(runs[0].Id), new RunAccepted([.. runs.Select(RunSummary.Of)]));
        }
        catch (IdempotencyConflictException)
        {
            return ApiProblems.KeyUsed(KeyHeader);
        }
    }

    private async Task<IResult> RedriveAsync(ApiRequest request) => QueueNames.All.Contains(request.Path("name"))
        ? Json(new { queue = request.Path("name"), sentAgain = await engine.Redrive.QueueAsync(request.Path("name"), request.Cancellation) })
        : ApiProblems.NotFoundInLedger();

    private Task<RunRecord?> FindAsync(ApiRequest request) => Storage.Runs.FindRunAsync(request.Path("id"), request.Cancellation);

    private static IResult Json<T>(T answer) => Results.Json(answer, PipelineJson.Options);

    /// <summary>202 with the address at which progress can be seen.</summary>
    private sealed class AcceptedRun(string address, RunAccepted answer) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.Location = address;
            return Results.Json(answer, PipelineJson.Options, statusCode: StatusCodes.Status202Accepted).ExecuteAsync(httpContext);
        }
    }
}
