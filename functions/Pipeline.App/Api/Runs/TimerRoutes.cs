using Pipeline.App.Functions;
using Pipeline.App.Triggers;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>A timer as operators see it.</summary>
/// <param name="Name">Name of the function.</param>
/// <param name="Schedule">Its schedule: six fields from seconds to days of the week, UTC.</param>
/// <param name="LastOccurrence">The occurrence called last.</param>
/// <param name="Attempt">How often that was called.</param>
/// <param name="Started">When the last call started.</param>
/// <param name="Ended">When it ended; none while it runs or when it was killed.</param>
/// <param name="Running">True while it runs.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="Failure">Kind of the error that ended it.</param>
/// <param name="NextOccurrence">The occurrence that comes after the last one called.</param>
/// <param name="Overdue">True when that has passed and nobody has called.</param>
internal sealed record TimerRow(
    string Name, string Schedule, DateTimeOffset? LastOccurrence, int Attempt, DateTimeOffset? Started, DateTimeOffset? Ended, bool Running,
    string? Outcome, string? Failure, DateTimeOffset? NextOccurrence, bool Overdue)
{
    /// <summary>The row of a timer.</summary>
    /// <param name="timer">Its definition.</param>
    /// <param name="record">What the ledger knows of it, or none before it was ever called.</param>
    /// <param name="now">This moment.</param>
    public static TimerRow Of(TimerDefinition timer, TimerRecord? record, DateTimeOffset now) => new(
        timer.Name, timer.Schedule.Text, record?.Occurrence, record?.Attempt ?? 0, record?.Started, record?.Ended, record?.IsRunning(now) ?? false,
        record?.Outcome, record?.Failure, timer.NextAfter(record, now), timer.IsOverdue(record, now));
}

/// <summary>Answer of <c>/timers</c>.</summary>
/// <param name="Timers">Every timer of the app.</param>
internal sealed record TimerList(IReadOnlyList<TimerRow> Timers);

/// <summary>Answer to the call of a timer.</summary>
/// <param name="Timer">Name of the function.</param>
/// <param name="Outcome">What was done.</param>
internal sealed record TimerOutcome(string Timer, string Outcome);

/// <summary>Timers for operators: when each was last called, and a call by hand for one that the host has forgotten.</summary>
internal sealed class TimerRoutes(
    FunctionDefinitions definitions, FunctionTable table, TimerLedger ledger, TimerRuns runs, TimeProvider clock, CancellationToken stopping)
{
    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/timers", Access.Operator, "listTimers", new("タイマーと、最後に動いた時刻。", "Timers, and when each was last called."), ListAsync)
        {
            Success = AnswerForm.Json<TimerList>(), Freshness = Freshness.Live,
        },
        new("v1/timers/{name}", Access.Operator, "callTimer", new("タイマーを今動かす。", "Calls a timer now."), CallAsync)
        {
            Method = HttpMethods.Post, Path = [Name], Success = AnswerForm.Json<TimerOutcome>(), Problems = [ProblemKinds.NotFound, ProblemKinds.TimerRuns, ProblemKinds.FunctionFailed],
            Freshness = Freshness.Live,
        },
    ];

    private ApiParameter Name => new("name", new("関数の名前。", "Name of the function."), new ChoiceRule([.. definitions.Timers.Select(timer => timer.Name)])) { Example = "WatchRuns" };

    private async Task<IResult> ListAsync(ApiRequest request) => Answers.Json(await LedgerReading.TimersAsync(definitions, ledger, clock.GetUtcNow(), request.Cancellation));

    /// <summary>The call goes on when the caller has gone: an operator's closed window is no reason to leave a pull half done.</summary>
    private async Task<IResult> CallAsync(ApiRequest request)
    {
        string name = request.Path("name");
        if (!table.Timers.ContainsKey(name))
        {
            return ApiProblems.NoTimer();
        }

        Origin origin = new(Invocations.IdOf(request.Http), request.Http.Request.Headers.TraceParent);
        try
        {
            TimerAnswer answer = await runs.RunAsync(new TimerCall(name, clock.GetUtcNow(), IsPastDue: false), origin, stopping);
            return answer.Start == TimerStart.Running
                ? ApiProblems.TimerRuns(answer.Line)
                : Answers.Json(new TimerOutcome(name, answer.Line));
        }
        catch (FunctionFailedException)
        {
            return ApiProblems.FunctionFailed(name, origin.InvocationId);
        }
    }
}
