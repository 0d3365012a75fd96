using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>One step to be done unless its result is known.</summary>
/// <param name="Subject">What it works on, unique in its stage.</param>
/// <param name="Dependencies">Everything the result depends on besides the code: names and hashes.</param>
/// <param name="Work">Does the work and stores the result under the step's key; running it twice changes nothing.</param>
internal sealed record StepPlan(string Subject, IReadOnlyDictionary<string, string> Dependencies, Func<StepKey, CancellationToken, Task<StepWork>> Work);

/// <summary>What a step has done.</summary>
/// <param name="Outputs">Names of what was stored.</param>
/// <param name="Rows">Rows, where the stage has rows.</param>
internal sealed record StepWork(IReadOnlyList<string> Outputs, RowCounts? Rows = null);

/// <summary>Runs the steps of a stage side by side, takes over what an earlier run has done, and keeps the ledger.</summary>
/// <param name="ledger">Where runs and steps are written down.</param>
/// <param name="runId">The run.</param>
/// <param name="parallelSteps">Steps side by side.</param>
/// <param name="clock">The clock.</param>
internal sealed class StageRunner(RunLedger ledger, string runId, int parallelSteps, TimeProvider clock)
{
    /// <summary>
    /// Runs a stage. A step that fails with a located error stays failed in the ledger and is among the answers; any other error ends
    /// the stage once the steps under way have ended.
    /// </summary>
    /// <param name="stage">Name of the stage.</param>
    /// <param name="codeVersion">Version of the code of the stage.</param>
    /// <param name="plans">Steps of the stage.</param>
    /// <param name="cancellation">Ends the stage.</param>
    /// <returns>Steps as the ledger has them, in the order of the plans.</returns>
    public async Task<IReadOnlyList<StepRecord>> RunAsync(string stage, string codeVersion, IReadOnlyList<StepPlan> plans, CancellationToken cancellation)
    {
        IReadOnlyDictionary<StepKey, StepRecord> known = await ledger.DoneStepsAsync(codeVersion, cancellation);
        IReadOnlyList<StepRecord> planned = await ledger.AddStepsAsync(runId, [.. plans.Select(plan => Plan(stage, codeVersion, plan, known))], cancellation);
        StepRecord[] ended = [.. planned];
        await Parallel.ForAsync(0, plans.Count, new ParallelOptions { MaxDegreeOfParallelism = parallelSteps, CancellationToken = cancellation }, async (index, token) =>
        {
            if (ended[index].State != StepState.Done)
            {
                ended[index] = await DoAsync(ended[index], plans[index], token);
            }
        });
        return ended;
    }

    private StepRecord Plan(string stage, string codeVersion, StepPlan plan, IReadOnlyDictionary<StepKey, StepRecord> known)
    {
        StepRecord step = new(runId, stage, plan.Subject, StepKey.Of(codeVersion, stage, plan.Subject, plan.Dependencies));
        return known.TryGetValue(step.Key, out StepRecord? earlier) ? step.Reuse(earlier, clock.GetUtcNow()) : step;
    }

    private async Task<StepRecord> DoAsync(StepRecord step, StepPlan plan, CancellationToken cancellation)
    {
        StepRecord begun = await ledger.UpdateStepAsync(step.Begin(clock.GetUtcNow()), cancellation);
        try
        {
            StepWork work = await plan.Work(step.Key, cancellation);
            return await ledger.UpdateStepAsync(begun.Complete(clock.GetUtcNow(), work.Outputs, work.Rows), cancellation);
        }
        catch (PipelineException fault)
        {
            return await ledger.UpdateStepAsync(begun.Fail(clock.GetUtcNow(), fault.Message), cancellation);
        }
    }
}
