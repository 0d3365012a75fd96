using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>
/// One stage of a run. Its steps are planned once all steps of the stage before have ended, and done one by one, by any process, any number
/// of times: what a step stores depends on its key alone.
/// </summary>
internal abstract class RefreshStage
{
    /// <summary>Name of the stage in the ledger.</summary>
    public abstract string Name { get; }

    /// <summary>Queue that its steps are sent to.</summary>
    public abstract string Queue { get; }

    /// <summary>Version of the code that does its steps.</summary>
    public abstract string CodeVersion { get; }

    /// <summary>Whether a step of the same key that an earlier run has done need not be done again.</summary>
    public virtual bool CanReuse => true;

    /// <summary>Plans the steps. Planned again for the same run, it gives the same.</summary>
    /// <exception cref="PipelineException">The stages before leave nothing to go on with; the run fails.</exception>
    public abstract Task<IReadOnlyList<PlannedStep>> PlanAsync(RunView run, CancellationToken cancellation);

    /// <summary>Does a step and stores its result under its key.</summary>
    /// <exception cref="PipelineException">The step cannot be done, however often it is tried.</exception>
    public abstract Task<StepWork> DoAsync(RunView run, StepRecord step, CancellationToken cancellation);
}

/// <summary>A step to be entered in the ledger.</summary>
/// <param name="Subject">What it works on, unique in its stage.</param>
/// <param name="Dependencies">Everything the result depends on besides the code: names and hashes.</param>
internal sealed record PlannedStep(string Subject, IReadOnlyDictionary<string, string> Dependencies);

/// <summary>What a step has done.</summary>
/// <param name="Outputs">The few facts that later stages need.</param>
/// <param name="Rows">Rows, where the stage has rows.</param>
internal sealed record StepWork(IReadOnlyList<string> Outputs, RowCounts? Rows = null);
