using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Sources.Templates;

/// <summary>A filled template as the sheet of a workbook that bears the name of the source.</summary>
internal static class TemplateSheet
{
    /// <summary>Header and rows, cells as text: numbers in full, days as <c>2026-04-01</c>.</summary>
    /// <exception cref="UnreadableFileException">The workbook is damaged, or a cell holds an error instead of a value.</exception>
    /// <exception cref="LayoutDriftException">The sheet is empty, or another sheet holds rows of the template too.</exception>
    public static IReadOnlyList<TemplateRecord> Rows(SourceFile file, FeedTemplate template)
    {
        IReadOnlyList<Sheet> sheets = Workbook.Read(file, _ => true);
        if (sheets.FirstOrDefault(sheet => sheet.Name != template.Source && IsMarked(sheet, template)) is { } other)
        {
            throw new LayoutDriftException(new Fault(
                file.Name, "sheet " + other.Name, $"rows of the template in the sheet '{template.Source}' only", "a second table of the template",
                "bring all rows into one sheet, or hand in two files"));
        }

        Sheet filled = sheets.First(sheet => sheet.Name == template.Source);
        if (Workbook.FindError(file, template.Source) is { } error)
        {
            throw new UnreadableFileException(new Fault(
                file.Name, $"sheet {template.Source}, cell {error.Address}", "a value", ReadableText.Of(error.Text),
                "mend the formula or enter the value; nothing of this file is used"));
        }

        return filled.Rows.Count > 0
            ? [.. Enumerable.Range(1, filled.Rows.Count).Select(row => Record(filled, row))]
            : throw new LayoutDriftException(new Fault(
                file.Name, $"sheet {template.Source}, row 1", "the header of the template", "an empty sheet",
                $"fill in the template that 'template {template.Source}' writes"));
    }

    private static bool IsMarked(Sheet sheet, FeedTemplate template) => sheet.Rows.Count > 0
        && Enumerable.Range(0, sheet.Rows[0].Length).Any(column => sheet.Text(1, column) == template.Mark.Name);

    private static TemplateRecord Record(Sheet sheet, int row)
    {
        string[] cells = [.. Enumerable.Range(0, sheet.Rows[row - 1].Length).Select(column => Text(sheet, row, column))];
        return new TemplateRecord(row, cells, string.Join('\t', cells).TrimEnd('\t'));
    }

    private static string Text(Sheet sheet, int row, int column) => sheet.Cell(row, column) switch
    {
        double number => InFull(number),
        DateTime day => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        _ => sheet.Text(row, column),
    };

    /// <summary>A number as a person would write it: the shortest exact form has an exponent for small ones.</summary>
    private static string InFull(double number)
    {
        string shortest = number.ToString(CultureInfo.InvariantCulture);
        return shortest.Contains('E', StringComparison.Ordinal)
            && decimal.TryParse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact)
            ? exact.ToString(CultureInfo.InvariantCulture)
            : shortest;
    }
}
