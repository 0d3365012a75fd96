using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>What every rendered file must satisfy, seen by programs that did not write it.</summary>
internal static partial class PdfChecks
{
    private const string NotAtStart = "、。，．・：；？！ー々ゝゞ…‥～〜％‰℃）〕］｝〉》」』】〙〗〟’”»›ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ､｡･｣ｰｧｨｩｪｫｬｭｮｯ";
    private const string NotAtEnd = "（〔［｛〈《「『【〘〖〝‘“«‹｢￥$€£№＃";
    private const double Left = 51, Right = 595.28 - 51, Top = 62, Bottom = 786, HeaderBand = 50, FooterBand = 800;

    // Boxes of words are as high as the face, which reaches a little beyond its line.
    private const double Tolerance = 1.5;

    /// <summary>All checks of one file: 1 to 11 of the acceptance list, the layout of its pages and drawings, and the conditions of the Matterhorn protocol.</summary>
    public static void All(string path, Document document)
    {
        var pdf = new RenderedPdf(path);
        IsSound(path);
        HasProperties(path, document);
        EmbedsBothFaces(path);
        HoldsItsText(pdf, document);
        FramesEveryPage(pdf, document);
        if (document.Language == Language.Japanese) BreaksLinesByKinsoku(pdf.Pages);
        StaysInsideTheMargins(pdf.Pages);
        HasBookmarksAndLinks(pdf, document);
        StructureChecks.All(pdf, document);
        LayoutChecks.All(pdf);
        DrawingChecks.All(document);
        MatterhornConditions.RequireAll(pdf);
    }

    /// <summary>The file has no fault that qpdf knows.</summary>
    public static void IsSound(string path)
    {
        var outcome = Tool.Run("qpdf", "--check", path);
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Errors);
        Assert.DoesNotContain("WARNING", outcome.Output + outcome.Errors, StringComparison.Ordinal);
    }

    /// <summary>Title, subject, author, keywords and dates are those of the document; pages are tagged A4.</summary>
    public static void HasProperties(string path, Document document)
    {
        var properties = Tool.OutputOf("pdfinfo", "-isodates", path).Split('\n')
            .Select(line => line.Split(':', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.Ordinal);
        var day = document.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00+09";
        Assert.Equal(document.Title, properties["Title"]);
        Assert.Equal(document.Subject, properties["Subject"]);
        Assert.Equal(document.Author, properties["Author"]);
        Assert.Equal(string.Join(", ", document.Keywords), properties["Keywords"]);
        Assert.Equal(day, properties["CreationDate"]);
        Assert.Equal(day, properties["ModDate"]);
        Assert.Equal("yes", properties["Tagged"]);
        Assert.EndsWith("(A4)", properties["Page size"], StringComparison.Ordinal);
    }

    /// <summary>Two faces, embedded, cut to what is used, with a way back to text.</summary>
    public static void EmbedsBothFaces(string path)
    {
        var rows = Tool.OutputOf("pdffonts", path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Matches("^[A-Z]{6}\\+\\S+ +CID TrueType +Identity-H +yes yes yes ", row));
    }

    /// <summary>Every heading is found, and no character was lost.</summary>
    public static void HoldsItsText(RenderedPdf pdf, Document document)
    {
        var text = string.Concat(pdf.Texts);
        Assert.DoesNotContain('\uFFFD', text);
        Assert.DoesNotContain('\0', text);
        var plain = DocumentWalk.WithoutSpaces(text);
        Assert.All(DocumentWalk.Sections(document), section => Assert.Contains(DocumentWalk.WithoutSpaces(section.Heading), plain, StringComparison.Ordinal));
    }

    /// <summary>Banner, running header, footer and page count stand on every page.</summary>
    public static void FramesEveryPage(RenderedPdf pdf, Document document)
    {
        var count = pdf.Texts.Count;
        for (var page = 1; page <= count; page++)
        {
            var text = DocumentWalk.WithoutSpaces(pdf.Texts[page - 1]);
            var number = document.Language == Language.Japanese ? $"{page}/{count}ページ" : $"Page{page}of{count}";
            foreach (var part in (string[])[document.Classification.Text, document.Header, document.Footer, number])
                Assert.Contains(DocumentWalk.WithoutSpaces(part), text, StringComparison.Ordinal);
        }
    }

    /// <summary>No line of more than one character begins or ends with a character that must not stand there.</summary>
    public static void BreaksLinesByKinsoku(IReadOnlyList<XElement> pages)
    {
        foreach (var line in pages.SelectMany(page => RenderedPdf.Elements(page, "line")))
        {
            var text = string.Concat(line.Elements().Where(word => word.Name.LocalName == "word").Select(word => word.Value));
            if (text.Length < 2) continue;
            Assert.False(NotAtStart.Contains(text[0], StringComparison.Ordinal), $"The line \"{text}\" begins with {text[0]}.");
            Assert.False(NotAtEnd.Contains(text[^1], StringComparison.Ordinal), $"The line \"{text}\" ends with {text[^1]}.");
        }
    }

    /// <summary>Every word lies in the text area or in the bands of header and footer.</summary>
    public static void StaysInsideTheMargins(IReadOnlyList<XElement> pages)
    {
        foreach (var word in pages.SelectMany(page => RenderedPdf.Elements(page, "word")))
        {
            var (left, right, top, bottom) = (Number(word, "xMin"), Number(word, "xMax"), Number(word, "yMin"), Number(word, "yMax"));
            var inside = top >= Top - Tolerance && bottom <= Bottom + Tolerance || bottom <= HeaderBand || top >= FooterBand;
            Assert.True(inside && left >= Left - Tolerance && right <= Right + Tolerance, $"\"{word.Value}\" at {left}..{right}, {top}..{bottom} is outside the text area.");
        }
    }

    /// <summary>One bookmark a heading, at the page where the heading stands; every address of the tree is a link.</summary>
    public static void HasBookmarksAndLinks(RenderedPdf pdf, Document document)
    {
        var path = pdf.Path;
        var sections = DocumentWalk.Sections(document);
        var bookmarks = Tool.OutputOf("mutool", "show", path, "outline").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Bookmark().Match(line)).ToList();
        Assert.Equal(sections.Select(section => section.Heading), bookmarks.Select(match => match.Groups["title"].Value));
        Assert.Equal(sections.Select(section => section.Level), bookmarks.Select(match => match.Groups["indent"].Length));
        foreach (var match in bookmarks)
        {
            var page = pdf.Texts[int.Parse(match.Groups["page"].ValueSpan, CultureInfo.InvariantCulture) - 1];
            Assert.Contains(DocumentWalk.WithoutSpaces(match.Groups["title"].Value), DocumentWalk.WithoutSpaces(page), StringComparison.Ordinal);
        }
        var found = Tool.OutputOf("pdfinfo", "-url", path).Split('\n').Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(cells => cells.Length == 3).Select(cells => cells[2]).Distinct(StringComparer.Ordinal);
        Assert.Equal(DocumentWalk.Addresses(document).Select(address => new Uri(address).AbsoluteUri).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    public static int PageCount(string path) => int.Parse(PagesLine().Match(Tool.OutputOf("pdfinfo", path)).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    public static string PageText(string path, int page) => Tool.OutputOf("pdftotext", "-f", $"{page}", "-l", $"{page}", path, "-");

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^Pages: +([0-9]+)", RegexOptions.Multiline)]
    private static partial Regex PagesLine();

    [GeneratedRegex("^[-+|](?<indent>\t+)\"(?<title>.*)\"\t#page=(?<page>[0-9]+)")]
    private static partial Regex Bookmark();
}
