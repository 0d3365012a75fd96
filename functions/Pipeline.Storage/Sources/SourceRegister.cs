using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>What was last obtained of one file of a source.</summary>
/// <param name="SourceId">Source id.</param>
/// <param name="FileName">Publisher's file name.</param>
/// <param name="Edition">Edition; empty where nobody has read the file yet.</param>
/// <param name="SnapshotHash">The last snapshot; for an archive the SHA-256 of the archive, whose members are snapshots that name it.</param>
/// <param name="ChangedAt">When these bytes were first seen.</param>
/// <param name="CheckedAt">When the publisher was last asked.</param>
public sealed record SourceFile(
    string SourceId, string FileName, string Edition, string SnapshotHash, DateTimeOffset ChangedAt, DateTimeOffset CheckedAt)
{
    /// <summary>State of the entry that was read; none for one that is new.</summary>
    internal ETag ETag { get; init; }

    /// <summary>Name of the file that the publisher's address gives: this one, or the archive that it is a member of.</summary>
    public string AddressFile { get; init; } = FileName;

    /// <summary>True for an archive: its bytes are not kept, its members are.</summary>
    public bool IsArchive { get; init; }

    /// <summary>Entity tag with which the publisher served these bytes, as sent, or null.</summary>
    public string? EntityTag { get; init; }

    /// <summary>When the publisher says these bytes were last changed, or null.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>The same file after another look at the publisher.</summary>
    public SourceFile Checked(string edition, string snapshotHash, DateTimeOffset at) => snapshotHash == SnapshotHash
        ? this with { Edition = edition, CheckedAt = at.ToUniversalTime() }
        : this with { Edition = edition, SnapshotHash = snapshotHash, ChangedAt = at.ToUniversalTime(), CheckedAt = at.ToUniversalTime() };
}

/// <summary>The last snapshot of each file of each source, so that a pull knows whether anything changed.</summary>
public sealed class SourceRegister
{
    private readonly TableClient table;

    internal SourceRegister(TableClient table) => this.table = table;

    /// <summary>Enters a new file, or changes one that was read before.</summary>
    /// <exception cref="StorageConflictException">Another pull has written it since.</exception>
    public async Task<SourceFile> PutAsync(SourceFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var row = new TableEntity(TableKeys.Encode(file.SourceId), TableKeys.Encode(file.FileName))
        {
            ["SourceId"] = file.SourceId,
            ["FileName"] = file.FileName,
            ["Edition"] = file.Edition,
            ["SnapshotHash"] = ContentHash.Require(file.SnapshotHash),
            ["ChangedAt"] = file.ChangedAt,
            ["CheckedAt"] = file.CheckedAt,
            ["AddressFile"] = file.AddressFile,
            ["IsArchive"] = file.IsArchive,
        };
        if (file.EntityTag is { } tag) row["EntityTag"] = tag;
        if (file.LastModified is { } modified) row["LastModified"] = modified.ToUniversalTime();
        try
        {
            var written = file.ETag == default
                ? ConditionalWrite.AddAsync(table, row, cancellationToken)
                : ConditionalWrite.ReplaceAsync(table, row, file.ETag, cancellationToken);
            return file with { ETag = await written };
        }
        catch (RequestFailedException changed) when (changed.Status is 412 || changed.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            throw new StorageConflictException(
                new Fault(
                    "table sources",
                    $"{file.SourceId}, {file.FileName}",
                    "the entry as it was read",
                    "one that another pull has changed",
                    "read it again and decide anew"),
                changed);
        }
    }

    /// <summary>What was last obtained, or null before the first time.</summary>
    public async Task<SourceFile?> FindAsync(string sourceId, string fileName, CancellationToken cancellationToken = default)
    {
        var row = await table.GetEntityIfExistsAsync(TableKeys.Encode(sourceId), TableKeys.Encode(fileName), cancellationToken);
        return row.HasValue ? File(row.Value!) : null;
    }

    /// <summary>All files, or those of one source, by source and name.</summary>
    public async IAsyncEnumerable<SourceFile> ListAsync(
        string? sourceId = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var filter = sourceId is null ? null : TableClient.CreateQueryFilter($"PartitionKey eq {TableKeys.Encode(sourceId)}");
        await foreach (var row in table.QueryAsync(filter, cancellationToken: cancellationToken)) yield return File(row);
    }

    private static SourceFile File(TableEntity row) => new(
        row.GetString("SourceId")!, row.GetString("FileName")!, row.GetString("Edition")!, row.GetString("SnapshotHash")!,
        row.GetDateTimeOffset("ChangedAt")!.Value, row.GetDateTimeOffset("CheckedAt")!.Value)
    {
        ETag = row.ETag,
        AddressFile = row.GetString("AddressFile") ?? row.GetString("FileName")!,
        IsArchive = row.GetBoolean("IsArchive") ?? false,
        EntityTag = row.GetString("EntityTag"),
        LastModified = row.GetDateTimeOffset("LastModified"),
    };
}
