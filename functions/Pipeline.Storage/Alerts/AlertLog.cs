using Azure;
using Azure.Data.Tables;

namespace Pipeline.Storage;

/// <summary>Something an operator should know.</summary>
/// <param name="Kind">Kind, such as <c>source-late</c> or <c>step-failed</c>.</param>
/// <param name="Subject">What it is about: a source, a run and step.</param>
/// <param name="Message">A sentence for the operator, without values.</param>
/// <param name="RaisedAt">When it was first raised.</param>
/// <param name="ClearedAt">When it was over; null while it is not.</param>
public sealed record Alert(string Kind, string Subject, string Message, DateTimeOffset RaisedAt, DateTimeOffset? ClearedAt = null);

/// <summary>Alerts by kind and subject: raising one that stands already is no event, so a watch may run every few minutes.</summary>
public sealed class AlertLog
{
    private readonly TableClient table;

    internal AlertLog(TableClient table) => this.table = table;

    /// <summary>Raises an alert; false when one of this kind and subject stands. One that was cleared is raised anew.</summary>
    public async Task<bool> RaiseAsync(Alert alert, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var row = Row(alert);
        var there = await table.GetEntityIfExistsAsync(row.PartitionKey, row.RowKey, cancellationToken);
        if (there.HasValue && Alert(there.Value!).ClearedAt is null) return false;
        try
        {
            if (there.HasValue) await ConditionalWrite.ReplaceAsync(table, row, there.Value!.ETag, cancellationToken);
            else await ConditionalWrite.AddAsync(table, row, cancellationToken);
            return true;
        }
        catch (RequestFailedException raced) when (raced.Status is 412 || raced.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            // Another watch was faster: the alert stands.
            return false;
        }
    }

    /// <summary>Clears an alert; false when none of this kind and subject stands.</summary>
    public async Task<bool> ClearAsync(string kind, string subject, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var there = await table.GetEntityIfExistsAsync(TableKeys.Encode(kind), TableKeys.Encode(subject), cancellationToken);
        if (!there.HasValue || Alert(there.Value!) is not { ClearedAt: null } alert) return false;
        try
        {
            await ConditionalWrite.ReplaceAsync(
                table, Row(alert with { ClearedAt = at.ToUniversalTime() }), there.Value!.ETag, cancellationToken);
            return true;
        }
        catch (RequestFailedException raced) when (raced.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Alerts, those that stand or all, newest first.</summary>
    public async Task<IReadOnlyList<Alert>> ListAsync(bool standingOnly = true, CancellationToken cancellationToken = default)
    {
        var alerts = new List<Alert>();
        await foreach (var row in table.QueryAsync(cancellationToken: cancellationToken)) alerts.Add(Alert(row));
        return
        [
            .. alerts.Where(alert => !standingOnly || alert.ClearedAt is null)
                .OrderByDescending(alert => alert.RaisedAt)
                .ThenBy(alert => alert.Kind, StringComparer.Ordinal)
                .ThenBy(alert => alert.Subject, StringComparer.Ordinal),
        ];
    }

    private static TableEntity Row(Alert alert)
    {
        var row = new TableEntity(TableKeys.Encode(alert.Kind), TableKeys.Encode(alert.Subject))
        {
            ["Kind"] = alert.Kind,
            ["Subject"] = alert.Subject,
            ["Message"] = alert.Message,
            ["RaisedAt"] = alert.RaisedAt,
        };
        if (alert.ClearedAt is { } cleared) row["ClearedAt"] = cleared;
        return row;
    }

    private static Alert Alert(TableEntity row) =>
        new(
            row.GetString("Kind")!, row.GetString("Subject")!, row.GetString("Message")!,
            row.GetDateTimeOffset("RaisedAt")!.Value, row.GetDateTimeOffset("ClearedAt"));
}
