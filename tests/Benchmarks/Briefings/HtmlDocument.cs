using System.Net;
using System.Text;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Svg;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Benchmarks.Briefings;

/// <summary>A document as a page that a browser prints: a second reader of the same tree, for comparison only.</summary>
internal static class HtmlDocument
{
    /// <summary>The typeface that the briefings are set in, as rules for a browser.</summary>
    public static string FontFaces { get; } = string.Concat(((string[])["400Regular:400", "700Bold:700"]).Select(face => face.Split(':')).Select(face =>
        $"@font-face {{ font-family: Face; font-weight: {face[1]}; src: url('{new Uri(Path.Combine(AppContext.BaseDirectory, "fonts", $"BIZUDPGothic_{face[0]}.ttf")).AbsoluteUri}'); }}\n"));

    /// <summary>The whole page.</summary>
    public static string Write(Document document)
    {
        StringBuilder page = new(Invariant($$"""
            <!DOCTYPE html><html lang="{{(document.Language == Language.Japanese ? "ja" : "en-GB")}}"><head><meta charset="utf-8"><title>{{Escape(document.Title)}}</title><style>
            {{FontFaces}}
            @page { size: A4; margin: 62pt 51pt 56pt }
            body { margin: 0; font-family: Face; font-variant-ligatures: none; line-break: strict; overflow-wrap: anywhere }
            p, h1, h2, ul, figure { margin: 0 0 6pt } h1 { font-size: 15pt; line-height: 21pt } h2 { font-size: 11.5pt; line-height: 16pt } h1, h2 { break-after: avoid; color: #1f3a5f }
            figure, tr { break-inside: avoid } figure svg { display: block; margin: 0 auto 5pt }
            table { width: 100%; border-collapse: collapse; font-size: 8pt; line-height: 11.5pt; margin-bottom: 10pt; table-layout: fixed } th { background: #1f3a5f; color: #fff } td, th { padding: 2.6pt 5pt; border-bottom: .4pt solid #cfd5dd }
            caption { text-align: left } .head, .foot { position: fixed; font-size: 7.8pt; left: 0; right: 0 } .head { top: -30pt } .foot { bottom: -30pt }
            </style></head><body><div class="head">{{Escape(document.Classification.Text)}} {{Escape(document.Header)}}</div><div class="foot">{{Escape(document.Footer)}}</div>

            """));
        foreach (Block block in document.Body) Append(page, block);
        return page.Append("</body></html>").ToString();
    }

    /// <summary>Runs of a paragraph.</summary>
    public static string Runs(IEnumerable<Run> runs) => string.Concat(runs.Select(run =>
    {
        string style = (run.Weight == FontWeight.Bold ? "font-weight:700;" : "") + (run.Colour is { } colour ? $"color:{Hex(colour)};" : "") +
            (run.Position == ScriptPosition.Baseline ? "" : "font-size:66%;line-height:0;");
        string text = style.Length == 0 ? Escape(run.Text) : $"<span style=\"{style}\">{Escape(run.Text)}</span>";
        return run.Link is null ? text : $"<a href=\"{Escape(run.Link)}\">{text}</a>";
    }));

    /// <summary>Text as HTML.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static void Append(StringBuilder page, Block block)
    {
        switch (block)
        {
            case Section section:
                page.Append(Invariant($"<section{Id(section.Anchor)}><h{section.Level}>{Escape(section.Heading)}</h{section.Level}>"));
                foreach (Block part in section.Content) Append(page, part);
                page.Append("</section>\n");
                break;
            case Column column:
                page.Append(Invariant($"<div style=\"display:flow-root;{(column.KeepTogether ? "break-inside:avoid;" : "")}\">"));
                foreach (Block part in column.Content) Append(page, part);
                page.Append("</div>\n");
                break;
            case Row row:
                page.Append(Invariant($"<div style=\"display:flex;break-inside:avoid;gap:{row.Gap}pt\">"));
                foreach (RowCell cell in row.Cells)
                {
                    page.Append(Invariant($"<div style=\"flex:{cell.Weight} 1 0\">"));
                    Append(page, cell.Content);
                    page.Append("</div>");
                }

                page.Append("</div>\n");
                break;
            case Box box:
                string fill = box.Background is { } background ? $"background:{Hex(background)};" : "";
                string border = box.Border is { } line ? $"border:.5pt solid {Hex(line)};" : "";
                string accent = box.Accent is { } edge ? $"border-left:3pt solid {Hex(edge)};" : "";
                page.Append(Invariant($"<div style=\"padding:{box.Padding}pt;{fill}{border}{accent}\">"));
                Append(page, box.Content);
                page.Append("</div>\n");
                break;
            case TextBlock text:
                page.Append(Invariant($"<p{Id(text.Anchor)} style=\"{Style(text.Style)}\">{Runs(text.Runs)}</p>\n"));
                break;
            case BulletList list:
                page.Append("<ul>");
                foreach (TextBlock item in list.Items) page.Append(Invariant($"<li style=\"{Style(item.Style)}\">{Runs(item.Runs)}</li>"));
                page.Append("</ul>\n");
                break;
            case Table table:
                Append(page, table);
                break;
            case Figure figure:
                string picture = SvgWriter.Write(figure.Drawing, "figure", figure.AlternativeText).Replace("<svg ", Invariant($"<svg width=\"{figure.Drawing.Width}pt\" height=\"{figure.Drawing.Height}pt\" "), StringComparison.Ordinal);
                page.Append(Invariant($"<figure>{picture}<figcaption style=\"{Style(figure.Caption.Style)}\">{Runs(figure.Caption.Runs)}</figcaption></figure>\n"));
                break;
            case Space space:
                page.Append(Invariant($"<div style=\"height:{space.Height}pt\"></div>"));
                break;
            case PageBreak:
                page.Append("<div style=\"break-before:page\"></div>");
                break;
            default:
                throw new NotSupportedException($"No HTML form of {block.GetType().Name}.");
        }
    }

    private static void Append(StringBuilder page, Table table)
    {
        page.Append("<table>");
        if (table.Caption is { } caption) page.Append(Invariant($"<caption style=\"{Style(caption.Style)}\">{Runs(caption.Runs)}</caption>"));
        double all = table.Columns.Sum(column => column.Weight);
        page.Append("<colgroup>").Append(string.Concat(table.Columns.Select(column => Invariant($"<col style=\"width:{column.Weight / all:P2}\">").Replace(" %", "%", StringComparison.Ordinal)))).Append("</colgroup><thead><tr>");
        foreach (TableColumn column in table.Columns) page.Append(Invariant($"<th scope=\"col\" style=\"text-align:{Align(column.Alignment)}\">{Escape(column.Heading)}</th>"));
        page.Append("</tr></thead><tbody>");
        foreach (TableRow row in table.Rows)
        {
            page.Append(row.Emphasis ? "<tr style=\"font-weight:700\">" : "<tr>");
            foreach ((TableCell cell, TableColumn column) in row.Cells.Zip(table.Columns))
            {
                string fill = cell.Background is { } colour ? $"background:{Hex(colour)};" : "";
                page.Append(Invariant($"<td style=\"text-align:{Align(column.Alignment)};{fill}\">{Runs(cell.Runs)}</td>"));
            }

            page.Append("</tr>");
        }

        page.Append("</tbody></table>\n");
    }

    private static string Style(TextStyle style) => Invariant(
        $"font-size:{style.Size}pt;line-height:{style.Leading}pt;color:{Hex(style.Colour)};text-align:{Align(style.Alignment)};font-weight:{(style.Weight == FontWeight.Bold ? 700 : 400)}");

    private static string Align(Alignment alignment) => alignment switch { Alignment.Centre => "center", Alignment.End => "right", _ => "left" };

    private static string Hex(Colour colour) => Invariant($"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}");

    private static string Id(string? anchor) => anchor is null ? "" : $" id=\"{Escape(anchor)}\"";
}
