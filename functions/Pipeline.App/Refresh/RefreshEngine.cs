using Pipeline.App.Functions;
using Pipeline.App.Settings;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>The parts that drive runs, put together over one account.</summary>
internal sealed class RefreshEngine
{
    /// <summary>Puts the parts together.</summary>
    public RefreshEngine(StorageAccount storage, PipelineSettings settings, TimeProvider clock, ILogger log)
    {
        (Storage, Memory, Taking) = (storage, new RunMemory(storage), new FeedTaking(storage, clock));
        Stages = new RefreshStages(storage, settings, Memory, Taking, clock, log);
        // A message is invisible for one lease and renewed; a step whose message was lost is driven on after several.
        TimeSpan patience = settings.Lease * 5;
        Driver = new RunDriver(storage, Stages, Memory, patience, clock);
        Worker = new StepWorker(storage, Driver, patience, clock, log);
        Start = new RunStart(storage, Driver, clock);
        Redrive = new Redrive(storage, Stages, clock);
        Watch = new RunWatch(storage, Stages, Driver, Worker, Start, new RunAlerts(storage), patience, clock);
    }

    /// <summary>The account.</summary>
    public StorageAccount Storage { get; }

    /// <summary>Files of runs as this process has read them.</summary>
    public RunMemory Memory { get; }

    /// <summary>Takes files in.</summary>
    public FeedTaking Taking { get; }

    /// <summary>The stages.</summary>
    public RefreshStages Stages { get; }

    /// <summary>Moves runs from stage to stage.</summary>
    public RunDriver Driver { get; }

    /// <summary>Does steps.</summary>
    public StepWorker Worker { get; }

    /// <summary>Starts runs.</summary>
    public RunStart Start { get; }

    /// <summary>Drives on what was left behind.</summary>
    public RunWatch Watch { get; }

    /// <summary>Sends again what was given up.</summary>
    public Redrive Redrive { get; }

    /// <summary>
    /// What a message of a queue asks for: do the step, then move its run on. After the last try the message is kept with its cause, the step
    /// counts as failed, and the run goes on without it or fails.
    /// </summary>
    public QueueWork WorkOf(string queue) => async (delivery, cancellation) =>
    {
        RefreshStage stage = Stages.OfQueue(queue);
        try
        {
            await WorkAsync(stage, delivery, cancellation);
        }
        catch (Exception fault) when (delivery.Tries >= Delivery.MaximumTries && fault is not OperationCanceledException)
        {
            string cause = FaultCause.Of(fault);
            await Storage.Queue(queue).AddPoisonAsync(delivery.Message, cause, delivery.Tries, cancellation);
            await Worker.GiveUpAsync(stage, delivery.Message, cause, cancellation);
            await Driver.DriveAsync(delivery.Message.Run, delivery.MessageId, From(stage, delivery), cancellation);
        }
    };

    private async Task WorkAsync(RefreshStage stage, Delivery delivery, CancellationToken cancellation)
    {
        if (delivery.Message.Subject != StepMessage.Move)
        {
            await Worker.WorkAsync(stage, delivery, cancellation);
        }

        await Driver.DriveAsync(delivery.Message.Run, delivery.MessageId, From(stage, delivery), cancellation);
    }

    /// <summary>A step moves its run from its own stage only; whoever asks for a move means whatever stage the run is in.</summary>
    private static string? From(RefreshStage stage, Delivery delivery) => delivery.Message.Subject == StepMessage.Move ? null : stage.Name;
}
