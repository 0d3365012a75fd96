using Pipeline.App.Api;
using Pipeline.App.Refresh;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Commands;

/// <summary><c>runs</c> and <c>runs RUN</c>: the ledger, newest run first, or one run step by step.</summary>
internal static class RunsCommand
{
    /// <summary>Prints the ledger from storage.</summary>
    public static async Task<int> RunAsync(string? run, Surroundings surroundings, CancellationToken cancellation)
    {
        await using OpenStorage storage = await OpenStorage.ForAsync(surroundings, _ => { }, cancellation);
        return run is null ? await ListAsync(storage.Account.Runs, surroundings.Output, cancellation) : await ShowAsync(storage.Account.Runs, run, surroundings, cancellation);
    }

    /// <summary>Prints the messages that were given up.</summary>
    public static async Task<int> PoisonedAsync(Surroundings surroundings, CancellationToken cancellation)
    {
        await using OpenStorage storage = await OpenStorage.ForAsync(surroundings, _ => { }, cancellation);
        return await PoisonedMessages.PrintAsync(storage.Account, surroundings.Output, cancellation);
    }

    private static async Task<int> ListAsync(RunLedger ledger, TextWriter output, CancellationToken cancellation)
    {
        await foreach (RunRecord run in ledger.RunsAsync(cancellationToken: cancellation))
        {
            await output.WriteLineAsync(Line(run) + await ProgressAsync(ledger, run, cancellation));
        }

        return ExitCode.Done;
    }

    /// <summary>How far a run is that has not ended.</summary>
    private static async Task<string> ProgressAsync(RunLedger ledger, RunRecord run, CancellationToken cancellation) =>
        run.State == RunState.Running && StageProgress.Of(await ledger.StepsAsync(run.Id, cancellationToken: cancellation)) is [.., var stage]
            ? Invariant($": {stage.Stage} {stage.Done + stage.Failed} of {stage.Steps}")
            : string.Empty;

    private static async Task<int> ShowAsync(RunLedger ledger, string id, Surroundings surroundings, CancellationToken cancellation)
    {
        if (await ledger.FindRunAsync(id, cancellation) is not { } run)
        {
            await surroundings.Error.WriteLineAsync($"There is no run '{id}'. Use 'runs' to list them.");
            return ExitCode.Failed;
        }

        await surroundings.Output.WriteLineAsync(Line(run));
        foreach ((string name, long count) in run.Counts)
        {
            await surroundings.Output.WriteLineAsync(Invariant($"  {name} {count:N0}"));
        }

        IReadOnlyList<StepRecord> steps = await ledger.StepsAsync(id, cancellationToken: cancellation);
        foreach (StageProgress stage in StageProgress.Of(steps))
        {
            await surroundings.Output.WriteLineAsync(Invariant($"  stage {stage.Stage}: {stage.Done} of {stage.Steps} steps done, {stage.Reused} of them reused, {stage.Running} under way, {stage.Failed} failed"));
        }

        foreach (StepRecord step in StageNames.WithSteps.SelectMany(stage => steps.Where(step => step.Stage == stage)))
        {
            string rows = step.Rows is { } counts ? Invariant($", {counts.Read:N0} rows, {counts.Quarantined:N0} quarantined") : string.Empty;
            string took = step is { Started: { } started, Ended: { } ended, Reused: false } ? Invariant($", {(ended - started).TotalMilliseconds:N0} ms") : string.Empty;
            string error = step.Error is null ? string.Empty : $": {step.Error}";
            await surroundings.Output.WriteLineAsync(Invariant($"  {step.Stage,-7} {step.Subject,-20} {(step.Reused ? "reused" : step.State.ToString().ToLowerInvariant())}, attempt {step.Attempt}{rows}{took}{error}"));
        }

        return ExitCode.Done;
    }

    private static string Line(RunRecord run) =>
        Invariant($"{run.Id}  {run.Started:yyyy-MM-dd HH:mm:ss}Z  {run.State.ToString().ToLowerInvariant()}  {run.Vintage ?? "-"}  {run.Outcome ?? "under way"}");
}
