namespace Pipeline.Briefings.Pdf.Text;

/// <summary>The part of a run that stands in one line.</summary>
/// <param name="Run">Run it belongs to.</param>
/// <param name="Text">Its characters; at the end of a line with the space at which the line was broken.</param>
/// <param name="X">Distance from the start of the line, in points.</param>
/// <param name="Width">Width in points, without a space at the end of the line.</param>
internal sealed record Fragment(StyledRun Run, string Text, double X, double Width);

/// <summary>One line of a paragraph.</summary>
/// <param name="Fragments">Parts from left to right.</param>
/// <param name="Width">Width in points, without a space at its end.</param>
internal sealed record TextLine(IReadOnlyList<Fragment> Fragments, double Width);
