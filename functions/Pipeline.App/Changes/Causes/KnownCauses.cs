using Pipeline.Storage;

namespace Pipeline.App.Changes.Causes;

/// <summary>
/// Reports on causes while the program serves. A published vintage never changes, so a report is computed once; only one is computed at a time,
/// because each takes the whole machine for some seconds.
/// </summary>
/// <param name="storage">Storage account.</param>
/// <param name="stopping">Ends what is being computed when the program stops; a caller who has gone does not.</param>
internal sealed class KnownCauses(StorageAccount storage, CancellationToken stopping)
{
    private const int Kept = 16;

    private readonly Lock gate = new();
    private readonly OrderedDictionary<(string Before, string After), Task<CausesReport>> reports = [];
    private Task last = Task.CompletedTask;

    /// <summary>The report on two published vintages.</summary>
    /// <exception cref="Domain.PipelineException">What a vintage rests on is not stored or cannot be read.</exception>
    public Task<CausesReport> OfAsync(string before, string after)
    {
        lock (gate)
        {
            if (reports.TryGetValue((before, after), out Task<CausesReport>? known))
            {
                if (!known.IsFaulted && !known.IsCanceled)
                {
                    return known;
                }

                // Storage may have been away: the next caller tries again.
                reports.Remove((before, after));
            }

            if (reports.Count == Kept)
            {
                reports.RemoveAt(0);
            }

            Task<CausesReport> computing = ComputeAsync(last, before, after);
            reports.Add((before, after), computing);
            last = computing;
            return computing;
        }
    }

    private async Task<CausesReport> ComputeAsync(Task previous, string before, string after)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await Task.Run(() => CausesReport.ComputeAsync(storage, before, after, stopping), stopping);
    }
}
