using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings;

/// <summary>
/// Gives the columns of a table the widths their cells need in the language at hand, so that no number and no status is broken into two
/// lines. What is left over is spread evenly; what is lacking is taken from the columns of text, the widest first, and then from columns of
/// numbers in which words stand, but never so much that a word is cut.
/// </summary>
internal static class TableFit
{
    private const double Padding = 10.5;
    private const double Raised = 0.66;
    private const double Narrowest = 44;
    private const int RowsKeptTogether = 12;

    /// <summary>Fewer rows than this read better as a list.</summary>
    private const int FewestRows = 3;

    /// <summary>True when rows are too few for a table.</summary>
    public static bool IsList(int rows) => rows < FewestRows;

    /// <summary>
    /// Rows with their caption: a fitted table that stays whole where it is short, or a list of the same cells, each after the heading of its column, where
    /// the rows are too few for a table.
    /// </summary>
    public static Block Laid(
        BriefingParts briefing, IReadOnlyList<TableColumn> columns, IReadOnlyList<TableRow> rows, string caption, Proof proof, params IReadOnlyList<string> notes)
    {
        if (!IsList(rows.Count)) return new Table(columns, rows, briefing.TableCaption(caption, proof, notes)).FittedTo(BriefingParts.TextWidth, briefing).Whole();
        BulletList list = new([.. rows.Select(row => new TextBlock([.. row.Cells.SelectMany((cell, index) => Item(briefing, columns[index], cell, index))], TextStyle.Body))]);
        return BriefingParts.Together(briefing.ListCaption(caption, proof, notes), list);
    }

    /// <summary>The same table with fitted columns.</summary>
    /// <param name="table">Table; the weights of its columns are replaced.</param>
    /// <param name="width">Width it will have, in points.</param>
    /// <param name="briefing">Measure of texts.</param>
    public static Table FittedTo(this Table table, double width, BriefingParts briefing)
    {
        double[] needed = [.. table.Columns.Select((column, index) => Padding + table.Rows
            .Select(row => Width(row.Cells[index].Runs, row.Emphasis, briefing))
            .Append(Heading(column.Heading, column.Alignment, briefing)).Max())];
        double[] floors = [.. table.Columns.Select((column, index) => Math.Max(Narrowest, Padding + table.Rows
            .Select(row => Floor(row.Cells[index].Runs, row.Emphasis, column.Alignment, briefing))
            .Append(Floor([new Run(column.Heading, FontWeight.Bold)], true, Alignment.Start, briefing)).Max()))];
        foreach (Alignment alignment in (Alignment[])[Alignment.Start, Alignment.End])
        {
            for (double lack = needed.Sum() - width; lack > 0.01;)
            {
                int widest = Enumerable.Range(0, needed.Length).Where(index => table.Columns[index].Alignment == alignment && needed[index] > floors[index])
                    .OrderByDescending(index => needed[index]).ThenBy(index => index).FirstOrDefault(-1);
                if (widest < 0) break;
                double cut = Math.Min(Math.Min(lack, 4), needed[widest] - floors[widest]);
                needed[widest] -= cut;
                lack -= cut;
            }
        }

        double spare = Math.Max(0, width - needed.Sum()) / needed.Length;
        return table with { Columns = [.. table.Columns.Select((column, index) => column with { Weight = needed[index] + spare })] };
    }

    /// <summary>A short table moves to the next page as a whole; a long one is divided.</summary>
    public static Block Whole(this Table table) => table.Rows.Count <= RowsKeptTogether ? BriefingParts.Together(table) : table;

    /// <summary>The heading of the row, or a cell after the name of its column.</summary>
    private static IEnumerable<Run> Item(BriefingParts briefing, TableColumn column, TableCell cell, int index) => index == 0
        ? cell.Runs
        : [new Run(briefing.Say(index == 1 ? Words.Colon : Words.ItemSeparator) + briefing.Say(Words.NamedCell, column.Heading, string.Empty)), .. cell.Runs];

    /// <summary>Width of a cell's text. Digits of tables are set equally wide, so the narrow 1 is measured as a 0.</summary>
    private static double Width(IReadOnlyList<Run> runs, bool emphasis, BriefingParts briefing) => runs.Sum(run => briefing.Context.Measure(
        string.Concat(run.Text.Select(character => char.IsAsciiDigit(character) ? '0' : character)),
        TextStyle.TableCell.Size * (run.Position == ScriptPosition.Baseline ? 1 : Raised),
        emphasis ? FontWeight.Bold : run.Weight));

    /// <summary>The width below which a cell's text would be cut: that of its longest word, or of all of it where it holds numbers that belong on one line. Japanese breaks anywhere.</summary>
    private static double Floor(IReadOnlyList<Run> runs, bool emphasis, Alignment alignment, BriefingParts briefing)
    {
        string text = string.Concat(runs.Select(run => run.Text));
        if (alignment != Alignment.Start && text.Any(char.IsAsciiDigit)) return Width(runs, emphasis, briefing);
        return runs.SelectMany(run => run.Text.Split(' ').Where(word => !word.Any(character => character >= '\u2E80')).Select(word => Width([run with { Text = word }], emphasis, briefing)))
            .DefaultIfEmpty(0).Max();
    }

    /// <summary>A heading of numbers may take two lines, broken at its bracket or a space; one of words stays whole.</summary>
    private static double Heading(string heading, Alignment alignment, BriefingParts briefing)
    {
        double whole = briefing.Context.Measure(heading, TextStyle.TableCell.Size, FontWeight.Bold);
        if (alignment != Alignment.End) return whole;
        double longest = heading.Replace("（", " （", StringComparison.Ordinal).Split(' ')
            .Max(word => briefing.Context.Measure(word, TextStyle.TableCell.Size, FontWeight.Bold));
        return Math.Max(longest, whole * 0.62);
    }
}
