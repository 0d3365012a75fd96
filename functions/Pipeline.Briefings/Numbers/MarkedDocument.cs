using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings.Numbers;

/// <summary>
/// The last pass over a composed document: walks it in reading order, gives the numbers their running numbers, turns marked text into runs and
/// labels that carry them, and takes the marks out of everything else.
/// </summary>
internal sealed class MarkedDocument
{
    private const string Head = "head";

    private readonly List<PrintedTicket> printed = [];
    private readonly Dictionary<int, int> numbers = [];
    private string section = Head;
    private IReadOnlyList<int> notes = [];

    /// <summary>Tickets in the order of their running numbers.</summary>
    public IReadOnlyList<PrintedTicket> Printed => printed;

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
                return Under(NoteLinks.OfEntry(row), () => row with { Cells = [.. row.Cells.Select(cell => cell with { Content = Resolve(cell.Content) })] });
            case Box box:
                return Under(NoteLinks.Within(box), () => box with { Content = Resolve(box.Content) });
            case TextBlock text:
                return Text(text, text.Runs is [{ IsTitle: true } title, ..] ? title.Text : null);
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

    /// <summary>What stands below something explained by notes is explained by them, unless it names notes of its own.</summary>
    private T Under<T>(IReadOnlyList<int> explaining, Func<T> resolve)
    {
        IReadOnlyList<int> outer = notes;
        if (explaining.Count > 0) notes = explaining;
        T resolved = resolve();
        notes = outer;
        return resolved;
    }

    private TextBlock Text(TextBlock text, string? title) => Under(NoteLinks.In(text.Runs), () => Sentence(text, title));

    private TextBlock Sentence(TextBlock text, string? title)
    {
        string all = Plain(text.Runs);
        int at = 0;
        return text with { Runs = Runs(text.Runs, (piece, length) => new PrintedPlace(section, title, null, null, Sentences.Around(all, at + piece, length)), length => at += length) };
    }

    private Table Table(Table table) => Under(NoteLinks.In(table.Caption?.Runs ?? []), () => Lines(table));

    private Table Lines(Table table)
    {
        string? title = table.Caption is { } words ? Plain(words.Runs) : null;
        TextBlock? caption = table.Caption is null ? null : Text(table.Caption, title);
        return table with
        {
            Caption = caption,
            Columns = [.. table.Columns.Select(column => column with { Heading = NumberMarks.Without(column.Heading) })],
            Rows = [.. table.Rows.Select(row => Under(
                NoteLinks.In(row.Cells.SelectMany(cell => cell.Runs)), () => row with { Cells = [.. row.Cells.Select((cell, index) => Cell(table, title, row, cell, index))] }))],
        };
    }

    private TableCell Cell(Table table, string? title, TableRow row, TableCell cell, int column)
    {
        string heading = string.Join(" | ", row.Cells.Where(one => one.IsRowHeading).Select(one => Plain(one.Runs.Where(run => run.Position == ScriptPosition.Baseline))));
        PrintedPlace place = new(section, title, heading, NumberMarks.Without(table.Columns[column].Heading), null);
        return cell with { Runs = Runs(cell.Runs, (_, _) => place, _ => { }) };
    }

    private Figure Figure(Figure figure) => Under(NoteLinks.In(figure.Caption.Runs), () => Drawn(figure));

    private Figure Drawn(Figure figure)
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
            printed.Add(new PrintedTicket(ticket));
            numbers[ticket] = number = printed.Count;
        }

        printed[number - 1].Add(place, notes);
        return number;
    }

    private static string Plain(IEnumerable<Run> runs) => NumberMarks.Without(string.Concat(runs.Select(run => run.Text)));
}

/// <summary>A number in the order of reading: what it is known by, and where it stands.</summary>
/// <param name="Ticket">What it was known by.</param>
internal sealed record PrintedTicket(int Ticket)
{
    private readonly List<PrintedPlace> places = [];
    private readonly SortedSet<int> notes = [];

    /// <summary>Places in reading order, each once.</summary>
    public IReadOnlyList<PrintedPlace> Places => places;

    /// <summary>Numbers of the notes that explain it at any of its places.</summary>
    public IReadOnlyList<int> Notes => [.. notes];

    /// <summary>It stands at a place.</summary>
    public void Add(PrintedPlace place, IEnumerable<int> explaining)
    {
        if (!places.Contains(place)) places.Add(place);
        notes.UnionWith(explaining);
    }
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
