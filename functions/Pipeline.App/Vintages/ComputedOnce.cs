namespace Pipeline.App.Vintages;

/// <summary>
/// Values that follow from published vintages while the program serves. A published vintage never changes, so a value is computed once; only one is
/// computed at a time, because each takes the whole machine for some seconds, and only a few wait, because whoever asks does not wait longer.
/// </summary>
/// <param name="compute">Computes a value.</param>
/// <param name="kept">Values that are kept, beside those that wait; the one computed first is the first to go.</param>
/// <param name="stopping">Ends what is being computed when the program stops; a caller who has gone does not.</param>
internal sealed class ComputedOnce<TKey, TValue>(Func<TKey, Task<TValue>> compute, int kept, CancellationToken stopping)
    where TKey : notnull
{
    private const int MostWaiting = 4;

    private readonly Lock gate = new();
    private readonly OrderedDictionary<TKey, Task<TValue>> values = [];
    private Task last = Task.CompletedTask;

    /// <summary>The value, or none when it is not known and as many wait as may. The task fails when what a vintage rests on is not stored or cannot be read.</summary>
    public Task<TValue>? TryOf(TKey key)
    {
        lock (gate)
        {
            if (values.TryGetValue(key, out Task<TValue>? known))
            {
                if (!known.IsFaulted && !known.IsCanceled)
                {
                    return known;
                }

                // Storage may have been away: the next caller tries again.
                values.Remove(key);
            }

            if (values.Values.Count(value => !value.IsCompleted) > MostWaiting)
            {
                return null;
            }

            MakeRoom();
            Task<TValue> computing = ComputeAsync(last, key);
            values.Add(key, computing);
            last = computing;
            return computing;
        }
    }

    /// <summary>Gives up values until one more may be kept; one that waits is no value yet, and whoever asks for it again must not have it computed twice.</summary>
    private void MakeRoom()
    {
        for (int place = 0; values.Count >= kept && place < values.Count;)
        {
            if (values.GetAt(place).Value.IsCompleted)
            {
                values.RemoveAt(place);
            }
            else
            {
                place++;
            }
        }
    }

    private async Task<TValue> ComputeAsync(Task previous, TKey key)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await Task.Run(() => compute(key), stopping);
    }
}
