using Azure;
using Azure.Data.Tables;

namespace Pipeline.Storage;

/// <summary>Conditional writes of table rows whose answer may be lost on the way.</summary>
internal static class ConditionalWrite
{
    /// <summary>Enters a row under free keys.</summary>
    /// <returns>The row's state.</returns>
    /// <exception cref="RequestFailedException">Its keys are taken by another row, or the service fails.</exception>
    public static Task<ETag> AddAsync(TableClient table, TableEntity row, CancellationToken cancellationToken) =>
        WriteAsync(table, row, () => table.AddEntityAsync(row, cancellationToken), cancellationToken);

    /// <summary>Replaces a row that still is as it was read.</summary>
    /// <returns>The row's new state.</returns>
    /// <exception cref="RequestFailedException">It has changed or is gone, or the service fails.</exception>
    public static Task<ETag> ReplaceAsync(TableClient table, TableEntity row, ETag read, CancellationToken cancellationToken) =>
        WriteAsync(table, row, () => table.UpdateEntityAsync(row, read, TableUpdateMode.Replace, cancellationToken), cancellationToken);

    /// <summary>Writes up to a hundred rows of one partition, all or none.</summary>
    /// <returns>The rows' new states, in order.</returns>
    /// <exception cref="TableTransactionFailedException">A condition does not hold.</exception>
    public static async Task<IReadOnlyList<ETag>> SubmitAsync(
        TableClient table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var tries = SentAgain.Watch();
        try
        {
            return [.. (await table.SubmitTransactionAsync(actions, cancellationToken)).Value.Select(answer => answer.Headers.ETag!.Value)];
        }
        catch (RequestFailedException refused) when (MayBeDone(refused, tries))
        {
            // All or none: one row that is not as it was meant to be shows that none was written.
            var states = new List<ETag>();
            foreach (var action in actions)
            {
                if (await FindAsync(table, action.Entity, cancellationToken) is not { } state) throw;
                states.Add(state);
            }

            return states;
        }
    }

    /// <summary>True when a refused write may have been done all the same, by an earlier try of it.</summary>
    public static bool MayBeDone(RequestFailedException refused, SentAgain tries) => tries.Happened && refused.Status is 404 or 409 or 412;

    private static async Task<ETag> WriteAsync(
        TableClient table, TableEntity row, Func<Task<Response>> write, CancellationToken cancellationToken)
    {
        var tries = SentAgain.Watch();
        try
        {
            return (await write()).Headers.ETag!.Value;
        }
        catch (RequestFailedException refused) when (MayBeDone(refused, tries))
        {
            if (await FindAsync(table, row, cancellationToken) is { } state) return state;
            throw;
        }
    }

    /// <summary>State of the row that has these keys and this content, or null.</summary>
    private static async Task<ETag?> FindAsync(TableClient table, TableEntity meant, CancellationToken cancellationToken)
    {
        var there = await table.GetEntityIfExistsAsync(meant.PartitionKey, meant.RowKey, cancellationToken);
        return there is { HasValue: true, Value: { } found } && SameContent(found, meant) ? found.ETag : null;
    }

    /// <summary>True when two rows have the same properties with the same values, whatever their states.</summary>
    private static bool SameContent(TableEntity there, TableEntity meant) =>
        there.Count == meant.Count && meant.All(property => there.TryGetValue(property.Key, out var value) && value.Equals(property.Value));
}
