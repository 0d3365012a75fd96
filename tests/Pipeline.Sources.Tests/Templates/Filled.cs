using System.Text;
using Pipeline.Sources.Templates;

namespace Pipeline.Sources.Tests.Templates;

/// <summary>Files that an office has filled in, from rows that name only the cells that differ from a good row.</summary>
internal static class Filled
{
    /// <summary>A text file.</summary>
    public static SourceFile Text(FeedTemplate template, params IReadOnlyDictionary<string, object?>[] rows)
    {
        string[] header = [.. template.Columns.Select(column => column.Name)];
        IEnumerable<string> lines = rows.Select(row => string.Join(',', header.Select(name => Quoted(Cell(row, name)))));
        return SourceFile.From("filled.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Prepend(string.Join(',', header))) + "\r\n"));
    }

    /// <summary>A workbook with the template's sheet; rows begin in row 2.</summary>
    public static SourceFile Workbook(FeedTemplate template, params IReadOnlyDictionary<string, object?>[] rows) =>
        TestWorkbook.Of(Sheet(template, rows), ("columns", [["column", "meaning"], ["mineral_id", "Mineral"]]));

    /// <summary>The template's sheet.</summary>
    public static (string Name, object?[][] Rows) Sheet(FeedTemplate template, params IReadOnlyDictionary<string, object?>[] rows)
    {
        string[] header = [.. template.Columns.Select(column => column.Name)];
        return (template.Source,
            [[.. header], .. rows.Select(row => header.Select(name => row.GetValueOrDefault(name)).ToArray())]);
    }

    /// <summary>A good row of a template with some cells changed; an empty text empties the cell.</summary>
    public static Dictionary<string, object?> Row(IReadOnlyDictionary<string, object?> good, params (string Column, object? Cell)[] changes)
    {
        Dictionary<string, object?> row = new(good, StringComparer.Ordinal);
        foreach ((string column, object? cell) in changes)
        {
            row[column] = cell;
        }

        return row;
    }

    private static string Cell(IReadOnlyDictionary<string, object?> row, string name) =>
        Convert.ToString(row.GetValueOrDefault(name), System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
