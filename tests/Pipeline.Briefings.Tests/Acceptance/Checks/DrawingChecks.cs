using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Fonts;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>Labels of a drawing can be read: none leaves it, none lies over another.</summary>
internal static class DrawingChecks
{
    private static readonly Lazy<FontFamily> Fonts = new(() => FontFamily.LoadFrom(Path.Combine(AppContext.BaseDirectory, "fonts")));

    /// <summary>The check over all figures of a document.</summary>
    public static void All(Document document)
    {
        foreach (var figure in DocumentWalk.Blocks(document).OfType<Figure>()) LabelsStandApart(figure.Drawing);
    }

    /// <summary>No label lies over another, and none leaves the drawing.</summary>
    public static void LabelsStandApart(Drawing drawing)
    {
        var labels = drawing.Shapes.OfType<Label>().Select(label => (label.Text, Box: BoxOf(label))).ToList();
        foreach (var (text, box) in labels)
            Assert.True(box is { Left: >= -0.01, Top: >= -0.01 } && box.Right <= drawing.Width + 0.01 && box.Bottom <= drawing.Height + 0.01, $"'{text}' leaves the drawing");
        for (var one = 0; one < labels.Count; one++)
        {
            for (var other = one + 1; other < labels.Count; other++)
            {
                var (a, b) = (labels[one].Box, labels[other].Box);
                Assert.False(a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom, $"'{labels[one].Text}' overlaps '{labels[other].Text}'");
            }
        }
    }

    /// <summary>The ink of a label: from the top of capitals and kanji to just below the base line.</summary>
    public static (double Left, double Top, double Right, double Bottom) BoxOf(Label label)
    {
        var width = Fonts.Value.Measure(label.Text, label.Size, label.Weight);
        var left = label.X - (label.Alignment switch { Alignment.Centre => width / 2, Alignment.End => width, _ => 0 });
        return (left, label.Y - (0.80 * label.Size), left + width, label.Y + (0.10 * label.Size));
    }
}
