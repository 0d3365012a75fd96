namespace Pipeline.Briefings.Pdf.Layout;

/// <summary>A flow in a column.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Before">Space above it in points, left out at the top of a page.</param>
/// <param name="StartsPage">True when it stands at the top of a page.</param>
internal sealed record ColumnItem(Flow Flow, double Before, bool StartsPage = false);

/// <summary>Flows one below another, over as many pages as it takes.</summary>
/// <param name="section">Heading of the section, for messages.</param>
/// <param name="items">Flows from top to bottom.</param>
/// <param name="together">True when the column moves as a whole, unless that would leave more than <see cref="MostLeftEmpty"/>.</param>
internal sealed class ColumnFlow(string? section, IReadOnlyList<ColumnItem> items, bool together = false) : Flow
{
    /// <summary>Height that a column kept together may leave empty at the foot of a page, in points; where it would leave more, it is divided like any other.</summary>
    public const double MostLeftEmpty = PageFrame.Height / 3;

    public override string Name => First?.Name ?? "empty column";

    /// <summary>Heading of the innermost section whose block stands first: the one to name when that block fits nowhere.</summary>
    public string? Section => (First as ColumnFlow)?.Section ?? section;

    private Flow? First => items.Select(item => item.Flow).FirstOrDefault(flow => !flow.KeepsWithNext) ?? (items is [var only, ..] ? only.Flow : null);

    public override Placed Place(double width, double height)
    {
        var drawn = new List<(double Top, DrawAt Draw, double Bottom)>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].StartsPage && i > 0) return Split(height, drawn, i, items.Skip(i));
            var top = i == 0 ? 0 : drawn[^1].Bottom + items[i].Before;
            var placed = items[i].Flow.Place(width, height - top);
            if (placed.Draw is null)
            {
                // A heading goes to the next page with the block it belongs to.
                while (i > 0 && items[i - 1].Flow.KeepsWithNext) i--;
                return Split(height, drawn, i, items.Skip(i));
            }
            drawn.Add((top, placed.Draw, top + placed.Height));
            if (placed.Rest is { } rest) return Split(height, drawn, i + 1, items.Skip(i + 1).Prepend(new ColumnItem(rest, 0)));
        }
        return Placed.Whole(drawn.Count == 0 ? 0 : drawn[^1].Bottom, Drawing(drawn));
    }

    private Placed Split(double height, List<(double Top, DrawAt Draw, double Bottom)> drawn, int count, IEnumerable<ColumnItem> rest)
    {
        if (count == 0 || (together && Fits(height, MostLeftEmpty))) return Placed.Nothing;
        drawn.RemoveRange(count, drawn.Count - count);
        return new Placed(drawn[^1].Bottom, Drawing(drawn), new ColumnFlow(section, [.. rest], together));
    }

    private static DrawAt Drawing(List<(double Top, DrawAt Draw, double Bottom)> drawn) => (canvas, x, y) =>
    {
        foreach (var (top, draw, _) in drawn) draw(canvas, x, y + top);
    };
}
