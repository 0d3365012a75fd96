using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>What a write does to the properties that it does not name: merging keeps them, replacing drops them.</summary>
internal enum TableUpdateMode
{
    Merge,
    Replace,
}

/// <summary>Kinds of write.</summary>
internal enum TableTransactionActionType
{
    Add,
    UpdateMerge,
    UpdateReplace,
    Delete,
    UpsertMerge,
    UpsertReplace,
}

/// <summary>One write, sent alone or as a part of a transaction.</summary>
internal sealed class TableTransactionAction(TableTransactionActionType actionType, TableEntity entity, ETag etag = default)
{
    public TableTransactionActionType ActionType { get; } = actionType;

    public TableEntity Entity { get; } = entity;

    public ETag ETag { get; } = etag;

    internal RequestMethod Method => ActionType switch
    {
        TableTransactionActionType.Add => RequestMethod.Post,
        TableTransactionActionType.Delete => RequestMethod.Delete,
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => RequestMethod.Parse("MERGE"),
        _ => RequestMethod.Put,
    };

    /// <summary>The address of a row; quotes in keys are doubled, then everything that is not plain is escaped.</summary>
    internal static string Path(string table, string partitionKey, string rowKey) =>
        $"/{table}(PartitionKey='{Quote(partitionKey)}',RowKey='{Quote(rowKey)}')";

    internal string Path(string table) =>
        ActionType == TableTransactionActionType.Add ? $"/{table}" : Path(table, Entity.PartitionKey, Entity.RowKey);

    internal byte[]? Content() => ActionType == TableTransactionActionType.Delete ? null : TableEntityJson.Write(Entity);

    /// <summary>The condition: updates and deletes always have one, so that an upsert is never sent by a forgotten ETag.</summary>
    internal IEnumerable<(string Name, string Value)> Headers()
    {
        var conditional = ActionType is
            TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete;
        if (!conditional) return [];
        if (ETag == default)
            throw new ArgumentException($"Writing {Entity.PartitionKey}, {Entity.RowKey} on a condition needs the ETag that was read.");
        return [("If-Match", ETag.ToString("H"))];
    }

    private static string Quote(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
