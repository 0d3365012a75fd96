namespace Pipeline.Briefings.Documents;

/// <summary>Anything that takes up height in the text area.</summary>
public abstract record Block;

/// <summary>A numbered part with a heading and its content; headings become bookmarks.</summary>
/// <param name="Heading">Words of the heading, with their number.</param>
/// <param name="Level">1 for a section, 2 for a part of a section.</param>
/// <param name="Anchor">Name by which a link inside the document leads here; unique in the document.</param>
/// <param name="Content">Blocks under the heading, in reading order.</param>
public sealed record Section(string Heading, int Level, string? Anchor, IReadOnlyList<Block> Content) : Block;

/// <summary>Blocks one below another.</summary>
/// <param name="Content">Blocks from top to bottom.</param>
/// <param name="Gap">Space between two blocks, in points.</param>
/// <param name="KeepTogether">True when the whole column moves to the next page rather than being split.</param>
public sealed record Column(IReadOnlyList<Block> Content, double Gap = 0, bool KeepTogether = false) : Block;

/// <summary>Blocks side by side; a row is never split over two pages.</summary>
/// <param name="Cells">Cells from left to right.</param>
/// <param name="Gap">Space between two cells, in points.</param>
public sealed record Row(IReadOnlyList<RowCell> Cells, double Gap = 0) : Block;

/// <summary>One cell of a <see cref="Row"/>.</summary>
/// <param name="Weight">Share of the width relative to the other cells, above 0.</param>
/// <param name="Content">What the cell holds.</param>
public sealed record RowCell(double Weight, Block Content);

/// <summary>A frame around one block; never split.</summary>
/// <param name="Content">What the frame holds.</param>
/// <param name="Padding">Space between the edge and the content, in points.</param>
/// <param name="Background">Fill, or none.</param>
/// <param name="Border">Thin line all round, or none.</param>
/// <param name="Accent">Thick line at the left edge, or none.</param>
public sealed record Box(Block Content, double Padding, Colour? Background = null, Colour? Border = null, Colour? Accent = null) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Runs">Pieces of text that differ in style.</param>
/// <param name="Style">Size, leading and alignment.</param>
public sealed record TextBlock(IReadOnlyList<Run> Runs, TextStyle Style) : Block
{
    /// <summary>Name by which a link inside the document leads to this paragraph, as to a note; unique in the document.</summary>
    public string? Anchor { get; init; }
}

/// <summary>A list with bullets; every item is a paragraph.</summary>
/// <param name="Items">Paragraphs of the list.</param>
public sealed record BulletList(IReadOnlyList<TextBlock> Items) : Block;

/// <summary>A table with one header row, repeated on every page that holds rows of it.</summary>
/// <param name="Columns">Columns from left to right.</param>
/// <param name="Rows">Rows from top to bottom; each has as many cells as there are columns.</param>
/// <param name="Caption">Sentence above the table: what it shows, unit and source note.</param>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows, TextBlock? Caption = null) : Block;

/// <summary>A column of a table.</summary>
/// <param name="Heading">Header cell, with the unit where there is one.</param>
/// <param name="Weight">Share of the width relative to the other columns, above 0.</param>
/// <param name="Alignment">Alignment of header and cells; numbers are aligned to the end.</param>
public sealed record TableColumn(string Heading, double Weight, Alignment Alignment = Alignment.Start);

/// <summary>A row of a table.</summary>
/// <param name="Cells">One cell a column.</param>
/// <param name="Emphasis">True for a total or a row that stands out (bold).</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells, bool Emphasis = false);

/// <summary>A cell of a table.</summary>
/// <param name="Runs">Text of the cell.</param>
/// <param name="Background">Fill, or none; a fill never carries meaning alone, the text says it too.</param>
/// <param name="IsRowHeading">True when the cell names its row, for assistive technology.</param>
public sealed record TableCell(IReadOnlyList<Run> Runs, Colour? Background = null, bool IsRowHeading = false);

/// <summary>A chart with its caption; never split and never parted from its caption.</summary>
/// <param name="Drawing">Shapes of the chart.</param>
/// <param name="AlternativeText">The finding and the values, for those who cannot see the chart.</param>
/// <param name="Caption">Sentence below the chart: what it shows, unit, period and source note.</param>
public sealed record Figure(Drawing Drawing, string AlternativeText, TextBlock Caption) : Block;

/// <summary>Empty height, which takes the place of the usual space or gap between its two neighbours.</summary>
/// <param name="Height">Height in points; left out at the top of a page.</param>
public sealed record Space(double Height) : Block;

/// <summary>The next block starts a page.</summary>
public sealed record PageBreak : Block;
