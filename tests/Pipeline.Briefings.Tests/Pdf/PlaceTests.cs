using FsCheck;
using FsCheck.Fluent;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Layout;
using Pipeline.Briefings.Pdf.Writer;

namespace Pipeline.Briefings.Tests.Pdf;

public class PlaceTests
{
    private const double Width = 200;

    [Fact]
    public void A_paragraph_keeps_two_lines_on_either_side_of_a_page_break()
    {
        var four = Lines(4);
        Assert.Null(four.Place(Width, 19.9).Draw);
        Assert.Equal((20.0, 2), Split(four, 20));
        Assert.Equal((20.0, 2), Split(four, 39.9));
        Assert.Equal((40.0, 0), Split(four, 40));
        Assert.Null(Lines(3).Place(Width, 29.9).Draw);
        Assert.Equal((30.0, 3), Split(Lines(6), 39.9));
    }

    [Fact]
    public void A_heading_goes_to_the_next_page_with_its_block()
    {
        var column = new ColumnFlow(null, [Item("text", 50), Item("heading", 20, keeps: true), Item("figure", 60)]);
        Assert.Equal([["text"], ["heading", "figure"]], Pages(column, 100));
    }

    [Fact]
    public void A_sentence_that_leads_to_a_list_goes_with_its_first_item()
    {
        var list = new BulletList([Samples.Paragraph(new Run("一")), Samples.Paragraph(new Run("二"))]);
        Block[] Blocks(double above) => [new Figure(new Drawing(10, above, []), "空き", new TextBlock([new Run("図")], TextStyle.Caption)), Samples.Paragraph(new Run("次のとおり。")), list];
        // A caption takes 5 + 11.4 points, the sentence 10 + 14.7, an item 5 + 14.7: with 600 points above all but the second item fit into 660.8.
        Assert.Equal([660.8], Heights(new FlowBuilder(NewFile()).Body(Blocks(600)), 660.8).Take(1).Select(height => Math.Round(height, 1)));
        Assert.Equal([616.4], Heights(new FlowBuilder(NewFile()).Body(Blocks(600)), 660.7).Take(1).Select(height => Math.Round(height, 1)));
    }

    [Fact]
    public void Two_headings_move_together()
    {
        var part = new ColumnFlow("1.1", [Item("1.1", 10, keeps: true), Item("figure", 60)]);
        var column = new ColumnFlow(null, [Item("text", 50), new ColumnItem(new ColumnFlow("1", [Item("1", 10, keeps: true), new ColumnItem(part, 5)]), 5)]);
        Assert.Equal([["text"], ["1", "1.1", "figure"]], Pages(column, 100));
    }

    [Fact]
    public void A_column_kept_together_moves_as_a_whole()
    {
        var together = new ColumnFlow(null, [Item("b", 30), Item("c", 30)], together: true);
        Assert.Equal([["a"], ["b", "c"]], Pages(new ColumnFlow(null, [Item("a", 50), new ColumnItem(together, 0)]), 100));
    }

    [Fact]
    public void Space_above_a_block_is_left_out_at_the_top_of_a_page()
    {
        var column = new ColumnFlow(null, [Item("a", 90, before: 40), Item("b", 100, before: 40)]);
        Assert.Equal([["a"], ["b"]], Pages(column, 100));
    }

    [Fact]
    public void A_block_that_starts_a_page_does_so_but_leaves_no_empty_page()
    {
        var column = new ColumnFlow(null, [Item("a", 10, starts: true), Item("b", 10, starts: true), Item("c", 10)]);
        Assert.Equal([["a"], ["b", "c"]], Pages(column, 100));
    }

    [Fact]
    public void The_cells_of_a_row_are_never_split()
    {
        var row = new RowFlow([(1, Lines(4, 9)), (1, Lines(2, 9))], 10);
        Assert.Null(row.Place(Width, 39.9).Draw);
        Assert.Equal(40, row.Place(Width, 40).Height);
    }

    [Fact]
    public void A_box_is_never_split_and_counts_its_padding()
    {
        var box = new BoxFlow(new Box(new Space(0), 8), Lines(4, 18));
        Assert.Null(box.Place(Width, 55.9).Draw);
        Assert.Equal(56, box.Place(Width, 56).Height);
    }

    [Theory]
    [InlineData(13, 5, new[] { 5, 5, 3 })]
    [InlineData(12, 5, new[] { 5, 4, 3 })]
    [InlineData(6, 5, new[] { 3, 3 })]
    [InlineData(5, 5, new[] { 5 })]
    [InlineData(8, 7, new[] { 5, 3 })]
    public void A_table_repeats_its_header_and_leaves_three_rows_on_either_side_of_a_page_break(int rows, int rowsAPage, int[] expected)
    {
        // A row of one line is 11.5 + 2 x 2.6 points high, and so is the header.
        var pages = Heights(Table(rows), (rowsAPage + 1) * 16.7);
        Assert.Equal(expected, pages.Select(height => (int)Math.Round(height / 16.7) - 1));
    }

    [Fact]
    public void Rest_and_placed_are_the_whole_for_any_height_of_a_page() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 30).ArrayOf().Where(heights => heights.Length > 0).ToArbitrary(),
        Gen.Choose(0, 724).ToArbitrary(),
        (heights, page) =>
        {
            var names = heights.Select((height, i) => $"{i}:{height}").ToList();
            var column = new ColumnFlow(null, [.. heights.Select((height, i) => Item(names[i], height, keeps: height % 7 == 0 && height > 0, before: height % 5, starts: height == 13))]);
            var (pages, stuck) = Paginate(column, page);
            var placed = pages.SelectMany(p => p).ToList();
            // Either all of it is placed in order, or the first thing left is a block that an empty page does not hold.
            return stuck ? names.Take(placed.Count).SequenceEqual(placed) && placed.Count < names.Count : names.SequenceEqual(placed);
        }));

    [Fact]
    public void The_lines_of_a_paragraph_are_all_placed_once_for_any_height_of_a_page() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(1, 60).ToArbitrary(),
        Gen.Choose(0, 724).ToArbitrary(),
        (count, page) =>
        {
            var heights = Heights(Lines(count), page).ToList();
            // Three lines hold every remainder that keeps two lines on either side.
            return page >= 30 ? Math.Abs(heights.Sum() - (10 * count)) < 0.001 : heights.Sum() <= 10 * count;
        }));

    [Fact]
    public void The_rows_of_a_table_are_all_placed_once_for_any_height_of_a_page() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 60).ToArbitrary(),
        Gen.Choose(0, 724).ToArbitrary(),
        (count, page) =>
        {
            var rows = Heights(Table(count), page).Sum(height => (int)Math.Round(height / 16.7) - 1);
            // A page with room for the header and five rows holds every remainder that keeps three rows on either side.
            return page >= 6 * 16.7 ? rows == count : rows <= count;
        }));

    [Fact]
    public void A_table_of_five_rows_moves_as_a_whole_unless_its_rows_are_high()
    {
        Assert.Null(Table(5).Place(Width, (6 * 16.7) - 0.1).Draw);
        // Rows of 15 lines are 15 x 11.5 + 5.2 = 177.7 points high: two of them fill a third of the page, one does not.
        Assert.Equal([3, 3], RowsAPage(Table(6, linesARow: 15), 3.9));
        Assert.Equal([3, 2], RowsAPage(Table(5, linesARow: 15), 3.9));
        Assert.Equal([2, 2], RowsAPage(Table(4, linesARow: 15), 3.9));

        static IEnumerable<int> RowsAPage(TableFlow table, double rows) => Heights(table, 16.7 + (rows * 177.7)).Select(height => (int)Math.Round((height - 16.7) / 177.7));
    }

    [Fact]
    public void A_column_kept_together_is_divided_where_moving_it_would_leave_more_than_a_third_of_the_page_empty()
    {
        var together = new ColumnFlow(null, [Item("b", 100), Item("c", 300)], together: true);
        ColumnItem[] items(double above) => [Item("a", above), new ColumnItem(together, 0)];
        Assert.Equal([["a"], ["b", "c"]], Pages(new ColumnFlow(null, items(724 - 241.3)), 724));
        Assert.Equal([["a", "b"], ["c"]], Pages(new ColumnFlow(null, items(724 - 241.4)), 724));
    }

    [Fact]
    public void The_page_before_the_last_gives_some_of_its_own_where_only_a_few_lines_would_be_left()
    {
        // A sixth of a page is 120.7 points. 69 stand on the last page and 51.7 are lacking, so two blocks of 51 go over; with 70 it is one.
        ColumnItem[] blocks = [.. Enumerable.Range(1, 14).Select(i => Item($"{i}", 51))];
        Assert.Equal((12, 3), Last([.. blocks, Item("last", 69)]));
        Assert.Equal((13, 2), Last([.. blocks, Item("last", 70)]));
        Assert.Equal((14, 1), Last([.. blocks, Item("last", 121)]));
        // Nothing is taken from a block that cannot be divided, nor so much that the page before has less than half.
        Assert.Equal((2, 1), Last([Item("a", 300), Item("b", 400), Item("last", 25)]));
    }

    private static (int Before, int Last) Last(IReadOnlyList<ColumnItem> items)
    {
        var canvas = NewFile().AddPage();
        var pages = Pagination.Of(new ColumnFlow(null, items)).Select(draw =>
        {
            Stub.Drawn = [];
            draw(canvas, 0, 0);
            return Stub.Drawn.Count;
        }).ToList();
        Assert.Equal(2, pages.Count);
        return (pages[0], pages[1]);
    }

    private static (double Height, int Left) Split(TextFlow flow, double height)
    {
        var placed = flow.Place(Width, height);
        return (placed.Height, placed.Rest is null ? 0 : (int)Math.Round(placed.Rest.Place(Width, 1000).Height / 10));
    }

    private static TextFlow Lines(int count, int charactersALine = 20) => new(new Paragraph(
        NewFile(), [new Run(new string('鉱', charactersALine * count))], new TextStyle(10, 10, Colour.Ink), null));

    private static TableFlow Table(int rows, int linesARow = 1)
    {
        // A line of a cell is 100 - 2 x 5 points wide and holds eleven characters of 8 points.
        var text = new string('鉱', (11 * (linesARow - 1)) + 1);
        var file = NewFile();
        var style = TextStyle.TableCell;
        CellText Cell(string text) => new(new Paragraph(file, [new Run(text)], style, null), null);
        var parts = new TableParts("table", [1, 1], [Cell("a"), Cell("b")], [Cell("a"), Cell("b")], [.. Enumerable.Range(0, rows).Select(row => ((IReadOnlyList<CellText>)[Cell($"{row}"), Cell(text)], false))]);
        return new TableFlow(parts, null);
    }

    private static IEnumerable<double> Heights(Flow flow, double page)
    {
        for (Flow? rest = flow; rest is not null;)
        {
            var placed = rest.Place(Width, page);
            if (placed.Draw is null) yield break;
            yield return placed.Height;
            rest = placed.Rest;
        }
    }

    private static List<List<string>> Pages(Flow flow, double height)
    {
        var (pages, stuck) = Paginate(flow, height);
        Assert.False(stuck);
        return pages;
    }

    /// <summary>Places a flow page by page and draws it; stops where an empty page does not hold the next block.</summary>
    private static (List<List<string>> Pages, bool Stuck) Paginate(Flow flow, double height)
    {
        var pages = new List<List<string>>();
        var canvas = NewFile().AddPage();
        for (Flow? rest = flow; rest is not null;)
        {
            Assert.True(pages.Count <= 1000, "The flow does not end.");
            var placed = rest.Place(Width, height);
            if (placed.Draw is null) return (pages, true);
            Assert.True(placed.Height <= height + 0.001);
            Stub.Drawn = [];
            placed.Draw(canvas, 0, 0);
            pages.Add(Stub.Drawn);
            rest = placed.Rest;
        }
        return (pages, false);
    }

    private static PdfFile NewFile() => new(Samples.Fonts, PageFrame.PageWidth, PageFrame.PageHeight);

    private static ColumnItem Item(string name, double height, bool keeps = false, double before = 0, bool starts = false) =>
        new(new Stub(name, height, keeps), before, starts);

    /// <summary>A block of fixed height that notes when it is drawn.</summary>
    private sealed class Stub(string name, double height, bool keeps) : Flow
    {
        [ThreadStatic]
        private static List<string>? drawn;

        public static List<string> Drawn
        {
            get => drawn ?? [];
            set => drawn = value;
        }

        public override string Name => name;

        public override bool KeepsWithNext => keeps;

        public override Placed Place(double width, double room) => Fits(height, room) ? Placed.Whole(height, (_, _, _) => Drawn.Add(name)) : Placed.Nothing;
    }
}
