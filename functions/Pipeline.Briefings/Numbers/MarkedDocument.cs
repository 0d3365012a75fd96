using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings.Numbers;

/// <summary>
/// The last pass over a composed document: walks it in reading order, gives the numbers their running numbers, turns marked text into runs and
/// labels that carry them, and takes the marks out of everything else.
/// </summary>
internal sealed class MarkedDocument
{
    private const string Head = "head";

    private readonly List<(int Ticket, List<PrintedPlace> Places)> printed = [];
    private readonly Dictionary<int, int> numbers = [];
    private string section = Head;

    /// <summary>Tickets in the order of their running numbers, with the places where each stands.</summary>
    public IEnumerable<(int Ticket, IReadOnlyList<PrintedPlace> Places)> Printed => printed.Select(number => (number.Ticket, (IReadOnlyList<PrintedPlace>)number.Places));

    /// <summary>The document without marks.</summary>
    public Document Resolve(Document marked) => marked with { Body = [.. marked.Body.Select(Resolve)] };

    private Block Resolve(Block block)
    {
        switch (block)
        {
            case Section part:
                string outer = section;
                section = part.Anchor ?? section;
                Section resolved = part with { Heading = NumberMarks.Without(part.Heading), Content = [.. part.Content.Select(Resolve)] };
                section = outer;
                return resolved;
            case Column column:
                return column with { Content = [.. column.Content.Select(Resolve)] };
            case Row row:
                return row with { Cells = [.. row.Cells.Select(cell => cell with { Content = Resolve(cell.Content) })] };
            case Box box:
                return box with { Content = Resolve(box.Content) };
            case TextBlock text:
                return Text(text, text.Runs is [{ Weight: FontWeight.Bold } title, _, ..] && !NumberMarks.AnyIn(title.Text) ? title.Text : null);
            case BulletList list:
                return list with { Items = [.. list.Items.Select(item => Text(item, null))] };
            case Table table:
                return Table(table);
            case Figure figure:
                return Figure(figure);
            default:
                return block;
        }
    }

    private TextBlock Text(TextBlock text, string? title)
    {
        string all = Plain(text.Runs);
        int at = 0;
        return text with { Runs = Runs(text.Runs, (piece, length) => new PrintedPlace(section, title, null, null, Sentences.Around(all, at + piece, length)), length => at += length) };
    }

    private Table Table(Table table)
    {
        string? title = table.Caption is { } words ? Plain(words.Runs) : null;
        TextBlock? caption = table.Caption is null ? null : Text(table.Caption, title);
        return table with
        {
            Caption = caption,
            Columns = [.. table.Columns.Select(column => column with { Heading = NumberMarks.Without(column.Heading) })],
            Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select((cell, index) => Cell(table, title, row, cell, index))] })],
        };
    }

    private TableCell Cell(Table table, string? title, TableRow row, TableCell cell, int column)
    {
        string heading = string.Join(" | ", row.Cells.Where(one => one.IsRowHeading).Select(one => Plain(one.Runs.Where(run => run.Position == ScriptPosition.Baseline))));
        PrintedPlace place = new(section, title, heading, NumberMarks.Without(table.Columns[column].Heading), null);
        return cell with { Runs = Runs(cell.Runs, (_, _) => place, _ => { }) };
    }

    private Figure Figure(Figure figure)
    {
        string title = Plain(figure.Caption.Runs);
        PrintedPlace place = new(section, title, null, null, null);
        List<Shape> shapes = [.. figure.Drawing.Shapes.Select(shape => shape is Label label ? Label(label, place) : shape)];
        return new Figure(figure.Drawing with { Shapes = shapes }, NumberMarks.Without(figure.AlternativeText), Text(figure.Caption, title));
    }

    /// <summary>A label is one piece of text at one place: it carries the numbers in it.</summary>
    private Label Label(Label label, PrintedPlace place)
    {
        if (!NumberMarks.AnyIn(label.Text)) return label;
        List<int> found = [.. NumberMarks.Pieces(label.Text).Where(piece => piece.Ticket is not null).Select(piece => NumberOf(piece.Ticket!.Value, place))];
        return label with { Text = NumberMarks.Without(label.Text), Numbers = found };
    }

    /// <summary>Runs cut where numbers begin and end.</summary>
    /// <param name="runs">Marked runs.</param>
    /// <param name="place">Place of a number that begins at an offset of its run and has a length.</param>
    /// <param name="passed">Told the printed length of every run.</param>
    private List<Run> Runs(IReadOnlyList<Run> runs, Func<int, int, PrintedPlace> place, Action<int> passed)
    {
        List<Run> resolved = [];
        foreach (Run run in runs)
        {
            if (!NumberMarks.AnyIn(run.Text))
            {
                resolved.Add(run);
                passed(run.Text.Length);
                continue;
            }

            int offset = 0;
            foreach ((string text, int? ticket) in NumberMarks.Pieces(run.Text))
            {
                resolved.Add(run with { Text = text, Number = ticket is { } known ? NumberOf(known, place(offset, text.Length)) : null });
                offset += text.Length;
            }

            passed(offset);
        }

        return resolved;
    }

    private int NumberOf(int ticket, PrintedPlace place)
    {
        if (!numbers.TryGetValue(ticket, out int number))
        {
            printed.Add((ticket, []));
            numbers[ticket] = number = printed.Count;
        }

        if (!printed[number - 1].Places.Contains(place)) printed[number - 1].Places.Add(place);
        return number;
    }

    private static string Plain(IEnumerable<Run> runs) => NumberMarks.Without(string.Concat(runs.Select(run => run.Text)));
}

/// <summary>The sentence around a place in a text.</summary>
internal static class Sentences
{
    private static readonly string[] Ends = ["。", ". "];

    /// <summary>From the end of the sentence before to its own end.</summary>
    public static string Around(string text, int start, int length)
    {
        int from = Ends.Max(end => start == 0 ? 0 : text.LastIndexOf(end, start - 1, StringComparison.Ordinal) is var found and >= 0 ? found + end.Length : 0);
        int to = Ends.Min(end => text.IndexOf(end, start + length, StringComparison.Ordinal) is var found and >= 0 ? found + end.TrimEnd().Length : text.Length);
        return text[from..to].Trim();
    }
}
