using System.Globalization;
using System.Text;

namespace Pipeline.Sources.Templates;

/// <summary>The page that explains a template to the office that fills it in.</summary>
internal static class TemplatePage
{
    /// <summary>Longest list of codes that the page prints; longer ones are in the workbook.</summary>
    private const int LongestList = 60;

    /// <summary>The page, Japanese and English side by side.</summary>
    public static string Of(FeedTemplate template)
    {
        StringBuilder page = new();
        Line(page, $"# `{template.Source}`: {template.Title.Ja} / {template.Title.En}");
        Line(page);
        Line(page, template.Purpose.Ja);
        Line(page);
        Line(page, template.Purpose.En);
        Line(page);
        Line(page, "空の様式（CSV及びワークブック）と本頁は次の命令で作成する。");
        Line(page, "The empty template, as CSV and as workbook, with this page:");
        Line(page);
        Line(page, "```sh");
        Line(page, $"dotnet run --project functions/Pipeline.App -- template {template.Source} --to out/templates");
        Line(page, "```");
        Line(page);
        string version = template.Version.ToString(CultureInfo.InvariantCulture);
        Line(page, $"第{version}版。CSVはUTF-8（BOMの有無を問わない）、コンマ区切り、RFC 4180。ワークブックのシート名は `{template.Source}` とし、`columns` と `codes` のシートは"
            + "参照用である。列の順序は自由であるが、列名及び列の数は変えない。記入したファイルはBlobコンテナー `inbox` に置く。");
        Line(page);
        Line(page, $"Version {version}. CSV is UTF-8, with or without byte order mark, comma, RFC 4180. "
            + $"In a workbook the sheet is called `{template.Source}`; the sheets `columns` and `codes` are for reading only. The order of columns is free, their "
            + "names and number are not. Drop the filled file in the blob container `inbox`.");
        Line(page);
        Line(page, "## 列 / Columns");
        Line(page);
        Line(page, "| column | 記入 need | 書き方 form | 意味 meaning |");
        Line(page, "| --- | --- | --- | --- |");
        foreach (TemplateColumn column in template.Columns)
        {
            Line(page, $"| `{column.Name}` | {Both(column.Need.Words)} | {Both(column.Form)} | {Both(column.Meaning)} |");
        }

        Line(page);
        foreach (TemplateColumn column in template.Columns.Where(column => column.Codes.Count is > 0 and <= LongestList && column is not YesNoColumn))
        {
            CodeTable(page, column);
        }

        Line(page, "## 検査 / What is checked");
        Line(page);
        Line(page, "様式にない列、版又はコードがあるファイルは、全体を受け付けない。読めないセルがある行、又は次の規則に反する行は、行全体を隔離し、残りを用いる。"
            + "通知には、セル、求める内容、実際の内容及び対処を示す。");
        Line(page);
        Line(page, "A column, version or code that is not the template's stops the file, and nothing of it is used. A row with a cell that cannot be read, or "
            + "that breaks a rule below, is set aside whole; the rest is used. Every message names the cell, what was expected, what was found and what to do.");
        Line(page);
        foreach (Wording rule in template.Rules)
        {
            Line(page, $"- {rule.Ja}<br>{rule.En}");
        }

        if (template.Key.Count > 0)
        {
            string key = string.Join(", ", template.Key.Select(column => $"`{column.Name}`"));
            Line(page, $"- 次の列が全て同じ行は1行のみ: {key}<br>One row for each {key}");
        }

        return page.ToString();
    }

    private static void CodeTable(StringBuilder page, TemplateColumn column)
    {
        Line(page, $"### `{column.Name}`");
        Line(page);
        Line(page, "| code | 意味 | meaning |");
        Line(page, "| --- | --- | --- |");
        foreach (TemplateCode code in column.Codes)
        {
            Line(page, $"| `{code.Code}` | {Cell(code.Meaning.Ja)} | {Cell(code.Meaning.En)} |");
        }

        Line(page);
    }

    private static string Both(Wording words) => $"{Cell(words.Ja)}<br>{Cell(words.En)}";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static void Line(StringBuilder page, string text = "") => page.Append(text).Append('\n');
}
