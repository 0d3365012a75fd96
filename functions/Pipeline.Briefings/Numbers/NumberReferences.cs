using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers;

/// <summary>Where the numbers of a briefing are looked up.</summary>
/// <param name="Briefing">Identifier of the briefing in the API, for example <c>cobalt.ja</c>.</param>
/// <param name="Vintage">Vintage whose numbers they are.</param>
/// <param name="Api">Public address of the API, or none where it is not known.</param>
/// <param name="Language">Language of the words.</param>
internal sealed record NumberAddresses(string Briefing, string Vintage, Uri? Api, Language Language)
{
    /// <summary>Addresses of the numbers of a briefing.</summary>
    /// <param name="subject">Mineral, or what else the briefing is about.</param>
    /// <param name="context">Vintage and public address.</param>
    /// <param name="language">Language of the briefing.</param>
    public static NumberAddresses Of(string subject, BriefingContext context, Language language) =>
        new($"{subject}.{(language == Language.Japanese ? "ja" : "en")}", context.Vintage, context.Api, language);

    /// <summary>The address of any number, with words in its place, in the vintage of the briefing.</summary>
    public string Pattern => $"{Root}{Path(Words.NumberInAddress.In(Language))}?vintage={Vintage}";

    private string Root => Api?.AbsoluteUri.TrimEnd('/') ?? string.Empty;

    /// <summary>Path of a number, as it is printed.</summary>
    public string Path(string number) => $"/api/v1/briefings/{Briefing}/numbers/{number}";

    /// <summary>Where a click leads, or none: to the number in its own vintage, whichever is current.</summary>
    public string? Link(string number) => Api is null ? null : $"{Root}{Path(number)}?vintage={Uri.EscapeDataString(Vintage)}";
}

/// <summary>
/// Says at every table and figure which numbers stand in it, and at every note which numbers it explains, with the address of the first. Done when
/// the numbers are known, which is after everything else; what it adds are labels.
/// </summary>
internal sealed class NumberReferences(IReadOnlyList<PrintedNumber> numbers, NumberAddresses addresses)
{
    /// <summary>The document with its references.</summary>
    public Document Add(Document document) => document with { Body = [.. document.Body.Select(Add)] };

    private Block Add(Block block) => block switch
    {
        Section part => part with { Content = [.. part.Content.Select(Add)] },
        Column column => column with { Content = [.. column.Content.Select(Add)] },
        Row row when NoteLinks.OfEntry(row) is [var note] => Note(row, note),
        Row row => row with { Cells = [.. row.Cells.Select(cell => cell with { Content = Add(cell.Content) })] },
        Box box => box with { Content = Add(box.Content) },
        Table { Caption: { } caption } table => table with { Caption = Caption(caption, table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Runs).Select(run => run.Number).OfType<int>()) },
        Figure figure => figure with { Caption = Caption(figure.Caption, figure.Drawing.Shapes.OfType<Label>().SelectMany(label => label.Numbers)) },
        _ => block,
    };

    /// <summary>Before the closing bracket of the references.</summary>
    private TextBlock Caption(TextBlock caption, IEnumerable<int> printed)
    {
        SortedSet<int> inside = [.. printed];
        if (inside.Count == 0) return caption;
        Run words = new(Words.ListSeparator.In(addresses.Language) + Named(inside)) { IsLabel = true };
        return caption with { Runs = [.. caption.Runs.SkipLast(1), words, caption.Runs[^1]] };
    }

    private Row Note(Row entry, int note)
    {
        SortedSet<int> explained = [.. numbers.Where(number => number.Notes.Contains(note)).Select(number => number.Number)];
        if (explained.Count == 0 || entry.Cells[1].Content is not TextBlock text) return entry;
        string first = NumberRuns.Text([explained.Min], Words.NumberSeparator, addresses.Language);
        string[] halves = Words.NoteNumbers.In(addresses.Language, Named(explained), "\u0001").Split('\u0001');
        Run[] reference =
        [
            new Run(halves[0]) { IsLabel = true }, new Run(addresses.Path(first), Link: addresses.Link(first)) { IsLabel = true }, new Run(halves[1]) { IsLabel = true },
        ];
        return entry with { Cells = [entry.Cells[0], entry.Cells[1] with { Content = text with { Runs = [.. text.Runs, .. reference] } }] };
    }

    private string Named(SortedSet<int> printed) =>
        (printed.Count == 1 ? Words.NumberNamed : Words.NumbersNamed).In(addresses.Language, NumberRuns.Text([.. printed], Words.NumberSeparator, addresses.Language));
}
