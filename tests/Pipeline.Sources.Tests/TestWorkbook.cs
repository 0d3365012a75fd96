using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Pipeline.Sources.Tests;

/// <summary>A minimal workbook, for layouts that no publisher's file shows.</summary>
internal static class TestWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";

    /// <summary>Makes the file; a cell is text, a number, raw or none.</summary>
    public static SourceFile Of(params (string Name, object?[][] Rows)[] sheets)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", $"""
                <Types xmlns="{Packages}content-types"><Default Extension="xml" ContentType="application/xml"/>
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>
                """);
            Add(archive, "_rels/.rels", $"""
                <Relationships xmlns="{Packages}relationships"><Relationship Id="r0" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """);
            Add(archive, "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>"
                + string.Concat(sheets.Select(
                    (sheet, index) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{index + 1}\" r:id=\"r{index + 1}\"/>"))
                + "</sheets></workbook>");
            Add(archive, "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Packages}relationships\">"
                + string.Concat(sheets.Select(
                    (_, index) => $"<Relationship Id=\"r{index + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>"))
                + "</Relationships>");
            foreach ((int index, (string _, object?[][] rows)) in sheets.Index())
            {
                Add(archive, $"xl/worksheets/sheet{index + 1}.xml",
                    $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(rows.Select(Row))}</sheetData></worksheet>");
            }
        }

        return SourceFile.From("workbook.xlsx", stream.ToArray());
    }

    /// <summary>A cell as it stands in the file, for what no plain cell shows.</summary>
    public sealed record Raw(string Element);

    private static string Row(object?[] cells, int index) =>
        $"<row r=\"{index + 1}\">{string.Concat(cells.Select((cell, column) => Cell(cell, index + 1, column)))}</row>";

    private static string Cell(object? cell, int row, int column)
    {
        string at = $"{(column < 26 ? string.Empty : "A")}{(char)('A' + (column % 26))}{row}";
        return cell switch
        {
            null => string.Empty,
            Raw raw => raw.Element,
            string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
            _ => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{cell}</v></c>"),
        };
    }

    private static void Add(ZipArchive archive, string name, string content)
    {
        using Stream entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }
}
