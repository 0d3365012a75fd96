using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings.Pdf.Layout;

/// <summary>The usual space above a block, in points. A <see cref="Space"/> or the gap of a column takes its place.</summary>
internal static class Spacing
{
    /// <summary>Between a heading and what follows: close, so that the heading belongs to it.</summary>
    public const double AfterHeading = 5;

    /// <summary>Space between two blocks of a section.</summary>
    public static double Between(Block? previous, Block block) => block switch
    {
        // A part that follows its section's heading at once needs less than one that follows text.
        Section { Level: 1 } => 18,
        Section => previous is null ? 7 : 13,
        Figure or Table => 10,
        Row or Box => 9,
        BulletList => 5,
        Column { Content.Count: > 0 } column => Between(previous, column.Content[0]),
        _ => previous is Figure or Table or Row or Box ? 10 : 6,
    };

    /// <summary>True when a page break comes first in a block, however deep.</summary>
    public static bool StartsPage(Block block) => block switch
    {
        PageBreak => true,
        Column { Content: [var first, ..] } => StartsPage(first),
        Section { Content: [var first, ..] } => StartsPage(first),
        _ => false,
    };
}
