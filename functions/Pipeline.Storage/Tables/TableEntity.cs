using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables;

/// <summary>
/// One row of a table. Property values are string, bool, int, long, double or <see cref="DateTimeOffset"/> in UTC;
/// a property that has no value is absent.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is that of the library that this folder stands in for.")]
internal sealed class TableEntity : Dictionary<string, object>
{
    /// <summary>An empty row, to be filled from an answer.</summary>
    public TableEntity() : base(StringComparer.Ordinal) { }

    /// <summary>A row with its two keys.</summary>
    public TableEntity(string partitionKey, string rowKey) : this() => (PartitionKey, RowKey) = (partitionKey, rowKey);

    /// <summary>Rows of one partition are stored in the order of <see cref="RowKey"/> and can be written together.</summary>
    public string PartitionKey { get; set; } = "";

    /// <summary>Unique in its partition.</summary>
    public string RowKey { get; set; } = "";

    /// <summary>Changes with every write; a conditional write names the one that it has read.</summary>
    public ETag ETag { get; set; }

    public string? GetString(string name) => (string?)this.GetValueOrDefault(name);

    public bool? GetBoolean(string name) => (bool?)this.GetValueOrDefault(name);

    public int? GetInt32(string name) => (int?)this.GetValueOrDefault(name);

    /// <summary>A 64-bit integer, also where a 32-bit one was written.</summary>
    public long? GetInt64(string name) =>
        this.GetValueOrDefault(name) switch { null => null, int small => small, var other => (long)other };

    public double? GetDouble(string name) => (double?)this.GetValueOrDefault(name);

    public DateTimeOffset? GetDateTimeOffset(string name) => (DateTimeOffset?)this.GetValueOrDefault(name);
}
