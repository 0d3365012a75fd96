using Pipeline.App.Refresh;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/runs</c>: newest first, with what waits and what operators should know.</summary>
internal sealed record RunList(IReadOnlyList<RunSummary> Runs, IReadOnlyList<QueueSummary> Queues, IReadOnlyList<AlertRow> Alerts);

/// <summary>An alert that stands.</summary>
internal sealed record AlertRow(string Kind, string Subject, string Message, DateTimeOffset RaisedAt)
{
    /// <summary>The row of an alert.</summary>
    public static AlertRow Of(Alert alert) => new(alert.Kind, alert.Subject, alert.Message, alert.RaisedAt);
}

/// <summary>A run of the ledger.</summary>
internal sealed record RunSummary(
    string Id, string Quarter, RunMode Mode, RunState State, string Stage, DateTimeOffset Started, DateTimeOffset? Ended, string? Outcome, string? Vintage,
    string? After, IReadOnlyList<string> Minerals, IReadOnlyDictionary<string, long> Counts, string Self)
{
    /// <summary>The row of a run.</summary>
    public static RunSummary Of(RunRecord run)
    {
        RunRequest request = RunRequest.Of(run);
        return new RunSummary(
            run.Id, run.Quarter, request.Mode, run.State, run.Stage, run.Started, run.Ended, run.Outcome, run.State == RunState.Done ? run.Vintage : null,
            run.After, request.Minerals, run.Counts, Address(run.Id));
    }

    /// <summary>Address of a run.</summary>
    public static string Address(string id) => $"/api/v1/runs/{id}";
}

/// <summary>Answer of <c>/runs/{id}</c>: the run, how far each stage is, and every step.</summary>
internal sealed record RunPage(RunSummary Run, IReadOnlyList<StageProgress> Stages, IReadOnlyList<StepRow> Steps, string? Changes);

/// <summary>How far a stage is.</summary>
/// <param name="Stage">Name of the stage.</param>
/// <param name="Steps">Steps planned.</param>
/// <param name="Done">Steps whose result is stored, those taken over included.</param>
/// <param name="Reused">Steps taken over from an earlier run.</param>
/// <param name="Running">Steps under way.</param>
/// <param name="Failed">Steps that could not be done.</param>
internal sealed record StageProgress(string Stage, int Steps, int Done, int Reused, int Running, int Failed)
{
    /// <summary>The stages of a run that have been entered, in the way of the data.</summary>
    public static IReadOnlyList<StageProgress> Of(IReadOnlyList<StepRecord> steps) =>
        [.. StageNames.WithSteps.Select(stage => Of(stage, [.. steps.Where(step => step.Stage == stage)])).Where(stage => stage.Steps > 0)];

    private static StageProgress Of(string stage, IReadOnlyList<StepRecord> steps) => new(
        stage, steps.Count, steps.Count(step => step.State == StepState.Done), steps.Count(step => step.Reused),
        steps.Count(step => step.State == StepState.Running), steps.Count(step => step.State == StepState.Failed));
}

/// <summary>A step of a run.</summary>
internal sealed record StepRow(
    string Stage, string Subject, string Key, StepState State, int Attempt, DateTimeOffset? Started, DateTimeOffset? Ended,
    long? RowsRead, long? RowsPassed, long? RowsQuarantined, bool Reused, IReadOnlyList<string> Outputs, string? Error)
{
    /// <summary>The row of a step.</summary>
    public static StepRow Of(StepRecord step) => new(
        step.Stage, step.Subject, step.Key.ToString(), step.State, step.Attempt, step.Started, step.Ended,
        step.Rows?.Read, step.Rows?.Passed, step.Rows?.Quarantined, step.Reused, step.Outputs, step.Error);
}

/// <summary>A queue, and the messages on it that nobody will try again by himself.</summary>
internal sealed record QueueSummary(string Queue, int Waiting, IReadOnlyList<PoisonedItem> GivenUp);

/// <summary>Body of <c>POST /runs</c>.</summary>
/// <param name="Mode"><c>run</c>, <c>dry-run</c> or <c>backfill</c>.</param>
/// <param name="Quarter">Quarter of a run or a dry run; the present one unless given.</param>
/// <param name="From">First quarter of a backfill.</param>
/// <param name="To">Last quarter of a backfill.</param>
/// <param name="Minerals">Minerals to assess; all unless given.</param>
internal sealed record RunOrder(string? Mode = null, string? Quarter = null, string? From = null, string? To = null, IReadOnlyList<string>? Minerals = null);

/// <summary>Answer of <c>POST /runs</c>.</summary>
internal sealed record RunAccepted(IReadOnlyList<RunSummary> Runs);

/// <summary>Answer to the order to send again what a queue has given up.</summary>
/// <param name="Queue">Name of the queue.</param>
/// <param name="SentAgain">Messages that were sent again.</param>
internal sealed record QueueRedriven(string Queue, int SentAgain);
