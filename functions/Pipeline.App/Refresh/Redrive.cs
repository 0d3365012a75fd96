using Pipeline.App.Functions;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>
/// Sends again what was given up, after its cause was mended: the step and its run are opened again first, so that the message finds something
/// to do. A run stays closed when a later run of its quarter has ended well: its older figures would follow newer ones.
/// </summary>
internal sealed class Redrive(StorageAccount storage, RefreshStages stages, TimeProvider clock)
{
    /// <summary>Opens the runs of the messages that a queue has given up and sends the messages again.</summary>
    /// <returns>How many messages were sent again.</returns>
    public async Task<int> QueueAsync(string queue, CancellationToken cancellation)
    {
        RefreshStage stage = stages.OfQueue(queue);
        return await storage.Queue(queue).RedriveAsync<StepMessage>(message => OpenAsync(stage, message, cancellation), cancellation);
    }

    private async Task OpenAsync(RefreshStage stage, StepMessage message, CancellationToken cancellation)
    {
        if (await storage.Runs.FindRunAsync(message.Run, cancellation) is not { } run
            || await storage.Runs.FindStepAsync(message.Run, stage.Name, message.Subject, cancellation) is not { State: StepState.Failed or StepState.Pending } step
            || run.State == RunState.Done || run.Stage != stage.Name || await IsFollowedAsync(run, cancellation))
        {
            return;
        }

        try
        {
            DateTimeOffset now = clock.GetUtcNow();
            if (step.State == StepState.Failed)
            {
                await storage.Runs.UpdateStepAsync(step.Reopen(now), cancellation);
            }

            // A call that was killed between the two writes has left the step open and the run closed.
            if (run.State == RunState.Failed)
            {
                await storage.Runs.UpdateRunAsync(run.Reopen(now), cancellation);
            }
        }
        catch (StorageConflictException)
        {
            // Another operator is at it.
        }
    }

    private async Task<bool> IsFollowedAsync(RunRecord run, CancellationToken cancellation)
    {
        await foreach (RunRecord other in storage.Runs.RunsAsync(RunState.Done, cancellation))
        {
            if (other.Quarter == run.Quarter && other.Started > run.Started && RunRequest.Of(other).Publishes)
            {
                return true;
            }
        }

        return false;
    }
}
