using System.Globalization;
using System.Text;

namespace Pipeline.Briefings.Pdf.Writer;

/// <summary>Values as PDF writes them (ISO 32000-1, 7.3), the same under every culture.</summary>
internal static class PdfSyntax
{
    /// <summary>A number with at most two decimals: a hundredth of a point is finer than any printer.</summary>
    public static string Number(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "A place on a page is a finite number.");
        var text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>Components of a colour, each exact to one of 256 steps.</summary>
    public static string Components(Documents.Colour colour) => string.Create(
        CultureInfo.InvariantCulture, $"{colour.Red / 255.0:0.###} {colour.Green / 255.0:0.###} {colour.Blue / 255.0:0.###}");

    /// <summary>A text string: UTF-16 with a byte order mark, in hexadecimal, so that no character needs an escape.</summary>
    public static string Text(string text) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) + ">";

    /// <summary>An address, which is plain ASCII once escaped.</summary>
    public static string Address(Uri address) => "(" + address.AbsoluteUri
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("(", "\\(", StringComparison.Ordinal)
        .Replace(")", "\\)", StringComparison.Ordinal) + ")";

    /// <summary>Midnight of a day in Japan standard time.</summary>
    public static string Date(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"(D:{day:yyyyMMdd}000000+09'00')");

    public static string Reference(int id) => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R");
}
