using Pipeline.Briefings.Pdf.Writer;

namespace Pipeline.Briefings.Pdf.Layout;

/// <summary>Draws what was placed, with its top left corner at a place of a page.</summary>
internal delegate void DrawAt(PageCanvas canvas, double x, double y);

/// <summary>What became of an attempt to place a flow.</summary>
/// <param name="Height">Height taken, in points.</param>
/// <param name="Draw">How to draw it, or none when nothing fits.</param>
/// <param name="Rest">What is left for the next page, or none.</param>
internal sealed record Placed(double Height, DrawAt? Draw, Flow? Rest)
{
    /// <summary>Nothing fits: try the next page.</summary>
    public static Placed Nothing { get; } = new(0, null, null);

    /// <summary>All of it fits.</summary>
    public static Placed Whole(double height, DrawAt draw) => new(height, draw, null);
}

/// <summary>
/// A block on its way to the pages. Immutable: placing it returns the rest as another flow, so that nothing is reset or measured again.
/// </summary>
internal abstract class Flow
{
    // Heights are sums of decimal fractions: a block exactly as high as the room must fit.
    protected const double Tolerance = 0.001;

    /// <summary>The block in words, for an error message.</summary>
    public abstract string Name { get; }

    /// <summary>True for a heading or a sentence that leads to a list: it does not stand at the foot of a page.</summary>
    public virtual bool KeepsWithNext => false;

    /// <summary>Places as much as fits.</summary>
    /// <param name="width">Width in points, the same for the rest.</param>
    /// <param name="height">Height left on the page, in points.</param>
    public abstract Placed Place(double width, double height);

    /// <summary>The same flow at least as high as its neighbours in a row.</summary>
    public virtual Flow Stretched(double height) => this;

    protected static bool Fits(double height, double room) => height <= room + Tolerance;
}
