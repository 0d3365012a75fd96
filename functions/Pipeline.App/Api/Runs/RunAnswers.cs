using System.ComponentModel.DataAnnotations;
using Pipeline.App.Refresh;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/runs</c>: newest first, with what waits and what operators should know.</summary>
/// <param name="Runs">Runs, newest first.</param>
/// <param name="Queues">Every queue.</param>
/// <param name="Alerts">What operators should know.</param>
internal sealed record RunList(IReadOnlyList<RunSummary> Runs, IReadOnlyList<QueueSummary> Queues, IReadOnlyList<AlertRow> Alerts);

/// <summary>An alert that stands.</summary>
/// <param name="Kind">Kind of the alert.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="RaisedAt">When it was raised.</param>
internal sealed record AlertRow(string Kind, string Subject, string Message, DateTimeOffset RaisedAt)
{
    /// <summary>The row of an alert.</summary>
    public static AlertRow Of(Alert alert) => new(alert.Kind, alert.Subject, alert.Message, alert.RaisedAt);
}

/// <summary>A run of the ledger.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Quarter">Quarter that is refreshed.</param>
/// <param name="Mode">What becomes of the results.</param>
/// <param name="State">How far the run is.</param>
/// <param name="Stage">Stage that it is in, or ended in.</param>
/// <param name="Started">When it started.</param>
/// <param name="Ended">When it ended; none while it goes on.</param>
/// <param name="Outcome">How it ended: <c>Published</c>, <c>Unchanged</c>, <c>PublishedBehindCurrent</c>, <c>NotPublished</c> or <c>OnlyRead</c>; the reason in a sentence where it failed.</param>
/// <param name="Vintage">Vintage that it made, or none. One of a trial is not published and cannot be asked for.</param>
/// <param name="After">Run that it waits for, or none.</param>
/// <param name="Minerals">Minerals that are assessed; empty for all.</param>
/// <param name="Counts">Counts of what was done, by name.</param>
/// <param name="Self">Its address.</param>
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
/// <param name="Run">The run.</param>
/// <param name="Stages">How far each stage is.</param>
/// <param name="Steps">Every step, in the way of the data.</param>
/// <param name="Changes">Address of what a trial would change, or none.</param>
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
/// <param name="Stage">Name of the stage.</param>
/// <param name="Subject">What the step works on: a mineral, a file, a briefing.</param>
/// <param name="Key">Hash of code and inputs: equal keys have equal results.</param>
/// <param name="State">How far it is.</param>
/// <param name="Attempt">How often it was tried.</param>
/// <param name="Started">When it last started.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="RowsRead">Rows read, for a step that reads.</param>
/// <param name="RowsPassed">Rows that passed every check.</param>
/// <param name="RowsQuarantined">Rows that were set aside.</param>
/// <param name="Reused">True when the result was taken over from an earlier run.</param>
/// <param name="Outputs">What it left in the storage.</param>
/// <param name="Error">Why it failed, or none.</param>
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
/// <param name="Queue">Name of the queue.</param>
/// <param name="Waiting">Messages that wait.</param>
/// <param name="GivenUp">Messages that were given up.</param>
internal sealed record QueueSummary(string Queue, int Waiting, IReadOnlyList<PoisonedItem> GivenUp);

/// <summary>Body of <c>POST /runs</c>.</summary>
/// <param name="Mode"><c>run</c>, <c>dry-run</c> or <c>backfill</c>.</param>
/// <param name="Quarter">Quarter of a run or a dry run; the present one unless given.</param>
/// <param name="From">First quarter of a backfill.</param>
/// <param name="To">Last quarter of a backfill.</param>
/// <param name="Minerals">Minerals to assess; all unless given.</param>
internal sealed record RunOrder(
    [property: Required, AllowedValues(RunOrders.Run, RunOrders.DryRun, RunOrders.Backfill)] string? Mode = null,
    [property: RegularExpression(RunOrders.QuarterShape)] string? Quarter = null,
    [property: RegularExpression(RunOrders.QuarterShape)] string? From = null,
    [property: RegularExpression(RunOrders.QuarterShape)] string? To = null,
    IReadOnlyList<string>? Minerals = null);

/// <summary>Answer of <c>POST /runs</c>.</summary>
/// <param name="Runs">The runs that were started.</param>
internal sealed record RunAccepted(IReadOnlyList<RunSummary> Runs);

/// <summary>Answer to the order to send again what a queue has given up.</summary>
/// <param name="Queue">Name of the queue.</param>
/// <param name="SentAgain">Messages that were sent again.</param>
internal sealed record QueueRedriven(string Queue, int SentAgain);
