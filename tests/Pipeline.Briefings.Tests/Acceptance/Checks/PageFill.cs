namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>How far down the text area of each page something is printed, seen in a small picture of the page.</summary>
internal static class PageFill
{
    private const int Resolution = 20;
    private const double PointsARow = 72.0 / Resolution;
    private const double Top = 62, Bottom = 786;
    private const byte Ink = 215;

    /// <summary>Share of the height, 0..1, by page.</summary>
    public static IReadOnlyList<double> Of(string path) => [.. GreyImage.PagesOf(path, Resolution).Select(Of)];

    /// <summary>Share of the height of one page at the resolution of this check.</summary>
    public static double Of(GreyImage page)
    {
        var (first, last) = ((int)(Top / PointsARow), Math.Min(page.Height - 1, (int)(Bottom / PointsARow)));
        for (var row = last; row >= first; row--)
            if (page.Row(row).ContainsAnyInRange((byte)0, Ink)) return (row + 1 - first) / (double)(last + 1 - first);
        return 0;
    }
}
