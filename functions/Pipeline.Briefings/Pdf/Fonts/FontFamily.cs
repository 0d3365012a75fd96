using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Text;

namespace Pipeline.Briefings.Pdf.Fonts;

/// <summary>The regular and bold faces of the briefings. Immutable and shared: loaded once, used by any number of threads.</summary>
public sealed class FontFamily
{
    private FontFamily(FontFace regular, FontFace bold) => (Regular, Bold) = (regular, bold);

    /// <summary>Face of running text.</summary>
    internal FontFace Regular { get; }

    /// <summary>Face of headings and emphasis.</summary>
    internal FontFace Bold { get; }

    /// <summary>Loads both faces of BIZ UDPGothic.</summary>
    /// <param name="directory">Folder that holds the two files; the build puts it beside the program as <c>fonts</c>.</param>
    /// <exception cref="FontRefusedException">A file is missing or is not a static TrueType face.</exception>
    public static FontFamily LoadFrom(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        return new(Load(directory, "BIZUDPGothic_400Regular.ttf"), Load(directory, "BIZUDPGothic_700Bold.ttf"));
    }

    /// <summary>Width of a text as it will be set, in points.</summary>
    /// <param name="text">Characters; narrow spaces and the like are normalised first, as in a page.</param>
    /// <param name="size">Size in points.</param>
    /// <param name="weight">Face.</param>
    /// <exception cref="MissingGlyphException">The face lacks a character.</exception>
    public double Measure(string text, double size, FontWeight weight = FontWeight.Regular)
    {
        var face = Face(weight);
        long units = 0;
        foreach (var rune in Normaliser.Normalise(text).EnumerateRunes()) units += face.AdvanceOf(face.GlyphOf(rune.Value, text));
        return units * size / face.UnitsPerEm;
    }

    internal FontFace Face(FontWeight weight) => weight == FontWeight.Bold ? Bold : Regular;

    private static FontFace Load(string directory, string name)
    {
        try
        {
            return FontFace.Parse(name, File.ReadAllBytes(Path.Combine(directory, name)));
        }
        catch (IOException cause)
        {
            throw FontRefusedException.For(name, "folder of the typeface", "a readable file", cause.Message, cause);
        }
    }
}
