using System.Text.Json;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>Objects of a file, the content of its pages and the structure tree over it, read from what qpdf prints.</summary>
internal sealed class PdfStructure
{
    private readonly Dictionary<string, JsonElement> objects;

    private PdfStructure(string json)
    {
        objects = JsonDocument.Parse(json).RootElement.GetProperty("qpdf")[1].EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
        Trailer = objects["trailer"].GetProperty("value");
        Catalog = Resolve(Trailer.GetProperty("/Root"));
        TreeRoot = Resolve(Catalog.GetProperty("/StructTreeRoot"));
        PageReferences = [.. Resolve(Catalog.GetProperty("/Pages")).GetProperty("/Kids").EnumerateArray().Select(page => page.GetString()!)];
        var fonts = new Dictionary<string, CharacterCodes>(StringComparer.Ordinal);
        Pages = [.. PageReferences.Select(reference => ReadPage(Dictionary(reference), fonts))];
        Root = ReadElement(TreeRoot.GetProperty("/K"), null);
    }

    /// <summary>The trailer.</summary>
    public JsonElement Trailer { get; }

    /// <summary>The catalog.</summary>
    public JsonElement Catalog { get; }

    /// <summary>Root of the structure tree.</summary>
    public JsonElement TreeRoot { get; }

    /// <summary>References of the pages, in order.</summary>
    public IReadOnlyList<string> PageReferences { get; }

    /// <summary>Content of the pages, in order.</summary>
    public IReadOnlyList<PageContent> Pages { get; }

    /// <summary>The one element at the top of the tree.</summary>
    public StructureElement Root { get; }

    /// <summary>All dictionaries of the file.</summary>
    public IEnumerable<JsonElement> Dictionaries => objects.Values.Select(Value).Where(value => value.ValueKind == JsonValueKind.Object);

    /// <summary>Reads the output of <c>qpdf --json=2 --json-stream-data=inline --decode-level=generalized</c>.</summary>
    public static PdfStructure Read(string json) => new(json);

    /// <summary>What a reference leads to; anything else is itself.</summary>
    public JsonElement Resolve(JsonElement reference) =>
        reference.ValueKind == JsonValueKind.String && objects.TryGetValue("obj:" + reference.GetString(), out var found) ? Value(found) : reference;

    /// <summary>The dictionary of an object or stream.</summary>
    public JsonElement Dictionary(string reference) => Value(objects["obj:" + reference]);

    /// <summary>Decoded data of a stream.</summary>
    public byte[] Data(JsonElement reference) => objects["obj:" + reference.GetString()].GetProperty("stream").GetProperty("data").GetBytesFromBase64();

    private PageContent ReadPage(JsonElement page, Dictionary<string, CharacterCodes> known)
    {
        var fonts = new Dictionary<string, CharacterCodes>(StringComparer.Ordinal);
        foreach (var entry in Resolve(Resolve(page.GetProperty("/Resources")).GetProperty("/Font")).EnumerateObject())
        {
            var font = entry.Value.GetString()!;
            if (!known.TryGetValue(font, out var codes))
                known[font] = codes = CharacterCodes.Read(Dictionary(font).TryGetProperty("/ToUnicode", out var map) ? Data(map) : []);
            fonts[entry.Name] = codes;
        }
        return PageContent.Read(Data(page.GetProperty("/Contents")), fonts);
    }

    private StructureElement ReadElement(JsonElement reference, StructureElement? parent)
    {
        var dictionary = Resolve(reference);
        var element = new StructureElement(dictionary, parent);
        var own = dictionary.TryGetProperty("/Pg", out var pg) ? pg.GetString() : null;
        foreach (var kid in dictionary.GetProperty("/K").EnumerateArray())
        {
            if (kid.ValueKind == JsonValueKind.Number) element.Add(Mark(own!, kid.GetInt32()));
            else if (kid.ValueKind == JsonValueKind.String) element.Add(ReadElement(kid, element));
            else if (kid.TryGetProperty("/MCID", out var number)) element.Add(Mark(kid.GetProperty("/Pg").GetString()!, number.GetInt32()));
            else element.Add(new AnnotationReference(kid.GetProperty("/Obj").GetString()!));
        }
        return element;
    }

    private MarkedText Mark(string page, int number)
    {
        var index = Enumerable.Range(0, PageReferences.Count).Single(i => PageReferences[i] == page);
        return Pages[index].Marks.TryGetValue(number, out var text) ? new MarkedText(index + 1, text) : throw new InvalidDataException($"Page {index + 1} has no mark {number}.");
    }

    private static JsonElement Value(JsonElement entry) => entry.TryGetProperty("value", out var value) ? value : entry.GetProperty("stream").GetProperty("dict");
}

/// <summary>Marked text on a page, counted from 1.</summary>
internal sealed record MarkedText(int Page, string Text);

/// <summary>Reference to an annotation.</summary>
internal sealed record AnnotationReference(string Target);

/// <summary>An element of the structure tree with what it holds, in order: elements, marked text, annotations.</summary>
internal sealed class StructureElement(JsonElement dictionary, StructureElement? parent)
{
    private readonly List<object> kids = [];

    /// <summary>Structure type without the slash.</summary>
    public string Role { get; } = dictionary.GetProperty("/S").GetString()![1..];

    public JsonElement Dictionary { get; } = dictionary;

    public StructureElement? Parent { get; } = parent;

    public IReadOnlyList<StructureElement> Elements => [.. kids.OfType<StructureElement>()];

    public IReadOnlyList<AnnotationReference> Annotations => [.. kids.OfType<AnnotationReference>()];

    /// <summary>This element and all below it, in reading order.</summary>
    public IEnumerable<StructureElement> All => kids.OfType<StructureElement>().SelectMany(kid => kid.All).Prepend(this);

    /// <summary>Marked text of this element and all below it, in reading order.</summary>
    public IEnumerable<MarkedText> Marks => kids.SelectMany(kid => kid switch { StructureElement element => element.Marks, MarkedText text => [text], _ => [] });

    public string Text => string.Concat(Marks.Select(mark => mark.Text));

    /// <summary>Page of the first text, or none for an element without any.</summary>
    public int? FirstPage => Marks.FirstOrDefault()?.Page;

    /// <summary>Attributes as they are written, or nothing.</summary>
    public string Attributes => Dictionary.TryGetProperty("/A", out var attributes) ? attributes.GetRawText() : "";

    public void Add(object kid) => kids.Add(kid);

    /// <summary>The same element in another.</summary>
    public StructureElement Under(StructureElement other)
    {
        var moved = new StructureElement(Dictionary, other);
        foreach (var kid in kids) moved.Add(kid is StructureElement element ? element.Under(moved) : kid);
        return moved;
    }
}
