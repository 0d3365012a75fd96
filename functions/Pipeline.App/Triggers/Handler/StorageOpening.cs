using Pipeline.App.Functions;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Triggers.Handler;

/// <summary>Makes storage usable while the program already answers the host, and notes the timers, so that one that is never called is seen to be late.</summary>
internal sealed class StorageOpening(
    Func<CancellationToken, Task> open, StorageAccount storage, FunctionDefinitions definitions, StorageGate gate, TimeProvider clock, ILogger<StorageOpening> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        OutageLog outage = new(log, "Opening storage");
        while (!gate.Opened.IsCompleted)
        {
            try
            {
                await open(stoppingToken);
                foreach (TimerDefinition timer in definitions.Timers)
                {
                    await storage.Timers.RegisterAsync(timer.Name, clock.GetUtcNow(), stoppingToken);
                }

                outage.Over();
                gate.Open();
            }
            catch (Exception fault) when (fault is PipelineException || StorageOutage.Is(fault))
            {
                outage.Failed(fault);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }
}
