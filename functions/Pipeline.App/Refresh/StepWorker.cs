using Pipeline.App.Functions;
using Pipeline.App.Telemetry;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>
/// Does one step that a delivery asks for: takes it in the ledger, does it, writes down how it ended. A delivery that comes again, in whatever
/// order and however often, finds the step ended and does nothing.
/// </summary>
internal sealed class StepWorker(StorageAccount storage, RunDriver driver, TimeSpan lease, TimeProvider clock, ILogger log)
{
    /// <summary>Attempts after which a step that never ends is given up: each of them was killed.</summary>
    private const int MaximumAttempts = 20;

    /// <summary>Does the step.</summary>
    /// <exception cref="MissingContentException">The ledger does not know the step.</exception>
    /// <exception cref="Exception">Storage does not answer, or the program has a fault: the delivery should come again.</exception>
    public async Task WorkAsync(RefreshStage stage, Delivery delivery, CancellationToken cancellation)
    {
        if (await TakeAsync(stage, delivery, cancellation) is not var (run, begun))
        {
            return;
        }

        StepRecord ended;
        try
        {
            StepWork work = await stage.DoAsync(driver.View(run), begun, cancellation);
            ended = begun.Complete(clock.GetUtcNow(), work.Outputs, work.Rows);
        }
        catch (PipelineException fault) when (fault is not StorageConflictException)
        {
            log.LogWarning("Step {Stage} {Subject} of run {Run} failed: {Cause}.", stage.Name, begun.Subject, begun.RunId, fault.GetType().Name);
            ended = begun.Fail(clock.GetUtcNow(), fault.Message);
        }

        PipelineTelemetry.StepEnded(stage.Name, ended.State == StepState.Done ? "done" : "failed");
        try
        {
            await storage.Runs.UpdateStepAsync(ended, cancellation);
        }
        catch (StorageConflictException)
        {
            // The lease ran out and another process has taken the step: what was stored under its key is the same.
            log.LogInformation("Step {Stage} {Subject} of run {Run} was taken over by another process.", stage.Name, begun.Subject, begun.RunId);
        }
    }

    /// <summary>Writes down that nobody will try a step again.</summary>
    public async Task GiveUpAsync(RefreshStage stage, StepMessage message, string cause, CancellationToken cancellation)
    {
        while (await storage.Runs.FindStepAsync(message.Run, stage.Name, message.Subject, cancellation) is { State: StepState.Pending or StepState.Running } step)
        {
            try
            {
                StepRecord running = step.State == StepState.Running ? step : step.Begin(clock.GetUtcNow(), step.Holder, TimeSpan.Zero);
                await storage.Runs.UpdateStepAsync(running.Fail(clock.GetUtcNow(), cause), cancellation);
                return;
            }
            catch (StorageConflictException) when (!cancellation.IsCancellationRequested)
            {
                // It has moved on: look again.
            }
        }
    }

    /// <summary>Takes the step; none when it has ended, is being done under another delivery, or belongs to other code.</summary>
    private async Task<(RunRecord Run, StepRecord Begun)?> TakeAsync(RefreshStage stage, Delivery delivery, CancellationToken cancellation)
    {
        StepMessage message = delivery.Message;
        RunRecord run = await storage.Runs.FindRunAsync(message.Run, cancellation) ?? throw Unknown(message, "a run of the ledger");
        while (run.State == RunState.Running)
        {
            StepRecord step = await storage.Runs.FindStepAsync(message.Run, stage.Name, message.Subject, cancellation) ?? throw Unknown(message, $"a step of stage {stage.Name}");
            DateTimeOffset now = clock.GetUtcNow();
            if (step.State is StepState.Done or StepState.Failed)
            {
                return null;
            }

            if (run.CodeVersion != PublishStage.Code || step.Key.CodeVersion != stage.CodeVersion)
            {
                // Its result would be stored under a key that promises other code. The watch starts such a run anew.
                log.LogInformation("Step {Stage} {Subject} of run {Run} was planned by another version of the program and is left.", stage.Name, step.Subject, step.RunId);
                return null;
            }

            if (step.State == StepState.Running && step.LeaseUntil > now && step.Holder != delivery.MessageId)
            {
                return null;
            }

            if (step.Attempt >= MaximumAttempts)
            {
                await GiveUpAsync(stage, message, FormattableString.Invariant($"It was begun {step.Attempt} times and never ended: its process was killed each time."), cancellation);
                return null;
            }

            try
            {
                return (run, await storage.Runs.UpdateStepAsync(step.Begin(now, delivery.MessageId, lease), cancellation));
            }
            catch (StorageConflictException) when (!cancellation.IsCancellationRequested)
            {
                // Another process was faster: look again.
            }
        }

        return null;
    }

    private static MissingContentException Unknown(StepMessage message, string expected) => new(new Fault(
        $"run {message.Run}", message.Subject, expected, "none", "remove the message; start the refresh again if its run is missing"));
}
