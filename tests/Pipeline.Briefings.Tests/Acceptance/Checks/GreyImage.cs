using System.Globalization;
using System.Text;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>A page as a grey picture.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixels">Rows from the top; 0 is black, 255 white.</param>
internal sealed record GreyImage(int Width, int Height, byte[] Pixels)
{
    /// <summary>A row of pixels.</summary>
    public ReadOnlySpan<byte> Row(int row) => Pixels.AsSpan(row * Width, Width);

    /// <summary>The pages of a file, as poppler draws them.</summary>
    /// <param name="path">File.</param>
    /// <param name="resolution">Pixels per inch.</param>
    public static IReadOnlyList<GreyImage> PagesOf(string path, int resolution)
    {
        var data = Tool.BytesOf("pdftoppm", "-r", resolution.ToString(CultureInfo.InvariantCulture), "-gray", path);
        var pages = new List<GreyImage>();
        for (var at = 0; at < data.Length;)
        {
            // Pictures follow each other, each "P5", width and height, 255, and its bytes.
            var lines = new string[3];
            for (var line = 0; line < 3; line++)
            {
                var end = Array.IndexOf(data, (byte)'\n', at);
                lines[line] = Encoding.ASCII.GetString(data, at, end - at);
                at = end + 1;
            }
            Assert.Equal(("P5", "255"), (lines[0], lines[2]));
            var size = lines[1].Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            pages.Add(new GreyImage(size[0], size[1], data[at..(at + (size[0] * size[1]))]));
            at += size[0] * size[1];
        }
        return pages;
    }
}
