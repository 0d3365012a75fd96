using System.Text;
using System.Text.Json;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>Reads the objects of a file and checks that tags, bookmarks and their cross-references are whole.</summary>
internal sealed class PdfStructureChecks
{
    // qpdf marks a Unicode string by "u:" before its characters.
    private const string Words = "^u:.+";
    private static readonly HashSet<string> Painting = ["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Tj", "TJ", "'", "\"", "sh", "Do"];
    private readonly Dictionary<string, JsonElement> objects;

    private PdfStructureChecks(string path)
    {
        var json = Tool.OutputOf("qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path);
        objects = JsonDocument.Parse(json).RootElement.GetProperty("qpdf")[1].EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
    }

    /// <summary>
    /// Nothing is painted outside marked content; figures have alternative text and a box, header cells a scope, links words and an
    /// element; the parent tree leads from every mark to the element that holds it.
    /// </summary>
    public static void TagsEverything(string path)
    {
        var file = new PdfStructureChecks(path);
        var catalog = file.Resolve(file.objects["trailer"].GetProperty("value").GetProperty("/Root"));
        var root = file.Resolve(catalog.GetProperty("/StructTreeRoot"));
        var parents = file.ParentTree(root);
        var pages = file.Resolve(catalog.GetProperty("/Pages")).GetProperty("/Kids").EnumerateArray().ToList();
        foreach (var page in pages) file.CheckPage(page, parents);
        file.CheckElements();
        if (catalog.TryGetProperty("/Outlines", out var outlines)) Assert.Equal(file.Resolve(outlines).GetProperty("/Count").GetInt32(), file.CountBookmarks(outlines));
    }

    private void CheckPage(JsonElement reference, Dictionary<int, JsonElement> parents)
    {
        var page = Resolve(reference);
        var elements = parents[page.GetProperty("/StructParents").GetInt32()].EnumerateArray().ToList();
        var marks = Marks(Content(page.GetProperty("/Contents")));
        Assert.Equal(Enumerable.Range(0, elements.Count), marks);
        for (var mark = 0; mark < elements.Count; mark++) Assert.True(Holds(elements[mark], mark, reference), $"The element of mark {mark} does not hold it.");
        Assert.Equal("/S", page.GetProperty("/Tabs").GetString());

        if (!page.TryGetProperty("/Annots", out var annotations)) return;
        foreach (var annotation in annotations.EnumerateArray())
        {
            var link = Resolve(annotation);
            Assert.Matches(Words, link.GetProperty("/Contents").GetString()!);
            var element = Resolve(parents[link.GetProperty("/StructParent").GetInt32()]);
            Assert.Equal("/Link", element.GetProperty("/S").GetString());
            Assert.Contains(Kids(element), kid => kid.ValueKind == JsonValueKind.Object && kid.TryGetProperty("/Obj", out var target) && target.GetString() == annotation.GetString());
        }
    }

    private void CheckElements()
    {
        foreach (var element in objects.Values.Select(Value).Where(value => Is(value, "/StructElem")))
        {
            var attributes = element.TryGetProperty("/A", out var a) ? a.GetRawText() : "";
            switch (element.GetProperty("/S").GetString())
            {
                case "/Figure":
                    Assert.Matches(Words, element.GetProperty("/Alt").GetString()!);
                    Assert.Contains("/BBox", attributes, StringComparison.Ordinal);
                    break;
                case "/TH":
                    Assert.Contains("/Scope", attributes, StringComparison.Ordinal);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Counts entries from first to last and checks that each points back to the one before.</summary>
    private int CountBookmarks(JsonElement parent)
    {
        var count = 0;
        string? previous = null;
        var holder = Resolve(parent);
        if (!holder.TryGetProperty("/First", out var next)) return 0;
        while (true)
        {
            var entry = Resolve(next);
            Assert.Equal(parent.GetString(), entry.GetProperty("/Parent").GetString());
            Assert.Equal(previous, entry.TryGetProperty("/Prev", out var back) ? back.GetString() : null);
            var children = CountBookmarks(next);
            Assert.Equal(children, entry.TryGetProperty("/Count", out var stated) ? stated.GetInt32() : 0);
            count += 1 + children;
            previous = next.GetString();
            if (!entry.TryGetProperty("/Next", out next)) break;
        }
        Assert.Equal(previous, holder.GetProperty("/Last").GetString());
        return count;
    }

    /// <summary>Numbers of the marked content, in order; fails where something is painted outside of it.</summary>
    private static List<int> Marks(string content)
    {
        // The writer puts text in hexadecimal, so that blanks separate all tokens.
        Assert.DoesNotContain('(', content);
        var tokens = content.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var marks = new List<int>();
        var depth = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] is "BDC" or "BMC") depth++;
            if (tokens[i] == "EMC") depth--;
            if (tokens[i] == "<</MCID") marks.Add(int.Parse(tokens[i + 1].TrimEnd('>'), System.Globalization.CultureInfo.InvariantCulture));
            Assert.InRange(depth, 0, 1);
            Assert.False(depth == 0 && Painting.Contains(tokens[i]), $"'{tokens[i]}' paints outside marked content.");
        }
        Assert.Equal(0, depth);
        return marks;
    }

    private bool Holds(JsonElement element, int mark, JsonElement page)
    {
        var node = Resolve(element);
        var own = node.TryGetProperty("/Pg", out var pg) ? pg.GetString() : null;
        return Kids(node).Any(kid => kid.ValueKind == JsonValueKind.Number
            ? kid.GetInt32() == mark && own == page.GetString()
            : kid.ValueKind == JsonValueKind.Object && kid.TryGetProperty("/MCID", out var id) && id.GetInt32() == mark && kid.GetProperty("/Pg").GetString() == page.GetString());
    }

    private Dictionary<int, JsonElement> ParentTree(JsonElement root)
    {
        var numbers = Resolve(root.GetProperty("/ParentTree")).GetProperty("/Nums").EnumerateArray().ToList();
        return Enumerable.Range(0, numbers.Count / 2).ToDictionary(i => numbers[2 * i].GetInt32(), i => numbers[(2 * i) + 1]);
    }

    private static JsonElement.ArrayEnumerator Kids(JsonElement element) => element.GetProperty("/K").EnumerateArray();

    private string Content(JsonElement reference) =>
        Encoding.ASCII.GetString(objects["obj:" + reference.GetString()].GetProperty("stream").GetProperty("data").GetBytesFromBase64());

    private JsonElement Resolve(JsonElement reference) => Value(objects["obj:" + reference.GetString()]);

    private static JsonElement Value(JsonElement entry) => entry.TryGetProperty("value", out var value) ? value : entry.GetProperty("stream").GetProperty("dict");

    private static bool Is(JsonElement value, string type) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("/Type", out var found) && found.GetString() == type;
}
