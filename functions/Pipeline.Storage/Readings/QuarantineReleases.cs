using Azure;
using Azure.Data.Tables;

namespace Pipeline.Storage;

/// <summary>A person's decision that a rejected row stays out for good and is no gap any more. The row itself is never let in: what it says cannot be read.</summary>
/// <param name="Row">Identifier of the row.</param>
/// <param name="By">Object identifier of the person or application that decided.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in the person's words.</param>
public sealed record QuarantineRelease(string Row, string By, DateTimeOffset At, string Reason);

/// <summary>Decisions on rejected rows, part of the ledger. The first decision on a row holds; none is changed or taken back.</summary>
public sealed class QuarantineReleases
{
    private const string Partition = "row";

    private readonly TableClient table;

    internal QuarantineReleases(TableClient table) => this.table = table;

    /// <summary>Records a decision.</summary>
    /// <returns>The decision that holds: this one, or an earlier one.</returns>
    public async Task<QuarantineRelease> AddAsync(QuarantineRelease release, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(release);
        var row = new TableEntity(Partition, release.Row) { ["By"] = release.By, ["At"] = release.At.ToUniversalTime(), ["Reason"] = release.Reason };
        try
        {
            await ConditionalWrite.AddAsync(table, row, cancellationToken);
            return release;
        }
        catch (RequestFailedException taken) when (taken.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return Release((await table.GetEntityIfExistsAsync(Partition, release.Row, cancellationToken)).Value!);
        }
    }

    /// <summary>All decisions, by row.</summary>
    public async Task<IReadOnlyDictionary<string, QuarantineRelease>> ListAsync(CancellationToken cancellationToken = default)
    {
        var releases = new Dictionary<string, QuarantineRelease>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync(cancellationToken: cancellationToken)) releases.Add(row.RowKey, Release(row));
        return releases;
    }

    private static QuarantineRelease Release(TableEntity row) =>
        new(row.RowKey, row.GetString("By")!, row.GetDateTimeOffset("At")!.Value, row.GetString("Reason")!);
}
