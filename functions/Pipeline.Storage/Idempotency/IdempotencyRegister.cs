using System.Text;
using Azure;
using Azure.Data.Tables;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>
/// Which run a sender's key stands for. The first request with a key decides; each later one, however many come at once and whatever
/// answers were lost on the way, is given the same run. The key itself is not stored, only its hash: senders may put anything into it.
/// </summary>
public sealed class IdempotencyRegister
{
    private const string Partition = "request";

    private readonly TableClient table;

    internal IdempotencyRegister(TableClient table) => this.table = table;

    /// <summary>Reserves a run for a key, or returns what the key stands for already.</summary>
    /// <param name="key">The sender's key, 1 to 255 characters.</param>
    /// <param name="requestHash">SHA-256 of what is asked for, lower-case hexadecimal.</param>
    /// <param name="proposedRunId">Id of the run that the request gets when it is the first.</param>
    /// <param name="at">The caller's clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IdempotencyConflictException">The key was used for something else.</exception>
    public async Task<ReservedRun> ReserveAsync(
        string key, string requestHash, string proposedRunId, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentException.ThrowIfNullOrEmpty(requestHash);
        ArgumentException.ThrowIfNullOrEmpty(proposedRunId);
        var proposed = new ReservedRun(requestHash, proposedRunId, at.ToUniversalTime());
        var row = new TableEntity(Partition, ContentHash.Of(Encoding.UTF8.GetBytes(key)))
        {
            ["RequestHash"] = proposed.RequestHash,
            ["RunId"] = proposed.RunId,
            ["ReservedAt"] = proposed.ReservedAt,
        };
        if (await FindAsync(row.RowKey, cancellationToken) is { } earlier) return Same(earlier, requestHash, null);
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
            return proposed;
        }
        catch (RequestFailedException taken) when (taken.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            // Another request was faster, or this one's own first try arrived and its answer was lost: what is stored holds either way.
            return Same((await FindAsync(row.RowKey, cancellationToken))!, requestHash, taken);
        }
    }

    private async Task<ReservedRun?> FindAsync(string rowKey, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync(Partition, rowKey, cancellationToken);
        return found is { HasValue: true, Value: { } row }
            ? new ReservedRun(row.GetString("RequestHash")!, row.GetString("RunId")!, row.GetDateTimeOffset("ReservedAt")!.Value)
            : null;
    }

    private static ReservedRun Same(ReservedRun there, string requestHash, Exception? cause) => there.RequestHash == requestHash
        ? there
        : throw new IdempotencyConflictException(
            new Fault(
                "table requests", $"the key that stands for run {there.RunId}", "the request that it was first used for", "another one",
                "send the same request again, or use a new key"),
            cause);
}
