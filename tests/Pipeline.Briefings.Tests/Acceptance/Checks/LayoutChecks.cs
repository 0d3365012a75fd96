using System.Globalization;
using System.Xml.Linq;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>Pages are filled, and what belongs together stands together, seen in the file.</summary>
internal static class LayoutChecks
{
    /// <summary>Rows that each part of a divided table has at least.</summary>
    public const int RowsOfAPart = 3;

    /// <summary>Share of the text area that every page but the last covers at least.</summary>
    public const double LeastFill = 1.0 / 3;

    /// <summary>All checks of the layout.</summary>
    public static void All(RenderedPdf pdf)
    {
        FillsItsPages(PageFill.Of(pdf.Path));
        DividesTablesFairly(pdf.Structure.Root);
        RepeatsHeaders(pdf.Structure.Root, [.. pdf.Structure.Pages.Select(page => page.ArtifactText)]);
        KeepsFiguresWithCaptions(pdf.Structure.Root);
        KeepsHeadingsWithContent(pdf.Structure.Root);
        OverlapsNoWords(pdf.Pages);
    }

    /// <summary>No page but the last is emptier than the least.</summary>
    public static void FillsItsPages(IReadOnlyList<double> fill)
    {
        for (var page = 0; page < fill.Count - 1; page++)
            Assert.True(fill[page] >= LeastFill, string.Create(CultureInfo.InvariantCulture, $"Page {page + 1} is filled to {fill[page]:P0}."));
    }

    /// <summary>Each part of a divided table has three rows or more, and its caption and header stand with its first.</summary>
    public static void DividesTablesFairly(StructureElement root)
    {
        foreach (var table in Tables(root))
        {
            var parts = BodyRows(table).GroupBy(row => row.FirstPage).ToList();
            Assert.True(parts.Count == 1 || parts.TrueForAll(part => part.Count() >= RowsOfAPart), $"{Name(table)} has a part of {parts.Min(part => part.Count())} rows.");
            Assert.True(table.FirstPage == parts[0].Key && Header(table).FirstPage == parts[0].Key, $"The caption or header of {Name(table)} is parted from its rows.");
        }
    }

    /// <summary>The header row stands once more, as an artifact, on each further page that holds rows of the table.</summary>
    public static void RepeatsHeaders(StructureElement root, IReadOnlyList<string> artifacts)
    {
        var repeated = Tables(root).SelectMany(table => BodyRows(table).Select(row => row.FirstPage!.Value).Distinct().Skip(1).Select(page => (Page: page, Header: Header(table).Text)));
        foreach (var group in repeated.GroupBy(entry => entry))
            Assert.Equal(group.Count(), artifacts[group.Key.Page - 1].Split(group.Key.Header).Length - 1);
    }

    /// <summary>A figure's caption follows it on the same page.</summary>
    public static void KeepsFiguresWithCaptions(StructureElement root)
    {
        foreach (var figure in root.All.Where(element => element.Role == "Figure"))
        {
            var caption = figure.Parent!.Elements.SkipWhile(element => element != figure).ElementAtOrDefault(1);
            Assert.True(caption is { Role: "Caption" }, $"The figure on page {figure.FirstPage} has no caption.");
            Assert.Equal(figure.FirstPage, caption.FirstPage);
            Assert.Single(caption.Marks.Select(mark => mark.Page).Distinct());
        }
    }

    /// <summary>What follows a heading begins on its page.</summary>
    public static void KeepsHeadingsWithContent(StructureElement root)
    {
        var all = root.All.Where(element => element.Marks.Any() && element.Elements.Count == 0).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Role is not ("H1" or "H2")) continue;
            Assert.True(i + 1 < all.Count && all[i + 1].FirstPage == all[i].Marks.Last().Page, $"The heading \"{all[i].Text}\" is parted from what follows.");
        }
    }

    /// <summary>No two words are printed over each other.</summary>
    public static void OverlapsNoWords(IReadOnlyList<XElement> pages)
    {
        foreach (var page in pages)
        {
            var words = RenderedPdf.Elements(page, "word").Select(Inner).OrderBy(word => word.Top).ToList();
            for (var i = 0; i < words.Count; i++)
                for (var j = i + 1; j < words.Count && words[j].Top < words[i].Bottom; j++)
                    Assert.False(words[j].Left < words[i].Right && words[i].Left < words[j].Right, $"\"{words[i].Text}\" and \"{words[j].Text}\" overlap.");
        }
    }

    // The box of a word is as high as its face; letters fill its middle.
    private static (string Text, double Left, double Right, double Top, double Bottom) Inner(XElement word)
    {
        var (top, bottom) = (Number(word, "yMin"), Number(word, "yMax"));
        var inset = (bottom - top) / 5;
        return (word.Value, Number(word, "xMin") + 0.5, Number(word, "xMax") - 0.5, top + inset, bottom - inset);
    }

    private static IEnumerable<StructureElement> Tables(StructureElement root) => root.All.Where(element => element.Role == "Table");

    private static StructureElement Header(StructureElement table) => table.Elements.First(element => element.Role == "TR");

    private static IReadOnlyList<StructureElement> BodyRows(StructureElement table) => [.. table.Elements.Where(element => element.Role == "TR").Skip(1).Where(row => row.FirstPage is not null)];

    private static string Name(StructureElement table) => $"the table \"{table.Text[..Math.Min(30, table.Text.Length)]}\"";

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
