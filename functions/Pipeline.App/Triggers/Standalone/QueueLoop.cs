using Pipeline.App.Functions;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Triggers.Standalone;

/// <summary>
/// Works off the queues of the storage account, later stages first, so that what has begun ends before more is begun. A message is deleted
/// when its work returns, is kept from others while the work goes on, and is handed out again when the work throws or the process is killed.
/// </summary>
internal sealed class QueueLoop(
    FunctionDefinitions definitions, FunctionTable table, StorageAccount storage, MessageWork messages, QueueOptions options, TimeProvider clock, ILogger<QueueLoop> log) : BackgroundService
{
    /// <summary>The service hands out no more at a time.</summary>
    private const int LargestBatch = 32;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        (QueueDefinition Definition, WorkQueue Queue)[] queues =
        [
            .. definitions.Queues.Where(queue => table.Queues.ContainsKey(queue.Name))
                .OrderByDescending(queue => StageOf(queue.Queue))
                .Select(queue => (queue, storage.Queue(queue.Queue))),
        ];
        if (queues.Length == 0)
        {
            return;
        }

        using Slots slots = new(options.Parallel);
        try
        {
            await PollAsync(queues, slots, stoppingToken);
        }
        finally
        {
            // Each message that was taken is finished or given back before the program ends.
            await slots.AllFreeAsync();
        }
    }

    private static int StageOf(string queue)
    {
        for (int stage = 0; stage < QueueNames.All.Count; stage++)
        {
            if (QueueNames.All[stage] == queue)
            {
                return stage;
            }
        }

        throw new FunctionDefinitionException(new Fault(FunctionDefinitions.FileName, "queueName", "one of " + string.Join(", ", QueueNames.All), $"'{queue}'", "name a queue of the app"));
    }

    private async Task PollAsync((QueueDefinition Definition, WorkQueue Queue)[] queues, Slots slots, CancellationToken stopping)
    {
        OutageLog outage = new(log, "Taking messages");
        TimeSpan pause = ShortestPause;
        while (true)
        {
            Task freed = slots.NextFreed;
            bool idle = true;
            try
            {
                foreach ((QueueDefinition definition, WorkQueue queue) in queues)
                {
                    idle &= await TakeAsync(definition, queue, slots, stopping) == 0;
                }

                outage.Over();
            }
            catch (Exception fault) when (fault is PipelineException || StorageOutage.Is(fault))
            {
                outage.Failed(fault);
            }

            if (!idle)
            {
                pause = ShortestPause;
                continue;
            }

            // A work that ends may just have sent the next message.
            using CancellationTokenSource waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            bool ended = await Task.WhenAny(Task.Delay(pause, clock, waiting.Token), freed) == freed;
            await waiting.CancelAsync();
            stopping.ThrowIfCancellationRequested();
            pause = ended ? ShortestPause : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }
    }

    /// <summary>Takes as many messages as can be worked on now, and at least waits until one can.</summary>
    private async Task<int> TakeAsync(QueueDefinition definition, WorkQueue queue, Slots slots, CancellationToken stopping)
    {
        int free = await slots.TakeAsync(LargestBatch, stopping);
        int used = 0;
        try
        {
            foreach (WorkItem<StepMessage> item in await queue.ReceiveAsync<StepMessage>(free, options.Visibility, stopping))
            {
                slots.Run(() => messages.RunAsync(definition.Name, queue, item, stopping));
                used++;
            }

            return used;
        }
        finally
        {
            slots.Return(free - used);
        }
    }
}
