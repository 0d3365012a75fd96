using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.App.Changes;
using Pipeline.App.Refresh;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>The routes of operators: the ledger as it is at this moment, starting runs, and sending again what was given up.</summary>
internal sealed partial class RunRoutes(RefreshEngine engine, TimeProvider clock)
{
    private const int LongestBody = 16 * 1024;

    /// <summary>The parameter that names a run in a path.</summary>
    public static ApiParameter Id { get; } = new(
        "id", new("実行の識別子。", "Identifier of a run."), new ShapeRule(AnyRun(), new("実行の識別子", "the identifier of a run"))) { Example = "20261122T010203004Z-2026Q4" };

    private static readonly ApiParameter Queue = new("name", new("待ち行列の名前。", "Name of a queue."), new ChoiceRule(QueueNames.All)) { Example = "assess-mineral" };

    private StorageAccount Storage => engine.Storage;

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/runs", Access.Operator, "listRuns", new("実行、待ち行列、警報。", "Runs, queues and alerts as they are at this moment."), ListAsync)
        {
            Success = AnswerForm.Json<RunList>(), Freshness = Freshness.Live,
        },
        new("v1/runs", Access.Operator, "startRun", new("実行を始める：通常、試行、遡及。", "Starts runs: a refresh, a trial, a backfill."), StartAsync)
        {
            Method = HttpMethods.Post, Headers = [IdempotencyKey.Parameter], Body = new BodyForm(typeof(RunOrder), LongestBody, """{"mode":"dry-run","quarter":"2026Q4","minerals":["cobalt"]}"""),
            Success = AnswerForm.Json<RunAccepted>(StatusCodes.Status202Accepted), Freshness = Freshness.Live,
            Problems = [ProblemKinds.BadRequest, ProblemKinds.KeyUsed, ProblemKinds.BodyTooLong, ProblemKinds.UnsupportedMedia],
        },
        new("v1/runs/{id}", Access.Operator, "showRun", new("実行の進み具合と各段階。", "Progress and steps of a run."), ShowAsync)
        {
            Path = [Id], Success = AnswerForm.Json<RunPage>(), Problems = [ProblemKinds.NotFound], Freshness = Freshness.Live,
        },
        new("v1/runs/{id}/changes", Access.Operator, "listTrialChanges", new("試行が公表した場合に変わるもの。", "What a trial run would change if it were published."), ChangesAsync)
        {
            Path = [Id], Success = AnswerForm.Json<ChangeAnswer>(), Problems = [ProblemKinds.NotFound], Freshness = Freshness.Live,
        },
        new("v1/queues/{name}/redrive", Access.Operator, "redriveQueue", new("あきらめた伝言を送り直す。", "Sends again what was given up."), RedriveAsync)
        {
            Method = HttpMethods.Post, Path = [Queue], Success = AnswerForm.Json<QueueRedriven>(), Problems = [ProblemKinds.NotFound], Freshness = Freshness.Live,
        },
    ];

    private async Task<IResult> ListAsync(ApiRequest request) => Answers.Json(await LedgerReading.ListAsync(Storage, request.Cancellation));

    private async Task<IResult> ShowAsync(ApiRequest request) => await FindAsync(request) is { } run
        ? Answers.Json(await LedgerReading.ShowAsync(Storage, run, request.Cancellation))
        : ApiProblems.NotFoundInLedger();

    // Operators are not granted internal results, and factor scores are internal.
    private async Task<IResult> ChangesAsync(ApiRequest request) =>
        await FindAsync(request) is { } run && await Storage.RunFiles.TryGetAsync(run.Id, PublishStage.ChangesFile, request.Cancellation) is { } report
            ? Answers.Json(ChangeAnswer.Of(JsonSerializer.Deserialize<ChangeReport>(report.Bytes.Span, PipelineJson.Options)!.OnlyOpen()))
            : ApiProblems.NoTrialReport();

    private async Task<IResult> StartAsync(ApiRequest request)
    {
        if (IdempotencyKey.Of(request, out string? key) is { } badKey)
        {
            return badKey;
        }

        (ReadOnlyMemory<byte> body, ApiProblem? refusal) = await RequestBody.ReadAsync(request, LongestBody);
        if (refusal is not null)
        {
            return refusal;
        }

        DateTimeOffset now = clock.GetUtcNow();
        if (RunOrders.Read(body.Span, Quarter.Of(DateOnly.FromDateTime(now.UtcDateTime)), out IReadOnlyList<RunRequest> requests) is { } fault)
        {
            return ApiProblems.BadRequest(fault.Detail) with { Places = [fault] };
        }

        try
        {
            // A key is the caller's own: another's cannot be guessed or taken. Without one each call is its own: the time tells them apart.
            IReadOnlyList<RunRecord> runs = await engine.Start.StartAsync(requests, key is not null ? $"sender {request.Caller.Id} {key}" : $"call {now.UtcDateTime:O}", request.Cancellation);
            return new AcceptedRun(RunSummary.Address(runs[0].Id), new RunAccepted([.. runs.Select(RunSummary.Of)]));
        }
        catch (IdempotencyConflictException)
        {
            return ApiProblems.KeyUsed(IdempotencyKey.Parameter.Name);
        }
    }

    private async Task<IResult> RedriveAsync(ApiRequest request) => QueueNames.All.Contains(request.Path("name"))
        ? Answers.Json(new QueueRedriven(request.Path("name"), await engine.Redrive.QueueAsync(request.Path("name"), request.Cancellation)))
        : ApiProblems.NoQueue();

    private Task<RunRecord?> FindAsync(ApiRequest request) => Storage.Runs.FindRunAsync(request.Path("id"), request.Cancellation);

    /// <summary>202 with the address at which progress can be seen.</summary>
    private sealed class AcceptedRun(string address, RunAccepted answer) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.Location = address;
            return Answers.Json(answer, StatusCodes.Status202Accepted).ExecuteAsync(httpContext);
        }
    }

    [GeneratedRegex("^[0-9A-Za-z-]{1,60}$")]
    private static partial Regex AnyRun();
}
