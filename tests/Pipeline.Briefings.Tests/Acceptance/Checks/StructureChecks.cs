using System.Text.Json;
using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>Tags, bookmarks and their cross-references are whole, and the tagged text is the text of the document.</summary>
internal static class StructureChecks
{
    // qpdf marks a Unicode string by "u:" before its characters.
    private const string Words = "^u:.+";

    /// <summary>Both checks.</summary>
    public static void All(RenderedPdf pdf, Document document)
    {
        TagsEverything(pdf.Structure);
        ReadsInOrder(pdf.Structure, document);
    }

    /// <summary>The tagged text is the text of the tree: all of it, once, in reading order, with links inside their sentences.</summary>
    public static void ReadsInOrder(PdfStructure file, Document document) =>
        Assert.Equal(DocumentWalk.Text(document), DocumentWalk.WithoutSpaces(file.Root.Text));

    /// <summary>The same as poppler reads it, which looks through the page once for every element and takes its time.</summary>
    public static void ReadsInOrderForOthers(string path, Document document)
    {
        var lines = Tool.OutputOf("pdfinfo", "-struct-text", path).Replace("\0", "", StringComparison.Ordinal).Split('\n').Select(line => line.Trim());
        var text = string.Concat(lines.Where(line => line.Length > 1 && line[0] == '"' && line[^1] == '"').Select(line => line[1..^1]));
        Assert.Equal(DocumentWalk.Text(document), DocumentWalk.WithoutSpaces(text));
    }

    /// <summary>
    /// Nothing is painted outside marked content; figures have alternative text and a box, header cells a scope, links words and an
    /// element; the parent tree leads from every mark to the element that holds it.
    /// </summary>
    public static void TagsEverything(PdfStructure file)
    {
        var parents = ParentTree(file);
        for (var page = 0; page < file.Pages.Count; page++) CheckPage(file, page, parents);
        CheckElements(file);
        if (file.Catalog.TryGetProperty("/Outlines", out var outlines)) Assert.Equal(file.Resolve(outlines).GetProperty("/Count").GetInt32(), CountBookmarks(file, outlines));
    }

    private static void CheckPage(PdfStructure file, int index, Dictionary<int, JsonElement> parents)
    {
        var reference = file.PageReferences[index];
        var page = file.Dictionary(reference);
        var elements = parents[page.GetProperty("/StructParents").GetInt32()].EnumerateArray().ToList();
        Assert.Empty(file.Pages[index].Faults);
        Assert.Equal(Enumerable.Range(0, elements.Count), file.Pages[index].Marks.Keys);
        for (var mark = 0; mark < elements.Count; mark++) Assert.True(Holds(file, elements[mark], mark, reference), $"The element of mark {mark} does not hold it.");
        Assert.Equal("/S", page.GetProperty("/Tabs").GetString());

        if (!page.TryGetProperty("/Annots", out var annotations)) return;
        foreach (var annotation in annotations.EnumerateArray())
        {
            var link = file.Resolve(annotation);
            Assert.Matches(Words, link.GetProperty("/Contents").GetString()!);
            var element = file.Resolve(parents[link.GetProperty("/StructParent").GetInt32()]);
            Assert.Equal("/Link", element.GetProperty("/S").GetString());
            Assert.Contains(Kids(element), kid => kid.ValueKind == JsonValueKind.Object && kid.TryGetProperty("/Obj", out var target) && target.GetString() == annotation.GetString());
        }
    }

    private static void CheckElements(PdfStructure file)
    {
        foreach (var element in file.Root.All)
        {
            switch (element.Role)
            {
                case "Figure":
                    Assert.Matches(Words, element.Dictionary.GetProperty("/Alt").GetString()!);
                    Assert.Contains("/BBox", element.Attributes, StringComparison.Ordinal);
                    break;
                case "TH":
                    Assert.Contains("/Scope", element.Attributes, StringComparison.Ordinal);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Counts entries from first to last and checks that each points back to the one before.</summary>
    private static int CountBookmarks(PdfStructure file, JsonElement parent)
    {
        var count = 0;
        string? previous = null;
        var holder = file.Resolve(parent);
        if (!holder.TryGetProperty("/First", out var next)) return 0;
        while (true)
        {
            var entry = file.Resolve(next);
            Assert.Equal(parent.GetString(), entry.GetProperty("/Parent").GetString());
            Assert.Equal(previous, entry.TryGetProperty("/Prev", out var back) ? back.GetString() : null);
            var children = CountBookmarks(file, next);
            Assert.Equal(children, entry.TryGetProperty("/Count", out var stated) ? stated.GetInt32() : 0);
            count += 1 + children;
            previous = next.GetString();
            if (!entry.TryGetProperty("/Next", out next)) break;
        }
        Assert.Equal(previous, holder.GetProperty("/Last").GetString());
        return count;
    }

    private static bool Holds(PdfStructure file, JsonElement element, int mark, string page)
    {
        var node = file.Resolve(element);
        var own = node.TryGetProperty("/Pg", out var pg) ? pg.GetString() : null;
        return Kids(node).Any(kid => kid.ValueKind == JsonValueKind.Number
            ? kid.GetInt32() == mark && own == page
            : kid.ValueKind == JsonValueKind.Object && kid.TryGetProperty("/MCID", out var id) && id.GetInt32() == mark && kid.GetProperty("/Pg").GetString() == page);
    }

    private static Dictionary<int, JsonElement> ParentTree(PdfStructure file)
    {
        var numbers = file.Resolve(file.TreeRoot.GetProperty("/ParentTree")).GetProperty("/Nums").EnumerateArray().ToList();
        return Enumerable.Range(0, numbers.Count / 2).ToDictionary(i => numbers[2 * i].GetInt32(), i => numbers[(2 * i) + 1]);
    }

    private static JsonElement.ArrayEnumerator Kids(JsonElement element) => element.GetProperty("/K").EnumerateArray();
}
