using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Pipeline.Sources.Templates;

/// <summary>
/// Writes a small workbook (Office Open XML) of text cells. The same sheets give the same bytes: parts in fixed order, dated alike and stored
/// without compression, whose output differs between versions of the platform.
/// </summary>
internal static class WorkbookWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static readonly DateTimeOffset PartTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The workbook.</summary>
    /// <param name="sheets">Sheets in order.</param>
    public static byte[] Write(IReadOnlyList<WrittenSheet> sheets)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", xml => ContentTypes(xml, sheets.Count));
            Add(archive, "_rels/.rels", xml => RelationList(xml, [("officeDocument", "xl/workbook.xml")]));
            Add(archive, "xl/workbook.xml", xml => Book(xml, sheets));
            Add(archive, "xl/_rels/workbook.xml.rels", xml => RelationList(
                xml, [.. sheets.Index().Select(sheet => ("worksheet", "worksheets/" + PartName(sheet.Index))), ("styles", "styles.xml")]));
            Add(archive, "xl/styles.xml", Styles);
            foreach ((int index, WrittenSheet sheet) in sheets.Index())
            {
                Add(archive, "xl/worksheets/" + PartName(index), xml => Sheet(xml, sheet));
            }
        }

        return stream.ToArray();
    }

    private static string PartName(int index) => $"sheet{Number(index + 1)}.xml";

    private static void ContentTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", Packages + "content-types");
        Element(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Element(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        Element(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", SheetType + "sheet.main+xml"));
        Element(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", SheetType + "styles+xml"));
        for (int index = 0; index < sheets; index++)
        {
            Element(xml, "Override", ("PartName", "/xl/worksheets/" + PartName(index)), ("ContentType", SheetType + "worksheet+xml"));
        }

        xml.WriteEndElement();
    }

    private static void RelationList(XmlWriter xml, IReadOnlyList<(string Kind, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", Packages + "relationships");
        foreach ((int index, (string kind, string target)) in relations.Index())
        {
            Element(xml, "Relationship", ("Id", "r" + Number(index + 1)), ("Type", $"{Relations}/{kind}"), ("Target", target));
        }

        xml.WriteEndElement();
    }

    private static void Book(XmlWriter xml, IReadOnlyList<WrittenSheet> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        foreach ((int index, WrittenSheet sheet) in sheets.Index())
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", sheet.Name);
            xml.WriteAttributeString("sheetId", Number(index + 1));
            xml.WriteAttributeString("r", "id", Relations, "r" + Number(index + 1));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Style 0 is text, so that no program turns <c>2025-11</c> into a day; style 1 is a header; style 2 is text that wraps.</summary>
    private static void Styles(XmlWriter xml)
    {
        const string textFormat = "49";
        xml.WriteStartElement("styleSheet", Main);
        xml.WriteRaw("<fonts count=\"2\"><font><sz val=\"10\"/><name val=\"Arial\"/></font><font><b/><sz val=\"10\"/><name val=\"Arial\"/></font></fonts>");
        xml.WriteRaw("<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
            + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE3EAF2\"/></patternFill></fill></fills>");
        xml.WriteRaw("<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>");
        xml.WriteRaw($"<cellXfs count=\"3\"><xf numFmtId=\"{textFormat}\" applyNumberFormat=\"1\"/>"
            + $"<xf numFmtId=\"{textFormat}\" fontId=\"1\" fillId=\"2\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\"/>"
            + $"<xf numFmtId=\"{textFormat}\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs>");
        xml.WriteEndElement();
    }

    private static void Sheet(XmlWriter xml, WrittenSheet sheet)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            + "</sheetView></sheetViews>");
        xml.WriteStartElement("cols", Main);
        foreach ((int index, int width) in sheet.Widths.Index())
        {
            Element(xml, "col", ("min", Number(index + 1)), ("max", Number(index + 1)), ("width", Number(width)), ("style", "0"), ("customWidth", "1"));
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
        foreach ((int index, IReadOnlyList<string> row) in sheet.Rows.Index())
        {
            Row(xml, index + 1, row);
        }

        xml.WriteEndElement();
        Choices(xml, sheet.Choices);
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, int number, IReadOnlyList<string> cells)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Number(number));
        foreach ((int column, string text) in cells.Index())
        {
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", CellAddress.Of(number, column));
            xml.WriteAttributeString("s", number == 1 ? "1" : "2");
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteElementString("t", Main, text);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Choices(XmlWriter xml, IReadOnlyList<CellChoice> choices)
    {
        if (choices.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("dataValidations", Main);
        xml.WriteAttributeString("count", Number(choices.Count));
        foreach (CellChoice choice in choices)
        {
            string column = CellAddress.Letters(choice.Column);
            xml.WriteStartElement("dataValidation", Main);
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("showErrorMessage", "1");
            xml.WriteAttributeString("sqref", $"{column}2:{column}10000");
            xml.WriteElementString("formula1", Main, choice.List);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name);
        foreach ((string attribute, string value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Add(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = PartTime;
        using Stream part = entry.Open();
        using XmlWriter xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n" });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }
}

/// <summary>A sheet to write; its first row is a header.</summary>
/// <param name="Name">Name of the sheet.</param>
/// <param name="Widths">Widths of columns, in characters.</param>
/// <param name="Rows">Rows of texts.</param>
internal sealed record WrittenSheet(string Name, IReadOnlyList<int> Widths, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Columns whose cells are chosen from a list.</summary>
    public IReadOnlyList<CellChoice> Choices { get; init; } = [];
}

/// <summary>A column whose cells are chosen from a list.</summary>
/// <param name="Column">Column from 0.</param>
/// <param name="List">Range that holds the list, for example <c>codes!$B$2:$B$43</c>.</param>
internal sealed record CellChoice(int Column, string List);
