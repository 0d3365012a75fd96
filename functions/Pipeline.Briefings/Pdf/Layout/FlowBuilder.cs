using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Text;
using Pipeline.Briefings.Pdf.Writer;

namespace Pipeline.Briefings.Pdf.Layout;

/// <summary>Turns the tree of blocks into flows, and gives each the structure element that it will join when it is drawn.</summary>
internal sealed class FlowBuilder(PdfFile file)
{
    private const double BulletIndent = 14, BulletGap = 3;

    /// <summary>The body of a document as one flow.</summary>
    public ColumnFlow Body(IReadOnlyList<Block> blocks) => Stack(null, blocks, file.Root, gap: null, [], together: false);

    /// <summary>Blocks one below another.</summary>
    /// <param name="section">Heading of the section they stand in.</param>
    /// <param name="blocks">Blocks.</param>
    /// <param name="parent">Structure element they belong to.</param>
    /// <param name="gap">Space between two blocks, or none for the usual space of each kind.</param>
    /// <param name="before">Flows that stand above them.</param>
    /// <param name="together">True when all of it moves as a whole.</param>
    private ColumnFlow Stack(
        string? section, IReadOnlyList<Block> blocks, StructNode parent, double? gap, IReadOnlyList<ColumnItem> before, bool together)
    {
        var items = new List<ColumnItem>(before);
        double? space = null;
        var starts = false;
        Block? previous = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block is PageBreak)
            {
                starts = true;
                continue;
            }
            if (block is Space empty)
            {
                space = (space ?? 0) + empty.Height;
                continue;
            }
            var usual = before.Count > 0 && previous is null ? Spacing.AfterHeading : Spacing.Between(previous, block);
            var above = space ?? (block is Section ? Math.Max(gap ?? 0, Spacing.Between(previous, block)) : gap ?? usual);
            // A break before the first block has been made by whatever holds the column: a heading is not left behind.
            var breaks = previous is not null && (starts || Spacing.StartsPage(block));
            // A sentence that leads to a list goes with its first item.
            var flow = block is TextBlock lead && blocks.ElementAtOrDefault(i + 1) is BulletList ? Text(lead, parent.Child("P"), leads: true) : Build(section, block, parent);
            items.Add(new ColumnItem(flow, above, breaks));
            (space, starts, previous) = (null, false, block);
        }
        return new ColumnFlow(section, items, together);
    }

    private Flow Build(string? section, Block block, StructNode parent) => block switch
    {
        Section part => Section(part, parent),
        Column column => Stack(section, column.Content, parent, column.Gap, [], column.KeepTogether),
        Row row => new RowFlow([.. row.Cells.Select(cell => (cell.Weight, Build(section, cell.Content, parent)))], row.Gap),
        Box box => new BoxFlow(box, Build(section, box.Content, parent)),
        TextBlock text => Text(text, parent.Child("P")),
        BulletList list => List(list, parent),
        Table table => Table(table, parent),
        Figure figure => Figure(figure, parent),
        Space or PageBreak => new ColumnFlow(section, []),
        _ => throw new NotSupportedException($"No layout of the block {block.GetType().Name}."),
    };

    private TextFlow Text(TextBlock text, StructNode node, bool leads = false) => new(new Paragraph(file, text.Runs, text.Style, node), text.Anchor, leads);

    private ColumnFlow Section(Section section, StructNode parent)
    {
        var node = parent.Child("Sect");
        var heading = new HeadingFlow(file, section, node.Child(section.Level == 1 ? "H1" : "H2"));
        return Stack(section.Heading, section.Content, node, gap: null, [new ColumnItem(heading, 0)], together: false);
    }

    private ColumnFlow List(BulletList list, StructNode parent)
    {
        var node = parent.Child("L", "/A << /O /List /ListNumbering /Disc >>");
        var items = list.Items.Select(item =>
        {
            var (entry, style) = (node.Child("LI"), item.Style);
            // The bullet of the face is small; it grows around the middle of the line.
            var mark = style with { Size = style.Size * 1.6, Colour = Colour.Navy, Alignment = Alignment.Centre };
            var bullet = new Paragraph(file, [new Run("•")], mark, entry.Child("Lbl"));
            return new ColumnItem(new BulletFlow(bullet, Text(item, entry.Child("LBody")), BulletIndent), BulletGap);
        });
        return new ColumnFlow(null, [.. items]);
    }

    private FigureFlow Figure(Figure figure, StructNode parent)
    {
        var node = parent.Child("Figure", $"/Alt {PdfSyntax.Text(figure.AlternativeText)}");
        var caption = new Paragraph(file, figure.Caption.Runs, figure.Caption.Style, parent.Child("Caption"));
        return new FigureFlow(file, figure.Drawing, node, new TextFlow(caption), $"figure \"{caption.Beginning}\"");
    }

    private TableFlow Table(Table table, StructNode parent)
    {
        var node = parent.Child("Table");
        var caption = table.Caption is null ? null : new Paragraph(file, table.Caption.Runs, table.Caption.Style, node.Child("Caption"));
        var name = caption is null ? $"table with the column \"{table.Columns[0].Heading}\"" : $"table \"{caption.Beginning}\"";
        var headerRow = node.Child("TR");
        var rows = table.Rows.Select((row, r) => row.Cells.Count == table.Columns.Count
            ? Row(row, table.Columns, node.Child("TR"))
            : throw new ArgumentException($"Row {r + 1} of {name} has {row.Cells.Count} cells, the table {table.Columns.Count} columns.", nameof(table)));
        var parts = new TableParts(
            name,
            [.. table.Columns.Select(column => column.Weight)],
            [.. table.Columns.Select(column => Header(column, headerRow.Child("TH", "/A << /O /Table /Scope /Column >>")))],
            [.. table.Columns.Select(column => Header(column, null))],
            [.. rows]);
        return new TableFlow(parts, caption is null ? null : new TextFlow(caption));
    }

    private CellText Header(TableColumn column, StructNode? node) => new(
        new Paragraph(
            file,
            [new Run(column.Heading)],
            TextStyle.TableCell with { Colour = Colour.White, Weight = FontWeight.Bold, Alignment = column.Alignment },
            node,
            words: true),
        null);

    private (IReadOnlyList<CellText> Cells, bool Emphasis) Row(TableRow row, IReadOnlyList<TableColumn> columns, StructNode node)
    {
        var style = TextStyle.TableCell with { Weight = row.Emphasis ? FontWeight.Bold : FontWeight.Regular };
        var cells = row.Cells.Select((cell, c) => new CellText(
            new Paragraph(
                file,
                cell.Runs,
                style with { Alignment = columns[c].Alignment },
                cell.IsRowHeading ? node.Child("TH", "/A << /O /Table /Scope /Row >>") : node.Child("TD"),
                columns[c].Alignment == Alignment.End ? Digits.Tabular : Digits.Proportional),
            cell.Background));
        return ([.. cells], row.Emphasis);
    }
}
