using System.Globalization;
using System.Reflection;
using CsvHelper;
using static System.FormattableString;

namespace Pipeline.Domain.Reference;

/// <summary>The project's own reference tables, embedded in this assembly so that a code and its meaning are versioned together.</summary>
public static class ReferenceTable
{
    /// <summary>Reads an embedded table, row by row, with its header.</summary>
    /// <exception cref="UnknownCodeException">There is no table of that name.</exception>
    internal static IReadOnlyList<ReferenceRow> Read(string name) => Read(typeof(ReferenceTable).Assembly, "Pipeline.Domain.Reference." + name, name);

    /// <summary>Reads a table embedded in another assembly of the project.</summary>
    /// <param name="assembly">Assembly that carries the table.</param>
    /// <param name="resource">Full name of the resource.</param>
    /// <param name="name">Name for messages.</param>
    public static IReadOnlyList<ReferenceRow> Read(Assembly assembly, string resource, string name)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using Stream stream = assembly.GetManifestResourceStream(resource)
            ?? throw new UnknownCodeException("reference table", name, "a table embedded in " + assembly.GetName().Name);
        using CsvReader reader = CsvReader.Create(stream, new CsvReaderOptions(), leaveOpen: true);
        reader.ReadHeader();
        Dictionary<string, int> columns = reader.Headers
            .Select((column, index) => (column, index)).ToDictionary(pair => pair.column, pair => pair.index, StringComparer.Ordinal);
        List<ReferenceRow> rows = [];
        while (reader.Read())
        {
            if (reader.FieldCount != columns.Count)
            {
                throw new LayoutDriftException(new Fault(
                    name, Invariant($"record {rows.Count + 2}"), Invariant($"{columns.Count} fields"), Invariant($"{reader.FieldCount} fields"), "mend the reference table"));
            }

            rows.Add(new ReferenceRow(name, rows.Count + 2, columns, [.. Enumerable.Range(0, columns.Count).Select(reader.GetString)]));
        }

        return rows;
    }
}

/// <summary>One row of a reference table.</summary>
public sealed class ReferenceRow
{
    private readonly string table;
    private readonly int record;
    private readonly IReadOnlyDictionary<string, int> columns;
    private readonly IReadOnlyList<string> cells;

    internal ReferenceRow(string table, int record, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> cells)
    {
        this.table = table;
        this.record = record;
        this.columns = columns;
        this.cells = cells;
    }

    /// <summary>Text of a column.</summary>
    /// <exception cref="LayoutDriftException">The table has no such column.</exception>
    public string this[string column] => columns.TryGetValue(column, out int index)
        ? cells[index]
        : throw new LayoutDriftException(new Fault(table, "header", column, string.Join(", ", columns.Keys), "mend the reference table"));

    /// <summary>Text of a column that the table may leave out; empty then.</summary>
    public string Optional(string column) => columns.TryGetValue(column, out int index) ? cells[index] : string.Empty;

    /// <summary>A whole number.</summary>
    public int Number(string column) => int.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
        ? number
        : throw Bad(column, "a whole number");

    /// <summary>A decimal number, or none where the cell is empty.</summary>
    public double? OptionalDecimal(string column) => this[column].Length == 0
        ? null
        : double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : throw Bad(column, "a number or nothing");

    /// <summary>1 or 0.</summary>
    public bool Flag(string column) => this[column] switch { "1" => true, "0" => false, _ => throw Bad(column, "1 or 0") };

    private LayoutDriftException Bad(string column, string expected) =>
        new(new Fault(table, Invariant($"record {record}, column {column}"), expected, this[column], "mend the reference table"));
}
