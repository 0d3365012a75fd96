using System.Text.Json;
using Pipeline.App.Functions;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>
/// Sends again what was given up, after its cause was mended: the step and its run are opened again first, so that the message finds something
/// to do. A run stays closed when a later run of its quarter has ended well: its older figures would follow newer ones.
/// </summary>
internal sealed class Redrive(StorageAccount storage, RefreshStages stages, TimeProvider clock)
{
    private const int AtOnce = 32;

    /// <summary>Opens the runs of the messages that a queue has given up and sends the messages again.</summary>
    /// <returns>How many messages were sent again.</returns>
    public async Task<int> QueueAsync(string queue, CancellationToken cancellation)
    {
        RefreshStage stage = stages.OfQueue(queue);
        int sent = 0;
        while (await storage.Queue(queue).PeekPoisonAsync(cancellation) is { Count: > 0 } givenUp)
        {
            foreach (StepMessage message in givenUp.Select(item => Message(item.Message)).OfType<StepMessage>())
            {
                await OpenAsync(stage, message, cancellation);
            }

            int moved = await storage.Queue(queue).RedriveAsync<StepMessage>(AtOnce, cancellation);
            sent += moved;
            if (moved == 0)
            {
                // What is left has not the form of a message: it can only be looked at.
                break;
            }
        }

        return sent;
    }

    private async Task OpenAsync(RefreshStage stage, StepMessage message, CancellationToken cancellation)
    {
        if (await storage.Runs.FindRunAsync(message.Run, cancellation) is not { } run
            || await storage.Runs.FindStepAsync(message.Run, stage.Name, message.Subject, cancellation) is not { State: StepState.Failed } step
            || run.State == RunState.Done || run.Stage != stage.Name || await IsFollowedAsync(run, cancellation))
        {
            return;
        }

        try
        {
            DateTimeOffset now = clock.GetUtcNow();
            await storage.Runs.UpdateStepAsync(step.Reopen(now), cancellation);
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
            if (other.Quarter == run.Quarter && other.Started > run.Started && RunRequest.Of(other).Mode == RunMode.Publish)
            {
                return true;
            }
        }

        return false;
    }

    private static StepMessage? Message(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<StepMessage>(json, PipelineJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
