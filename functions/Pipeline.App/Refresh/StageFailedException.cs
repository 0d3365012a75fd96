using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>A stage could not be finished; nothing is published.</summary>
internal sealed class StageFailedException(Fault fault) : PipelineException(fault)
{
    /// <summary>Throws when a step has failed, naming the first and the number of the others.</summary>
    public static void ThrowIfAny(IReadOnlyList<StepRecord> ended)
    {
        StepRecord[] failed = [.. ended.Where(step => step.State == StepState.Failed)];
        if (failed.Length > 0)
        {
            throw new StageFailedException(new Fault(
                $"stage {failed[0].Stage}",
                failed.Length == 1 ? failed[0].Subject : FormattableString.Invariant($"{failed[0].Subject} and {failed.Length - 1} more"),
                "a result",
                (failed[0].Error ?? "no message").TrimEnd('.'),
                $"see 'runs {failed[0].RunId}', mend the cause and start the refresh again"));
        }
    }
}
