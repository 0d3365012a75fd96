using System.Globalization;
using System.Text;
using CsvHelper;
using Pipeline.Domain;

namespace Pipeline.App.ResultTable;

/// <summary>The table as CSV: a row a mineral; figure, ends of the interval, status and marks a column, full precision, internal columns named as such.</summary>
internal static class MineralTableCsv
{
    private static readonly string InternalMark =
        $" [{Vocabulary.Word(Term.Label, AccessLabel.Internal, Language.English)} {Vocabulary.Word(Term.Label, AccessLabel.Internal, Language.Japanese)}]";

    /// <summary>Names of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "vintage", "mineral",
        .. MineralTable.Columns.SelectMany(column => new[] { string.Empty, "_low", "_high", "_status", "_illustrative" }
            .Select(part => column.Indicator + part + (column.IsInternal ? InternalMark : string.Empty))),
    ];

    /// <summary>The text of the file, lines ended by a line feed.</summary>
    public static string Write(MineralTable table)
    {
        using MemoryStream stream = new();
        using (CsvWriter writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n", WriteByteOrderMark = false }, leaveOpen: true))
        {
            writer.WriteRecord([.. Columns]);
            foreach (MineralTableRow row in table.Rows)
            {
                writer.WriteRecord([table.Vintage, row.Mineral, .. MineralTable.Columns.Zip(row.Results).SelectMany(pair => Cells(pair.First, pair.Second))]);
            }

            writer.Flush();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<string> Cells(MineralTableColumn column, IndicatorResult? result)
    {
        if (result is null)
        {
            return [string.Empty, string.Empty, string.Empty, "notComputed", string.Empty];
        }

        (double? point, double? low, double? high) = column.Of(result);
        return [Number(point), Number(low), Number(high), Code(result.Status), result.Illustrative ? "yes" : "no"];
    }

    private static string Code(ResultStatus status)
    {
        string name = status.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty;
}
