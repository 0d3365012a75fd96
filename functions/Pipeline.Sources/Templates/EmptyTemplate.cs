using System.Text;
using static System.FormattableString;

namespace Pipeline.Sources.Templates;

/// <summary>The empty files of a template: CSV, workbook and the page that explains it. The same template gives the same bytes.</summary>
internal static class EmptyTemplate
{
    private const string ColumnsSheet = "columns";
    private const string CodesSheet = "codes";

    /// <summary>The header line, in UTF-8 with the byte order mark by which spreadsheet programs know the encoding.</summary>
    public static byte[] Csv(FeedTemplate template) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join(',', template.Columns.Select(column => column.Name)) + "\r\n")];

    /// <summary>A sheet to fill in, one that documents every column, and one with the codes, from which cells can be chosen.</summary>
    public static byte[] Workbook(FeedTemplate template)
    {
        List<IReadOnlyList<string>> codes = [["column", "code", "意味", "meaning"]];
        List<CellChoice> choices = [];
        foreach ((int index, TemplateColumn column) in template.Columns.Index().Where(column => column.Item.Codes.Count > 0))
        {
            int first = codes.Count + 1;
            codes.AddRange(column.Codes.Select(code => (string[])[column.Name, code.Code, code.Meaning.Ja, code.Meaning.En]));
            choices.Add(new CellChoice(index, Invariant($"{CodesSheet}!$B${first}:$B${codes.Count}")));
        }

        return WorkbookWriter.Write(
        [
            new(template.Source, [.. template.Columns.Select(column => Math.Max(column.Name.Length + 2, 14))],
                [[.. template.Columns.Select(column => column.Name)]]) { Choices = choices },
            new(ColumnsSheet, [24, 24, 24, 46, 46, 60, 60],
            [
                ["column", "記入", "need", "書き方", "form", "意味", "meaning"],
                .. template.Columns.Select(column => (string[])
                    [column.Name, column.Need.Words.Ja, column.Need.Words.En, column.Form.Ja, column.Form.En, column.Meaning.Ja, column.Meaning.En]),
            ]),
            new(CodesSheet, [24, 28, 40, 40], codes),
        ]);
    }

    /// <summary>The page for offices, in Markdown.</summary>
    public static byte[] Page(FeedTemplate template) => Encoding.UTF8.GetBytes(TemplatePage.Of(template));
}
