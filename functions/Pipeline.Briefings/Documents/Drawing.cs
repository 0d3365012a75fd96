namespace Pipeline.Briefings.Documents;

/// <summary>A chart as shapes, in points, origin at the top left and y downwards. The same drawing becomes part of a page and an SVG picture.</summary>
/// <param name="Width">Width in points.</param>
/// <param name="Height">Height in points.</param>
/// <param name="Shapes">Shapes in painting order.</param>
public sealed record Drawing(double Width, double Height, IReadOnlyList<Shape> Shapes);

/// <summary>One mark of a drawing.</summary>
public abstract record Shape;

/// <summary>A straight line or an open run of straight lines.</summary>
/// <param name="Points">Two points or more.</param>
/// <param name="Stroke">Colour, width and dashes.</param>
public sealed record Line(IReadOnlyList<Point> Points, Stroke Stroke) : Shape;

/// <summary>A closed outline, filled or not. A hatch is drawn over the fill so that the meaning survives grey print.</summary>
/// <param name="Points">Three points or more.</param>
/// <param name="Fill">Fill, or none.</param>
/// <param name="Stroke">Outline, or none.</param>
public sealed record Polygon(IReadOnlyList<Point> Points, Colour? Fill, Stroke? Stroke) : Shape;

/// <summary>An upright rectangle.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width, 0 or more.</param>
/// <param name="Height">Height, 0 or more.</param>
/// <param name="Fill">Fill, or none.</param>
/// <param name="Stroke">Outline, or none.</param>
/// <param name="Hatch">Pattern over the fill, or none.</param>
public sealed record Rect(double X, double Y, double Width, double Height, Colour? Fill, Stroke? Stroke = null, Hatch Hatch = Hatch.None) : Shape;

/// <summary>Text in a drawing; placed, never turned.</summary>
/// <param name="X">Anchor: left edge, middle or right edge, by <paramref name="Alignment"/>.</param>
/// <param name="Y">Baseline.</param>
/// <param name="Text">Characters.</param>
/// <param name="Size">Size in points.</param>
/// <param name="Colour">Ink.</param>
/// <param name="Alignment">Which part of the text stands at the anchor.</param>
/// <param name="Weight">Weight of the face.</param>
public sealed record Label(double X, double Y, string Text, double Size, Colour Colour, Alignment Alignment = Alignment.Start, FontWeight Weight = FontWeight.Regular) : Shape
{
    /// <summary>Running numbers of the printed figures in the text, in their order.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];
}

/// <summary>A place in a drawing, in points.</summary>
public readonly record struct Point(double X, double Y);

/// <summary>How a line is drawn.</summary>
/// <param name="Colour">Colour of the line.</param>
/// <param name="Width">Width in points.</param>
/// <param name="Dash">Length of dash and gap in points, or none for a solid line.</param>
public sealed record Stroke(Colour Colour, double Width, double? Dash = null);

/// <summary>A pattern that tells two fills apart without colour.</summary>
public enum Hatch
{
    None,
    Diagonal,
    Cross,
}
