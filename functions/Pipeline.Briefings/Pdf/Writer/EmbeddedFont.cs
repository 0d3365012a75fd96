using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Briefings.Pdf.Fonts;
using Pipeline.Briefings.Pdf.Text;

namespace Pipeline.Briefings.Pdf.Writer;

/// <summary>
/// One face inside one document. Characters get numbers in the order of their first use, one each even where two share a glyph
/// (a space and a no-break space), so that copied text is what was written. A digit that is narrower than the others has a second number for
/// tables, under which it stands in the middle of the room of a wide one: moves between digits would read as spaces to whoever copies them.
/// </summary>
internal sealed class EmbeddedFont(FontFace face, string resource)
{
    private readonly List<ushort> glyphs = [0];
    private readonly List<int> pads = [0];
    private readonly List<int> characters = [0];
    private readonly Dictionary<(int Character, int Pad), int> numbers = [];

    /// <summary>Name in the page resources.</summary>
    public string Resource { get; } = resource;

    /// <summary>Appends the operator that shows a text.</summary>
    public void Show(string text, Digits digits, StringBuilder output)
    {
        output.Append('<');
        Span<char> code = stackalloc char[4];
        foreach (var rune in text.EnumerateRunes())
        {
            NumberOf(rune.Value, text, digits).TryFormat(code, out _, "X4", CultureInfo.InvariantCulture);
            output.Append(code);
        }
        output.Append("> Tj ");
    }

    /// <summary>Writes the font with the characters used so far.</summary>
    /// <returns>Number of the font object.</returns>
    public int WriteTo(PdfObjects objects)
    {
        var subset = FontSubset.Build(face, glyphs, pads);
        var name = Tag(subset) + "+" + face.PostScriptName;
        var file = objects.AddStream($"/Length1 {subset.Length.ToString(CultureInfo.InvariantCulture)}", subset);
        var bounds = string.Join(' ', face.Bounds.Select(Scaled));

        // Flags 4: symbolic, as the glyphs are addressed by number. StemV is not in a TrueType file; readers use it only to replace a missing font.
        var descriptor = objects.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{bounds}] /ItalicAngle 0 /Ascent {Scaled(face.Ascent)} " +
            $"/Descent {Scaled(face.Descent)} /CapHeight {Scaled(face.CapHeight)} /StemV 80 /FontFile2 {PdfSyntax.Reference(file)} >>");
        var widths = string.Join(' ', glyphs.Zip(pads, (glyph, pad) => Scaled(face.AdvanceOf(glyph) + (2 * pad))));
        var descendant = objects.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> " +
            $"/FontDescriptor {PdfSyntax.Reference(descriptor)} /DW 1000 /W [0 [{widths}]] /CIDToGIDMap /Identity >>");
        var unicode = objects.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        return objects.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{PdfSyntax.Reference(descendant)}] " +
            $"/ToUnicode {PdfSyntax.Reference(unicode)} >>");
    }

    private int NumberOf(int character, string text, Digits digits)
    {
        var glyph = face.GlyphOf(character, text);
        var pad = digits == Digits.Tabular && character is >= '0' and <= '9' ? (face.DigitWidth - face.AdvanceOf(glyph)) / 2 : 0;
        if (numbers.TryGetValue((character, pad), out var known)) return known;
        var number = glyphs.Count;
        glyphs.Add(glyph);
        pads.Add(pad);
        characters.Add(character);
        numbers[(character, pad)] = number;
        return number;
    }

    private string Scaled(int units) => PdfSyntax.Number(units * 1000.0 / face.UnitsPerEm);

    /// <summary>Six letters that follow from the bytes: two different subsets never pass for one.</summary>
    private static string Tag(byte[] subset) =>
        string.Concat(SHA256.HashData(subset).Take(6).Select(b => (char)('A' + (b % 26))));

    private string ToUnicode()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        // The codes of a range differ in their last byte only; a range that lists its characters is a third shorter than an entry for each.
        var ranges = Enumerable.Range(1, characters.Count - 1).GroupBy(number => number >> 8).ToList();
        map.Append(CultureInfo.InvariantCulture, $"{ranges.Count} beginbfrange\n");
        foreach (var range in ranges)
        {
            map.Append(CultureInfo.InvariantCulture, $"<{range.First():X4}> <{range.Last():X4}> [");
            foreach (var number in range)
                map.Append('<').Append(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(characters[number])))).Append('>');
            map.Append("]\n");
        }
        map.Append("endbfrange\n");
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
