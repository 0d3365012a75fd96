namespace Pipeline.App.Changes.Causes;

/// <summary>
/// Reports on causes while the program serves. A published vintage never changes, so a report is computed once; only one is computed at a time,
/// because each takes the whole machine for some seconds, and only a few wait, because whoever asks does not wait longer.
/// </summary>
/// <param name="compute">Computes the report on two published vintages.</param>
/// <param name="stopping">Ends what is being computed when the program stops; a caller who has gone does not.</param>
internal sealed class KnownCauses(Func<string, string, Task<CausesReport>> compute, CancellationToken stopping)
{
    private const int Kept = 16;
    private const int MostWaiting = 4;

    private readonly Lock gate = new();
    private readonly OrderedDictionary<(string Before, string After), Task<CausesReport>> reports = [];
    private Task last = Task.CompletedTask;

    /// <summary>The report on two published vintages, or none when it is not known and as many wait as may. The task fails when what a vintage rests on is not stored or cannot be read.</summary>
    public Task<CausesReport>? TryOf(string before, string after)
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

            if (reports.Values.Count(report => !report.IsCompleted) > MostWaiting)
            {
                return null;
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
        return await Task.Run(() => compute(before, after), stopping);
    }
}
