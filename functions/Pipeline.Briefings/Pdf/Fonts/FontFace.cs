using System.Text;

namespace Pipeline.Briefings.Pdf.Fonts;

/// <summary>One parsed TrueType face. Immutable, so that any number of renderings share it.</summary>
internal sealed class FontFace
{
    private readonly FontFile file;
    private readonly Dictionary<int, ushort> glyphs;
    private readonly ushort[] advances;
    private readonly bool longOffsets;

    private FontFace(string name, ReadOnlyMemory<byte> bytes)
    {
        file = new FontFile(name, bytes);
        UnitsPerEm = file.UInt16("head", 18);
        if (UnitsPerEm == 0) throw file.Refuse("table 'head'", "units per em above 0", "0");
        longOffsets = file.Int16("head", 50) == 1;
        Bounds = [file.Int16("head", 36), file.Int16("head", 38), file.Int16("head", 40), file.Int16("head", 42)];
        Ascent = file.Int16("hhea", 4);
        Descent = file.Int16("hhea", 6);
        CapHeight = file.UInt16("OS/2", 0) >= 2 ? file.Int16("OS/2", 88) : Ascent;
        // Bit 1 alone forbids embedding (restricted licence); bits 2 and 3 allow it for reading.
        var embedding = file.UInt16("OS/2", 8);
        if ((embedding & 0x000E) == 0x0002) throw file.Refuse("table 'OS/2', fsType", "leave to embed", $"{embedding} (restricted)");
        GlyphCount = file.UInt16("maxp", 4);
        PostScriptName = ReadPostScriptName();
        advances = ReadAdvances();
        glyphs = CharacterMap.Read(file);
        DigitWidth = "0123456789".Max(digit => Has(digit) ? AdvanceOf(glyphs[digit]) : 0);
    }

    /// <summary>Name by which the face is known in a PDF, without spaces.</summary>
    public string PostScriptName { get; }

    internal int UnitsPerEm { get; }

    internal int Ascent { get; }

    internal int Descent { get; }

    internal int CapHeight { get; }

    internal int GlyphCount { get; }

    internal IReadOnlyList<int> Bounds { get; }

    /// <summary>Advance of the widest digit, in font units: the 1 is narrower, and the face has no glyphs for tables.</summary>
    internal int DigitWidth { get; }

    internal IReadOnlyCollection<int> CodePoints => glyphs.Keys;

    /// <summary>Reads a face.</summary>
    /// <param name="name">Name for messages, normally that of the file.</param>
    /// <param name="bytes">The whole file.</param>
    /// <exception cref="FontRefusedException">Not a single static TrueType face, damaged, or not to be embedded.</exception>
    public static FontFace Parse(string name, ReadOnlyMemory<byte> bytes) => new(name, bytes);

    internal bool Has(int codePoint) => glyphs.ContainsKey(codePoint);

    /// <summary>Glyph of a character.</summary>
    /// <exception cref="MissingGlyphException">The face lacks it.</exception>
    internal ushort GlyphOf(int codePoint, string text) =>
        glyphs.TryGetValue(codePoint, out var glyph) ? glyph : throw new MissingGlyphException(PostScriptName, codePoint, text);

    /// <summary>Advance of a glyph in font units.</summary>
    internal int AdvanceOf(int glyph) => advances[glyph];

    /// <summary>Outline of a glyph; empty for a space.</summary>
    internal ReadOnlyMemory<byte> OutlineOf(int glyph)
    {
        var start = longOffsets ? file.UInt32("loca", 4L * glyph) : 2L * file.UInt16("loca", 2L * glyph);
        var end = longOffsets ? file.UInt32("loca", 4L * (glyph + 1)) : 2L * file.UInt16("loca", 2L * (glyph + 1));
        return start == end ? ReadOnlyMemory<byte>.Empty : file.Part("glyf", start, end - start);
    }

    internal ReadOnlyMemory<byte> Table(string tag) => file.Table(tag);

    internal int LeftBearingOf(int glyph)
    {
        var full = file.UInt16("hhea", 34);
        return file.Int16("hmtx", glyph < full ? (4L * glyph) + 2 : (4L * full) + (2L * (glyph - full)));
    }

    private ushort[] ReadAdvances()
    {
        var full = file.UInt16("hhea", 34);
        if (full == 0 || full > GlyphCount) throw file.Refuse("table 'hhea'", $"1 to {GlyphCount} advances", $"{full}");
        var result = new ushort[GlyphCount];
        for (var glyph = 0; glyph < GlyphCount; glyph++)
            result[glyph] = glyph < full ? file.UInt16("hmtx", 4L * glyph) : result[full - 1];
        return result;
    }

    private string ReadPostScriptName()
    {
        // Names are optional in a subset: a PDF reader does not look at them.
        if (!file.Has("name")) return "Unnamed";
        var strings = file.UInt16("name", 4);
        for (var i = 0; i < file.UInt16("name", 2); i++)
        {
            var record = 6L + (12L * i);
            if (file.UInt16("name", record) != 3 || file.UInt16("name", record + 6) != 6) continue;
            return Encoding.BigEndianUnicode.GetString(
                file.Part("name", strings + file.UInt16("name", record + 10), file.UInt16("name", record + 8)).Span);
        }
        throw file.Refuse("table 'name'", "a PostScript name", "none");
    }
}
