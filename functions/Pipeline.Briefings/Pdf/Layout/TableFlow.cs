using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Writer;

namespace Pipeline.Briefings.Pdf.Layout;

/// <summary>A cell ready to be placed.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Background">Fill, or none.</param>
internal sealed record CellText(Paragraph Text, Colour? Background);

/// <summary>The parts of a table that all its pages share.</summary>
/// <param name="Name">The table in words, for messages.</param>
/// <param name="Weights">Share of each column in the width.</param>
/// <param name="Header">Header row, as part of the document's text.</param>
/// <param name="RepeatedHeader">The same as an artifact, for the pages after the first.</param>
/// <param name="Rows">Rows, each with its emphasis.</param>
internal sealed record TableParts(
    string Name,
    IReadOnlyList<double> Weights,
    IReadOnlyList<CellText> Header,
    IReadOnlyList<CellText> RepeatedHeader,
    IReadOnlyList<(IReadOnlyList<CellText> Cells, bool Emphasis)> Rows);

/// <summary>
/// A table. Rows are not split; the header stands on every page. Each part of a divided table has at least three rows, or rows so high
/// that they fill a third of the page.
/// </summary>
internal sealed class TableFlow(TableParts parts, Flow? caption, int from = 0) : Flow
{
    private const int RowsKept = 3;
    private const double HighPart = PageFrame.Height / 3;
    private const double CaptionGap = 4, PaddingX = 5, PaddingY = 2.6, FillInset = 0.75;
    private static readonly Stroke Rule = new(new(0xCF, 0xD5, 0xDD), 0.4);
    private static readonly Stroke StrongRule = new(Colour.Navy, 0.8);
    private static readonly Colour EmphasisFill = new(0xEE, 0xF2, 0xF7);

    public override string Name => parts.Name;

    public override Placed Place(double width, double height)
    {
        var drawn = new List<(double Top, DrawAt Draw)>();
        var bottom = 0.0;
        if (caption is not null)
        {
            var placed = caption.Place(width, height);
            if (placed.Draw is null || placed.Rest is not null) return Placed.Nothing;
            drawn.Add((0, placed.Draw));
            bottom = placed.Height + CaptionGap;
        }
        var header = Row(from == 0 ? parts.Header : parts.RepeatedHeader, width, RowKind.Header);
        drawn.Add((bottom, header.Draw));
        bottom += header.Height;

        var rows = new List<(double Height, double Bottom)>();
        for (var i = from; i < parts.Rows.Count; i++)
        {
            var row = BodyRow(i, width);
            if (!Fits(bottom + row.Height, height)) break;
            drawn.Add((bottom, row.Draw));
            bottom += row.Height;
            rows.Add((row.Height, bottom));
        }

        if (rows.Count == parts.Rows.Count - from) return Fits(bottom, height) ? Placed.Whole(bottom, Drawing(drawn)) : Placed.Nothing;

        // Rows go back to the next page until what stands there is enough.
        var count = rows.Count;
        for (var carried = CarriedHeight(from + count, width); count > 0 && !IsEnough(parts.Rows.Count - from - count, carried); count--) carried += rows[count - 1].Height;
        if (count == 0 || !IsEnough(count, rows.Take(count).Sum(row => row.Height))) return Placed.Nothing;
        drawn.RemoveRange(drawn.Count - (rows.Count - count), rows.Count - count);
        return new Placed(rows[count - 1].Bottom, Drawing(drawn), new TableFlow(parts, null, from + count));
    }

    private static bool IsEnough(int rows, double height) => rows >= RowsKept || height >= HighPart;

    /// <summary>Height of the rows that did not fit; of no more of them than make a part.</summary>
    private double CarriedHeight(int first, double width)
    {
        var height = 0.0;
        for (var i = first; i < parts.Rows.Count && !IsEnough(i - first, height); i++) height += BodyRow(i, width).Height;
        return height;
    }

    private (double Height, DrawAt Draw) BodyRow(int index, double width)
    {
        var (cells, emphasis) = parts.Rows[index];
        return Row(cells, width, index == parts.Rows.Count - 1 && emphasis ? RowKind.Total : emphasis ? RowKind.Emphasis : RowKind.Plain);
    }

    private (double Height, DrawAt Draw) Row(IReadOnlyList<CellText> cells, double width, RowKind kind)
    {
        var share = width / parts.Weights.Sum();
        var lines = cells.Select((cell, c) => cell.Text.Break((parts.Weights[c] * share) - (2 * PaddingX))).ToList();
        var leading = cells[0].Text.Style.Leading;
        var height = (Math.Max(1, lines.Max(cell => cell.Count)) * leading) + (2 * PaddingY);
        return (height, (canvas, x, y) =>
        {
            canvas.MarkArtifact(Artifact.Layout);
            if (kind == RowKind.Header) canvas.Rectangle(x, y, width, height, Colour.Navy, null);
            if (kind is RowKind.Emphasis or RowKind.Total) canvas.Rectangle(x, y, width, height, EmphasisFill, null);
            var left = x;
            for (var c = 0; c < cells.Count; c++)
            {
                var column = parts.Weights[c] * share;
                if (cells[c].Background is { } fill)
                    canvas.Rectangle(left + FillInset, y + FillInset, column - (2 * FillInset), height - (2 * FillInset), fill, null);
                left += column;
            }
            if (kind == RowKind.Total) canvas.Line([new(x, y), new(x + width, y)], StrongRule);
            if (kind != RowKind.Header) canvas.Line([new(x, y + height), new(x + width, y + height)], Rule);
            left = x;
            for (var c = 0; c < cells.Count; c++)
            {
                var column = parts.Weights[c] * share;
                // A filled cell reads as a tile, with its word in the middle; a header cell stands on its column; others begin on the first line.
                var spare = height - (2 * PaddingY) - (lines[c].Count * leading);
                var top = kind == RowKind.Header ? spare : cells[c].Background is null ? 0 : spare / 2;
                cells[c].Text.Draw(canvas, lines[c], left + PaddingX, y + PaddingY + top, column - (2 * PaddingX));
                left += column;
            }
        });
    }

    private static DrawAt Drawing(List<(double Top, DrawAt Draw)> drawn) => (canvas, x, y) =>
    {
        foreach (var (top, draw) in drawn) draw(canvas, x, y + top);
    };

    private enum RowKind
    {
        Header,
        Plain,
        Emphasis,
        Total,
    }
}
