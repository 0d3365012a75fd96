using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Fonts;

namespace Pipeline.Briefings.Pdf.Text;

/// <summary>A run with everything that drawing needs.</summary>
/// <param name="Text">Normalised characters.</param>
/// <param name="Face">Face.</param>
/// <param name="Size">Size in points, already reduced for raised and lowered text.</param>
/// <param name="Rise">Height above the baseline in points; below 0 for lowered text.</param>
/// <param name="Colour">Ink.</param>
/// <param name="Link">Address or #anchor, or none.</param>
/// <param name="Digits">How wide digits are.</param>
internal sealed record StyledRun(string Text, FontFace Face, double Size, double Rise, Colour Colour, string? Link, Digits Digits)
{
    private const double ScriptSize = 0.66;

    /// <summary>Running number of the printed figure that the text is, or none.</summary>
    public int? Number { get; init; }

    /// <summary>A run in the style of its paragraph.</summary>
    public static StyledRun From(Run run, TextStyle style, FontFamily fonts, Digits digits = Digits.Proportional)
    {
        var bold = run.Weight == FontWeight.Bold || style.Weight == FontWeight.Bold;
        var (size, rise) = run.Position switch
        {
            ScriptPosition.Superscript => (style.Size * ScriptSize, style.Size * 0.36),
            ScriptPosition.Subscript => (style.Size * ScriptSize, style.Size * -0.14),
            _ => (style.Size, 0),
        };
        return new(
            Normaliser.Normalise(run.Text),
            fonts.Face(bold ? FontWeight.Bold : FontWeight.Regular),
            size,
            rise,
            run.Colour ?? (run.Link is null ? style.Colour : Colour.Link),
            run.Link,
            digits) { Number = run.Number };
    }

    /// <summary>Advance of a character in points.</summary>
    public double AdvanceOf(int codePoint)
    {
        var units = Digits == Digits.Tabular && codePoint is >= '0' and <= '9' ? Face.DigitWidth : Face.AdvanceOf(Face.GlyphOf(codePoint, Text));
        return units * Size / Face.UnitsPerEm;
    }
}

/// <summary>How wide digits are.</summary>
internal enum Digits
{
    /// <summary>Each as wide as it is drawn, in running text.</summary>
    Proportional,

    /// <summary>All equally wide, so that digits of one place value stand below each other in a column.</summary>
    Tabular,
}
