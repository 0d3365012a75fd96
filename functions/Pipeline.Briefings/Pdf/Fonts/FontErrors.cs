using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Briefings.Pdf.Fonts;

/// <summary>A font file is missing, damaged, or of a kind that cannot be embedded: only single static TrueType faces are taken.</summary>
public sealed class FontRefusedException(Fault fault, Exception? cause = null) : PipelineException(fault, cause)
{
    internal static FontRefusedException For(string file, string place, string expected, string found, Exception? cause = null) =>
        new(new Fault(file, place, expected, found, "put a static TrueType face (.ttf with 'glyf' outlines) there"), cause);
}

/// <summary>A character that the typeface cannot draw. It is never drawn as an empty box.</summary>
public sealed class MissingGlyphException : PipelineException
{
    internal MissingGlyphException(string face, int codePoint, string text)
        : base(new Fault(
            face,
            $"text \"{text}\"",
            "characters that the face has",
            string.Create(CultureInfo.InvariantCulture, $"U+{codePoint:X4}"),
            "write it with other characters; lowered or raised digits are runs in subscript or superscript")) =>
        CodePoint = codePoint;

    /// <summary>Unicode code point of the character.</summary>
    public int CodePoint { get; }
}
