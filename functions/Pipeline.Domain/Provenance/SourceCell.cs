using System.Text.Json.Serialization;

namespace Pipeline.Domain;

/// <summary>The place a number was read from, precise enough to open the file and put a finger on it.</summary>
/// <param name="Snapshot">SHA-256 of the publisher's bytes, lower-case hexadecimal.</param>
/// <param name="File">File name as taken in.</param>
/// <param name="Sheet">Worksheet, or none for text files.</param>
/// <param name="Row">Line of the file or row of the sheet, from 1.</param>
/// <param name="Column">Header name of the column, or its letter where there is no header.</param>
public sealed record SourceCell(string Snapshot, string File, string? Sheet, int Row, string Column)
{
    [JsonConstructor]
    private SourceCell()
        : this(null!, null!, null, 0, null!)
    {
    }

    /// <summary>True when the figure in the cell is invented or purely illustrative; every output that uses it must say so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Illustrative { get; init; }

    /// <summary>Short address for people: <c>file[sheet]!row:column</c>.</summary>
    public string Address => Sheet is null
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}!{Row}:{Column}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}[{Sheet}]!{Row}:{Column}");
}
