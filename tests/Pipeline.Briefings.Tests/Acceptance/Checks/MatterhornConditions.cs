using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>
/// The failure conditions of the Matterhorn Protocol 1.1 (PDF Association) that a program can find in a file of this writer, each with
/// its number. Conditions on what only people can judge are left out, and so is 06-002: no file claims PDF/UA (infra/decisions).
/// </summary>
internal static partial class MatterhornConditions
{
    private static readonly Dictionary<string, string[]> ParentsOf = new(StringComparer.Ordinal)
    {
        ["TR"] = ["Table", "THead", "TBody", "TFoot"], ["TH"] = ["TR"], ["TD"] = ["TR"], ["THead"] = ["Table"], ["TBody"] = ["Table"], ["TFoot"] = ["Table"],
        ["LI"] = ["L"], ["Lbl"] = ["LI"], ["LBody"] = ["LI"], ["TOCI"] = ["TOC"],
    };

    private static readonly Dictionary<string, string[]> ChildrenOf = new(StringComparer.Ordinal)
    {
        ["Table"] = ["TR", "THead", "TBody", "TFoot", "Caption"], ["TR"] = ["TH", "TD"], ["L"] = ["LI", "Caption"], ["LI"] = ["Lbl", "LBody"],
    };

    private static readonly HashSet<string> Standard =
    [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
        "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form",
    ];

    /// <summary>The conditions: number, what would be wrong, and what of it was found.</summary>
    public static IReadOnlyList<Condition> All { get; } =
    [
        new("01-003, 01-004, 01-005", "content is neither an artifact nor tagged, or one inside the other", file => file.Pages.SelectMany(page => page.Faults)),
        new("01-007", "the tags are suspect", file => Where(file.Catalog.GetProperty("/MarkInfo").TryGetProperty("/Suspects", out var suspects) && suspects.GetBoolean())),
        new("02-001, 02-003, 02-004", "a type is not standard, or a standard one is mapped", file =>
            [.. file.Root.All.Where(element => !Standard.Contains(element.Role)).Select(element => element.Role), .. Where(file.TreeRoot.TryGetProperty("/RoleMap", out _))]),
        new("06-001", "there is no XMP metadata stream", file => Where(!file.Catalog.TryGetProperty("/Metadata", out _))),
        new("06-003", "the metadata has no dc:title", file => Where(!Metadata(file).Descendants(Dublin + "title").Any(title => title.Value.Length > 0))),
        new("07-001, 07-002", "a reader shows the name of the file, not the title", file =>
            Where(!(file.Catalog.GetProperty("/ViewerPreferences").TryGetProperty("/DisplayDocTitle", out var shown) && shown.GetBoolean()))),
        new("09-004, 09-005, 09-006", "an element of a table or list stands in the wrong place", Misplaced),
        new("10-001, 31-027", "a character cannot be mapped to Unicode", file =>
            [.. Fonts(file).Where(font => !font.TryGetProperty("/ToUnicode", out _)).Select(Name), .. file.Pages.SelectMany(page => page.Marks.Values.Append(page.ArtifactText)).Where(text => text.Contains('\uFFFD', StringComparison.Ordinal))]),
        new("11-001, 11-002, 11-003, 11-004, 11-006", "the language of the text is not declared", file => Where(!LanguageTag().IsMatch(Plain(file.Catalog, "/Lang")))),
        new("13-004", "a figure has no alternative text", file => file.Root.All.Where(element => element.Role is "Figure" && Plain(element.Dictionary, "/Alt").Length == 0).Select(element => element.Text)),
        new("14-002", "the first heading is not H1", file => Headings(file).Take(1).Where(heading => heading.Role != "H1").Select(heading => heading.Text)),
        new("14-003", "a level of heading is skipped", file => Headings(file).Zip(Headings(file).Skip(1)).Where(pair => Level(pair.Second) > Level(pair.First) + 1).Select(pair => pair.Second.Text)),
        new("14-006, 14-007", "a heading has no level", file => file.Root.All.Where(element => element.Role == "H").Select(element => element.Text)),
        new("15-003", "a header cell has no scope", file => file.Root.All.Where(element => element.Role == "TH" && !element.Attributes.Contains("/Scope", StringComparison.Ordinal)).Select(element => element.Text)),
        new("16-001", "a list does not say how it is numbered", file => file.Root.All.Where(element => element.Role == "L" && !element.Attributes.Contains("/ListNumbering", StringComparison.Ordinal)).Select(element => element.Text)),
        new("17-002", "a formula has no alternative text", file => file.Root.All.Where(element => element.Role == "Formula" && Plain(element.Dictionary, "/Alt").Length == 0).Select(element => element.Text)),
        new("19-003, 19-004", "a note has no identifier of its own", file =>
            file.Root.All.Where(element => element.Role == "Note").GroupBy(element => Plain(element.Dictionary, "/ID")).Where(group => group.Key.Length == 0 || group.Count() > 1).Select(group => group.Key)),
        new("20-001, 21-001, 25-001", "there is optional content, an embedded file or a form", file => ((string[])["/OCProperties", "/AF", "/AcroForm"]).Where(key => file.Catalog.TryGetProperty(key, out _))),
        new("26-001, 26-002", "the file is encrypted", file => Where(file.Trailer.TryGetProperty("/Encrypt", out _))),
        new("28-002, 28-007, 28-010", "an annotation is not a link", file => Annotations(file).Where(entry => Plain(entry.Annotation, "/Subtype") != "/Link").Select(entry => Plain(entry.Annotation, "/Subtype"))),
        new("28-004, 28-012", "an annotation has no description", file => Annotations(file).Where(entry => Plain(entry.Annotation, "/Contents").Length == 0).Select(entry => entry.Reference)),
        new("28-008, 28-009", "the order of tabs is not that of the structure", file => file.PageReferences.Where(page => Plain(file.Dictionary(page), "/Tabs") != "/S")),
        new("28-011", "a link is not part of a Link element", file =>
            Annotations(file).Select(entry => entry.Reference).Except(file.Root.All.Where(element => element.Role == "Link").SelectMany(element => element.Annotations).Select(kid => kid.Target))),
        new("30-001, 30-002", "there is an external object", file => file.Dictionaries.Where(value => Plain(value, "/Type") == "/XObject").Select(value => value.GetRawText())),
        new("31-001, 31-006", "a font is not encoded by identity", file => Fonts(file).Where(font => Plain(font, "/Encoding") != "/Identity-H").Select(Name)),
        new("31-004, 31-005", "a font does not say which glyph a code means", file => Descendants(file).Where(font => Plain(font, "/CIDToGIDMap") != "/Identity").Select(Name)),
        new("31-009", "a font is not embedded", file => Descendants(file).Where(font => !file.Resolve(font.GetProperty("/FontDescriptor")).TryGetProperty("/FontFile2", out _)).Select(Name)),
        new("31-028, 31-029", "a character is mapped to U+0000, U+FEFF or U+FFFE", file =>
            Fonts(file).SelectMany(font => CharacterCodes.Read(file.Data(font.GetProperty("/ToUnicode"))).Texts).Where(text => text.AsSpan().IndexOfAny('\0', '\uFEFF', '\uFFFE') >= 0)),
        new("31-030", "a glyph is shown that stands for none", file => file.Pages.SelectMany(page => page.Codes).Where(shown => shown.Code == 0).Select(shown => shown.Font)),
    ];

    private static XNamespace Dublin => "http://purl.org/dc/elements/1.1/";

    /// <summary>None of the conditions holds, and the file claims nothing that no validator has confirmed.</summary>
    public static void RequireAll(RenderedPdf pdf)
    {
        foreach (var condition in All)
        {
            var found = condition.Found(pdf.Structure).Take(3).ToList();
            Assert.True(found.Count == 0, $"Matterhorn {condition.Number}: {condition.Words}: {string.Join("; ", found)}");
        }
        Assert.DoesNotContain(Metadata(pdf.Structure).Descendants(), element => element.Name.LocalName == "part");
    }

    private static IEnumerable<string> Misplaced(PdfStructure file)
    {
        foreach (var element in file.Root.All)
        {
            if (ParentsOf.TryGetValue(element.Role, out var parents) && !parents.Contains(element.Parent?.Role)) yield return $"{element.Role} in {element.Parent?.Role}";
            if (!ChildrenOf.TryGetValue(element.Role, out var children)) continue;
            foreach (var kid in element.Elements.Where(kid => !children.Contains(kid.Role))) yield return $"{kid.Role} in {element.Role}";
        }
        foreach (var table in file.Root.All.Where(element => element.Role == "Table"))
        {
            var cells = table.Elements.Where(element => element.Role == "TR").Select(row => row.Elements.Count).Distinct().ToList();
            if (cells.Count > 1) yield return $"rows of {string.Join(" and ", cells)} cells";
        }
    }

    private static XDocument Metadata(PdfStructure file)
    {
        using var stream = new MemoryStream(file.Catalog.TryGetProperty("/Metadata", out var metadata) ? file.Data(metadata) : "<none/>"u8.ToArray());
        return XDocument.Load(stream);
    }

    private static List<StructureElement> Headings(PdfStructure file) => [.. file.Root.All.Where(element => element.Role is ['H', >= '1' and <= '6'])];

    private static int Level(StructureElement heading) => heading.Role[1] - '0';

    private static IEnumerable<(string Reference, JsonElement Annotation)> Annotations(PdfStructure file) => file.PageReferences
        .Select(file.Dictionary).Where(page => page.TryGetProperty("/Annots", out _)).SelectMany(page => page.GetProperty("/Annots").EnumerateArray().Select(kid => (kid.GetString()!, file.Resolve(kid))));

    private static IEnumerable<JsonElement> Fonts(PdfStructure file) => file.Dictionaries.Where(value => Plain(value, "/Subtype") == "/Type0");

    private static IEnumerable<JsonElement> Descendants(PdfStructure file) => file.Dictionaries.Where(value => Plain(value, "/Subtype") == "/CIDFontType2");

    private static string Name(JsonElement font) => Plain(font, "/BaseFont");

    private static string Plain(JsonElement dictionary, string key) => dictionary.TryGetProperty(key, out var value) ? Plain(value) : "";

    // qpdf writes "u:" before the characters of a string, and nothing before a name.
    private static string Plain(JsonElement value) => value.GetString() is { } text ? (text.StartsWith("u:", StringComparison.Ordinal) ? text[2..] : text) : "";

    [GeneratedRegex("^[a-z]{2}-[A-Z]{2}$")]
    private static partial Regex LanguageTag();

    private static string[] Where(bool fault) => fault ? ["in the file"] : [];

    /// <summary>A condition under which a file fails.</summary>
    /// <param name="Number">Number or numbers in the protocol.</param>
    /// <param name="Words">What is wrong when it holds.</param>
    /// <param name="Found">Where it holds; nothing in a file that passes.</param>
    internal sealed record Condition(string Number, string Words, Func<PdfStructure, IEnumerable<string>> Found);
}
