using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Fonts;

namespace Pipeline.Briefings.Tests.Pdf;

public class FontTests
{
    private static readonly FontFace Face = Samples.Fonts.Regular;

    [Theory]
    [InlineData("BIZUDPGothic_400Regular.ttf", "22f41ce68f1ce62477ca4ec1e2c0c400cc545ddff31d713e8edf87808614aeb2")]
    [InlineData("BIZUDPGothic_700Bold.ttf", "1a995936e0f9de8a7c142c97cdb679e7087e89c13e663f946cd047f4283cedf8")]
    public void The_faces_beside_the_program_are_the_pinned_ones(string file, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Bytes(file))));

    [Fact]
    public void The_licence_of_the_typeface_comes_with_it() =>
        Assert.Contains("SIL OPEN FONT LICENSE", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fonts", "LICENSE_FONT")), StringComparison.Ordinal);

    [Fact]
    public void An_ideograph_is_one_em_wide_and_widths_add_up()
    {
        Assert.Equal(9.5, Samples.Fonts.Measure("鉱", 9.5), 6);
        Assert.Equal(30, Samples.Fonts.Measure("重要鉱", 10, FontWeight.Bold), 6);
        Assert.Equal(0, Samples.Fonts.Measure("", 10));
    }

    [Fact]
    public void A_narrow_space_is_measured_as_it_will_be_set() => Assert.Equal(Samples.Fonts.Measure("5\u00A0t", 10), Samples.Fonts.Measure("5\u202Ft", 10));

    [Theory]
    [InlineData("CO₂", 0x2082)]
    [InlineData("𠮷野", 0x20BB7)]
    [InlineData("一\n二", 0x0A)]
    public void A_character_without_a_glyph_is_named(string text, int codePoint)
    {
        var error = Assert.Throws<MissingGlyphException>(() => Samples.Fonts.Measure(text, 10));
        Assert.Equal(codePoint, error.CodePoint);
        Assert.Contains($"U+{codePoint:X4}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ttcf", "collection")]
    [InlineData("OTTO", "CFF")]
    [InlineData("wOF2", "web font")]
    [InlineData("%PDF", "another kind")]
    public void Other_kinds_of_font_files_are_refused_by_name(string start, string found)
    {
        var bytes = new byte[64];
        Encoding.ASCII.GetBytes(start, bytes);
        Assert.Contains(found, Refusal(bytes).Fault.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_font_is_refused()
    {
        var bytes = Bytes("BIZUDPGothic_400Regular.ttf");
        Encoding.ASCII.GetBytes("fvar", bytes.AsSpan(12));
        Assert.Equal("a variable font", Refusal(bytes).Fault.Found);
    }

    [Fact]
    public void A_face_that_forbids_embedding_is_refused()
    {
        var bytes = Bytes("BIZUDPGothic_400Regular.ttf");
        // Table 'OS/2' is at 504 in this file; fsType is its fifth field.
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(504 + 8), 2);
        Assert.Contains("restricted", Refusal(bytes).Fault.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(100)]
    [InlineData(50_000)]
    [InlineData(4_000_000)]
    public void A_file_that_ends_early_is_refused(int length) =>
        Assert.NotEmpty(Refusal(Bytes("BIZUDPGothic_400Regular.ttf")[..length]).Fault.Found);

    [Fact]
    public void A_missing_file_is_named()
    {
        var error = Assert.Throws<FontRefusedException>(() => FontFamily.LoadFrom(Path.Combine(AppContext.BaseDirectory, "no-such-folder")));
        Assert.Equal("BIZUDPGothic_400Regular.ttf", error.Fault.Source);
    }

    [Fact]
    public void A_subset_parses_again_with_the_same_outlines_and_widths()
    {
        const string text = "0aé鉱㍻Ł①―";
        var glyphs = new List<ushort> { 0 };
        glyphs.AddRange(text.EnumerateRunes().Select(rune => Face.GlyphOf(rune.Value, text)));
        var subset = FontFace.Parse("subset", FontSubset.Build(Face, glyphs));

        Assert.True(subset.GlyphCount >= glyphs.Count);
        for (var number = 0; number < glyphs.Count; number++)
        {
            Assert.Equal(Face.AdvanceOf(glyphs[number]), subset.AdvanceOf(number));
            Assert.Equal(Contours(Face, glyphs[number]), Contours(subset, number));
        }
    }

    [Fact]
    public void Parts_of_a_composite_glyph_come_along_under_new_numbers()
    {
        // The typeface has no composite glyphs; this face has: 3 is made of 2 and, at half its size, of 1.
        byte[] square = [0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 3, 0, 0, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 255, 0];
        byte[] bar = [0, 1, 0, 0, 0, 0, 2, 0, 0, 9, 0, 3, 0, 0, 1, 1, 1, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 9, 0, 0, 255, 247];
        byte[] composite = [255, 255, 0, 0, 0, 0, 2, 0, 1, 0, 0, 0x21, 0, 2, 0, 5, 0, 6, 0, 0x08, 0, 1, 7, 8, 0x20, 0];
        var face = FontFace.Parse("parts", SmallFace.With([[], square, bar, composite], advances: [500, 600, 700, 800]));
        var subset = FontFace.Parse("subset", FontSubset.Build(face, [0, 3]));

        Assert.Equal(4, subset.GlyphCount);
        Assert.Equal(Contours(face, 3), Contours(subset, 1));
        Assert.Equal([500, 800, 700, 600], Enumerable.Range(0, 4).Select(subset.AdvanceOf));
        // Numbers follow first use: 2 became 2, 1 became 3.
        Assert.Equal([2, 3], [subset.OutlineOf(1).Span[13], subset.OutlineOf(1).Span[21]]);
    }

    [Fact]
    public void A_subset_carries_no_grid_fitting_instructions()
    {
        // A square and a glyph made of it, each with three bytes of instructions that the subset leaves out.
        byte[] square = [0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 3, 0, 3, 0xB0, 1, 0x2B, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 255, 0, 0];
        byte[] twice = [255, 255, 0, 0, 0, 0, 2, 0, 1, 0, 1, 0x00, 0, 1, 5, 6, 0, 3, 0xB0, 1, 0x2B, 0];
        var face = FontFace.Parse("hinted", SmallFace.With([[], square, twice], advances: [500, 600, 700]));
        var subset = FontFace.Parse("subset", FontSubset.Build(face, [0, 2]));

        Assert.Equal([255, 255, 0, 0, 0, 0, 2, 0, 1, 0, 0, 0x00, 0, 2, 5, 6], subset.OutlineOf(1).Span[..16].ToArray());
        Assert.Equal(16, subset.OutlineOf(1).Length);
        Assert.Equal([0, 3, 0, 0, 1, 1, 1, 1], subset.OutlineOf(2).Span[10..18].ToArray());
        var file = FontSubset.Build(Face, [0, Face.GlyphOf('A', "A")]);
        var tables = Enumerable.Range(0, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4))).Select(table => Encoding.ASCII.GetString(file, 12 + (16 * table), 4));
        Assert.Equal(["OS/2", "glyf", "head", "hhea", "hmtx", "loca", "maxp"], tables);
    }

    [Fact]
    public void Checksums_of_a_subset_are_right()
    {
        var file = FontSubset.Build(Face, [0, Face.GlyphOf('A', "A"), Face.GlyphOf('鉱', "鉱")]);
        Assert.Equal(0xB1B0AFBA, Sum(file));
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4)); i++)
        {
            var entry = file.AsSpan(12 + (16 * i), 16);
            if (Encoding.ASCII.GetString(entry[..4]) == "head") continue;
            var (offset, length) = (BinaryPrimitives.ReadInt32BigEndian(entry[8..]), BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
            Assert.Equal(BinaryPrimitives.ReadUInt32BigEndian(entry[4..]), Sum(file.AsSpan(offset, (length + 3) / 4 * 4)));
        }
    }

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fonts", file));

    private static FontRefusedException Refusal(byte[] bytes) => Assert.Throws<FontRefusedException>(() =>
    {
        var face = FontFace.Parse("a.ttf", bytes);
        for (var glyph = 0; glyph < face.GlyphCount; glyph++) face.OutlineOf(glyph);
    });

    private static bool IsComposite(ReadOnlyMemory<byte> outline) => outline.Length > 0 && BinaryPrimitives.ReadInt16BigEndian(outline.Span) < 0;

    /// <summary>The outline in a form without glyph numbers: each part is replaced by its own outline, after its flags and place.</summary>
    private static string Contours(FontFace face, int glyph, int depth = 0)
    {
        Assert.True(depth < 5, "A glyph is a part of itself.");
        var outline = face.OutlineOf(glyph);
        var bytes = outline.Span;
        if (!IsComposite(outline)) return bytes.Length == 0 ? string.Empty : WithoutInstructions(bytes).TrimEnd('0');
        var text = new StringBuilder(Convert.ToHexString(bytes[..10]));
        int at = 10, flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            var part = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            var length = ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
            text.Append(' ').Append(flags).Append(Convert.ToHexString(bytes.Slice(at + 4, length))).Append('(').Append(Contours(face, part, depth + 1)).Append(')');
            at += 4 + length;
        }
        while ((flags & 0x20) != 0);
        return text.ToString();
    }

    /// <summary>A simple outline without its grid-fitting instructions, which a subset leaves out.</summary>
    private static string WithoutInstructions(ReadOnlySpan<byte> outline)
    {
        var at = 10 + (2 * BinaryPrimitives.ReadInt16BigEndian(outline));
        return Convert.ToHexString(outline[..at]) + "0000" + Convert.ToHexString(outline[(at + 2 + BinaryPrimitives.ReadUInt16BigEndian(outline[at..]))..]);
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (var i = 0; i < bytes.Length; i += 4) sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]));
        return sum;
    }
}
