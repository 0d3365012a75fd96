using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Pipeline.Domain;

namespace Pipeline.Sources;

/// <summary>An Office Open XML workbook of a publisher.</summary>
internal static class Workbook
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Sheet names in order, hidden sheets included; reads the small directory part of the file only.</summary>
    /// <exception cref="UnreadableFileException">The directory part is damaged.</exception>
    public static IReadOnlyList<string> SheetNames(SourceFile file)
    {
        try
        {
            using ZipArchive archive = new(new MemoryView(file.Bytes), ZipArchiveMode.Read);
            using Stream part = archive.GetEntry("xl/workbook.xml")!.Open();
            return [.. XDocument.Load(part).Descendants(Main + "sheet").Select(sheet => (string?)sheet.Attribute("name") ?? string.Empty)];
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException)
        {
            throw Damaged(file, fault);
        }
    }

    /// <summary>The cells of some sheets, row by row from row 1; text, numbers (double) or none.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="wanted">Which sheets to read.</param>
    /// <exception cref="UnreadableFileException">A part of the workbook is damaged.</exception>
    public static IReadOnlyList<Sheet> Read(SourceFile file, Func<string, bool> wanted)
    {
        try
        {
            // The library asks for code page 1252 even where the workbook is Unicode throughout.
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            using MemoryView stream = new(file.Bytes);
            using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
            List<Sheet> sheets = [];
            do
            {
                if (wanted(reader.Name))
                {
                    sheets.Add(new Sheet(reader.Name, Rows(reader)));
                }
            }
            while (reader.NextResult());
            return sheets;
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or ExcelReaderException)
        {
            throw Damaged(file, fault);
        }
    }

    /// <summary>
    /// The first cell of a sheet that shows an error such as <c>#N/A</c>, or that holds a formula nobody has computed. The library that reads
    /// the cells takes both for empty ones.
    /// </summary>
    /// <param name="file">The workbook.</param>
    /// <param name="sheet">Name of a sheet that the workbook has.</param>
    /// <returns>Address and what it shows, or none.</returns>
    /// <exception cref="UnreadableFileException">A part of the workbook is damaged.</exception>
    public static (string Address, string Text)? FindError(SourceFile file, string sheet)
    {
        try
        {
            using ZipArchive archive = new(new MemoryView(file.Bytes), ZipArchiveMode.Read);
            using Stream part = archive.GetEntry(PartOf(archive, sheet))!.Open();
            using XmlReader cells = XmlReader.Create(part);
            while (cells.ReadToFollowing("c", Main.NamespaceName))
            {
                using XmlReader one = cells.ReadSubtree();
                XElement cell = XElement.Load(one);
                bool isError = (string?)cell.Attribute("t") == "e";
                if (isError || (cell.Element(Main + "f") is not null && cell.Element(Main + "v") is null))
                {
                    return ((string?)cell.Attribute("r") ?? "without address",
                        isError ? cell.Element(Main + "v")?.Value ?? "#" : "a formula without a result");
                }
            }

            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException)
        {
            throw Damaged(file, fault);
        }
    }

    /// <summary>Name of the part of the archive that holds a sheet.</summary>
    private static string PartOf(ZipArchive archive, string sheet)
    {
        using Stream book = archive.GetEntry("xl/workbook.xml")!.Open();
        string relation = (string)XDocument.Load(book).Descendants(Main + "sheet")
            .First(one => (string?)one.Attribute("name") == sheet).Attribute(Relations + "id")!;
        using Stream list = archive.GetEntry("xl/_rels/workbook.xml.rels")!.Open();
        string target = (string)XDocument.Load(list).Root!.Elements().First(one => (string?)one.Attribute("Id") == relation).Attribute("Target")!;
        return target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    private static List<object?[]> Rows(IExcelDataReader reader)
    {
        List<object?[]> rows = [];
        while (reader.Read())
        {
            object?[] row = new object?[reader.FieldCount];
            for (int column = 0; column < row.Length; column++)
            {
                row[column] = reader.GetValue(column);
            }

            rows.Add(row);
        }

        return rows;
    }

    private static UnreadableFileException Damaged(SourceFile file, Exception fault) => new(
        new Fault(file.Name, "workbook", "a whole workbook", ReadableText.Of(fault.Message), "fetch the file from the publisher again"),
        fault);
}

/// <summary>One sheet.</summary>
/// <param name="Name">Name as in the workbook.</param>
/// <param name="Rows">Rows from row 1.</param>
internal sealed record Sheet(string Name, IReadOnlyList<object?[]> Rows)
{
    /// <summary>Text of a cell without blanks at its ends; numbers in their shortest exact form; empty when there is none.</summary>
    /// <param name="row">Row from 1.</param>
    /// <param name="column">Column from 0.</param>
    public string Text(int row, int column) => Cell(row, column) switch
    {
        null => string.Empty,
        string text => text.Trim(),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        object value => value.ToString() ?? string.Empty,
    };

    /// <summary>A cell, or none outside the sheet.</summary>
    /// <param name="row">Row from 1.</param>
    /// <param name="column">Column from 0.</param>
    public object? Cell(int row, int column) =>
        row >= 1 && row <= Rows.Count && column < Rows[row - 1].Length ? Rows[row - 1][column] : null;

    /// <summary>A whole row as text, cells apart by tabs, blank cells at the end left out.</summary>
    /// <param name="row">Row from 1.</param>
    public string Line(int row) =>
        string.Join('\t', Enumerable.Range(0, Rows[row - 1].Length).Select(column => Text(row, column))).TrimEnd('\t');
}
