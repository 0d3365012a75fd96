using Pipeline.App.Functions;
using Pipeline.App.Triggers;
using Pipeline.Storage;

namespace Pipeline.App.Vintages;

/// <summary>The vintage that requests are answered from; switched in one step when the pointer in storage has moved.</summary>
internal sealed class CurrentVintage(VintageStore store)
{
    private PublishedView? view;

    /// <summary>The vintage in memory, or none before the first one is published.</summary>
    public PublishedView? View => Volatile.Read(ref view);

    /// <summary>Makes ahead what readers of a vintage will ask for; called before that vintage replaces another, so that no reader waits for it.</summary>
    public Func<PublishedView, CancellationToken, Task> MakeAhead { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Looks at the pointer and loads the vintage it names, unless that is in memory already.</summary>
    /// <returns>True when another vintage was loaded.</returns>
    public async Task<bool> FollowAsync(CancellationToken cancellation)
    {
        PublishedVintage? current = await store.CurrentAsync(cancellation);
        if (current is null || current.Vintage == View?.Published.Vintage)
        {
            return false;
        }

        PublishedView next = await PublishedView.LoadAsync(store, current, cancellation);
        if (View is not null)
        {
            // No vintage with an assessment that this version does not understand takes the place of one that is served.
            _ = next.Assessments.Values.Count();
            await MakeAhead(next, cancellation);
        }

        Volatile.Write(ref view, next);
        return true;
    }
}

/// <summary>Follows the pointer while the program serves.</summary>
internal sealed class VintageFollower(CurrentVintage current, StorageGate storage, TimeProvider clock, ILogger<VintageFollower> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await storage.Opened.WaitAsync(stoppingToken);
        OutageLog outage = new(log, "Loading the current vintage");
        using PeriodicTimer timer = new(Interval, clock);
        bool isJudged = false;
        while (true)
        {
            try
            {
                if (await current.FollowAsync(stoppingToken))
                {
                    log.LogInformation("Vintage {Vintage} is served.", current.View!.Published.Vintage);
                }

                outage.Over();
            }
            catch (Exception fault) when (fault is Domain.PipelineException || StorageOutage.Is(fault))
            {
                // The vintage in memory stays whole and is served on; the next look comes soon.
                outage.Failed(fault);
            }

            await timer.WaitForNextTickAsync(stoppingToken);
            // The first vintage is served before it is understood whole, so that nobody waits for what he has not asked for.
            if (!isJudged && current.View is { } first)
            {
                isJudged = true;
                Judge(first);
            }
        }
    }

    private void Judge(PublishedView view)
    {
        foreach (string mineral in view.Assessments.Keys.Order(StringComparer.Ordinal))
        {
            try
            {
                _ = view.Assessments[mineral];
            }
            catch (Domain.PipelineException fault)
            {
                log.LogError(fault, "Whatever needs the assessment of {Mineral} in vintage {Vintage} is answered by a problem.", mineral, view.Published.Vintage);
            }
        }
    }
}
