using System.Text.RegularExpressions;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>What part of a briefing says something.</summary>
public enum SentenceKind
{
    /// <summary>Running text: a sentence, a key point, a note.</summary>
    Text,

    /// <summary>A tile, its lines one after the other.</summary>
    KeyFigure,

    /// <summary>A row of a table, every number after the heading of its column.</summary>
    TableRow,

    /// <summary>The caption of a figure or table.</summary>
    Caption,

    /// <summary>A chart in words: its finding and its values.</summary>
    ChartDescription,
}

/// <summary>One thing that a briefing says.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Section">Name of the section, the same in both languages, or <c>head</c> above the first one.</param>
/// <param name="Title">Title of the note, table or figure it belongs to, or none.</param>
/// <param name="Text">The words as printed, without the marks of notes.</param>
/// <param name="Content">
/// What is said, for comparing: section, title and words without labels (numbers of figures and tables, letters of sources, numbers of notes),
/// so that a shift of labels is no change of content.
/// </param>
public sealed record BriefingSentence(SentenceKind Kind, string Section, string? Title, string Text, string Content);

/// <summary>
/// Lists what a composed briefing says, sentences and printed numbers alike, in reading order and each once. Left out is what a briefing
/// says about itself: headers, footers and the title block. Two briefings of one mineral are compared under one
/// <see cref="BriefingContext"/>, since the note on the vintage names it.
/// </summary>
public sealed partial class BriefingSentences
{
    private const string Head = "head";
    private const string Separator = " | ";

    // Around runs that are labels, so that a paragraph can be cut into sentences before they are taken out.
    private const char LabelStart = '\u0001';
    private const char LabelEnd = '\u0002';

    private readonly List<BriefingSentence> sentences = [];
    private readonly Language language;
    private readonly Regex number;

    private BriefingSentences(Language language)
    {
        this.language = language;
        number = new Regex($"^(?:{NumberOf(Words.FigureCaption)}|{NumberOf(Words.TableCaption)})", RegexOptions.CultureInvariant);
    }

    /// <summary>The sentences of a briefing.</summary>
    public static IReadOnlyList<BriefingSentence> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        BriefingSentences reading = new(document.Language);
        // A box that stands in the body by itself is the title block.
        foreach (Block block in document.Body.Where(block => block is not Box))
        {
            reading.Read(block, Head);
        }

        return [.. reading.sentences.DistinctBy(sentence => sentence.Content, StringComparer.Ordinal)];
    }

    private void Read(Block block, string section)
    {
        switch (block)
        {
            case Section part:
                ReadAll(part.Content, part.Anchor ?? section);
                break;
            case Column column:
                ReadAll(column.Content, section);
                break;
            case Row row:
                // An anchored paragraph beside another cell is the mark in its margin: a label.
                ReadAll(row.Cells.Select(cell => cell.Content).Where(content => row.Cells.Count == 1 || content is not TextBlock { Anchor: not null }), section);
                break;
            case Box box:
                Add(SentenceKind.KeyFigure, section, null, string.Join(Separator, Paragraphs(box.Content).Select(paragraph => Marked(paragraph.Runs))));
                break;
            case TextBlock paragraph:
                ReadParagraph(paragraph, section);
                break;
            case BulletList list:
                foreach (TextBlock item in list.Items) Add(SentenceKind.Text, section, null, Marked(item.Runs));
                break;
            case Table table:
                ReadTable(table, section);
                break;
            case Figure figure:
                Add(SentenceKind.Caption, section, null, Marked(figure.Caption.Runs));
                Add(SentenceKind.ChartDescription, section, TitleOf(figure.Caption), figure.AlternativeText);
                break;
            default:
                break;
        }
    }

    private void ReadAll(IEnumerable<Block> blocks, string section)
    {
        foreach (Block block in blocks) Read(block, section);
    }

    /// <summary>A paragraph that begins with a title is a note: long, and its sentences are of different things. Any other is short and stays whole.</summary>
    private void ReadParagraph(TextBlock paragraph, string section)
    {
        if (paragraph.Runs is not [{ IsTitle: true } title, ..])
        {
            Add(SentenceKind.Text, section, null, Marked(paragraph.Runs));
            return;
        }

        string text = Marked(paragraph.Runs.Skip(1));
        string gap = Words.NoteTitleGap.In(language);
        if (text.StartsWith(gap, StringComparison.Ordinal)) text = text[gap.Length..];
        foreach (string sentence in SentenceEnd().Split(text)) Add(SentenceKind.Text, section, title.Text.Trim(), sentence);
    }

    private void ReadTable(Table table, string section)
    {
        string? title = null;
        if (table.Caption is { } caption)
        {
            Add(SentenceKind.Caption, section, null, Marked(caption.Runs));
            title = TitleOf(caption);
        }

        foreach (TableRow row in table.Rows)
        {
            List<(TableColumn Column, TableCell Cell)> cells = [.. table.Columns.Zip(row.Cells)];
            string heading = string.Join(Separator, cells.Where(pair => pair.Cell.IsRowHeading).Select(pair => Marked(pair.Cell.Runs)));
            string numbers = string.Join(
                Words.ItemSeparator.In(language),
                cells.Where(pair => !pair.Cell.IsRowHeading && pair.Cell.Runs.Any(run => run.Text.Length > 0)).Select(pair => pair.Column.Heading + " " + Marked(pair.Cell.Runs)));
            Add(SentenceKind.TableRow, section, title, heading.Length == 0 ? numbers : heading + Words.Colon.In(language) + numbers);
        }
    }

    /// <summary>A caption without its number and its references.</summary>
    private string TitleOf(TextBlock caption)
    {
        // A printed figure in the words of a caption cuts them into several runs.
        int end = 1;
        while (end < caption.Runs.Count && (caption.Runs[end].Number ?? caption.Runs[end - 1].Number) is not null) end++;
        return number.Replace(string.Concat(caption.Runs.Take(end).Select(run => run.Text)), string.Empty);
    }

    private void Add(SentenceKind kind, string section, string? title, string marked)
    {
        string text = marked.Replace(LabelStart.ToString(), string.Empty, StringComparison.Ordinal).Replace(LabelEnd.ToString(), string.Empty, StringComparison.Ordinal).Trim();
        if (text.Length == 0) return;
        string said = number.Replace(Label().Replace(marked, string.Empty).Trim(), string.Empty);
        sentences.Add(new BriefingSentence(kind, section, title, text, string.Join('\n', kind, section, title, said)));
    }

    private static IEnumerable<TextBlock> Paragraphs(Block block) => block switch
    {
        TextBlock paragraph => [paragraph],
        Column column => column.Content.SelectMany(Paragraphs),
        Row row => row.Cells.SelectMany(cell => Paragraphs(cell.Content)),
        Box box => Paragraphs(box.Content),
        _ => [],
    };

    /// <summary>Words without the marks of notes; links to places in the document are labels.</summary>
    private static string Marked(IEnumerable<Run> runs) => string.Concat(runs.Where(run => run.Position != ScriptPosition.Superscript && !run.IsLabel)
        .Select(run => run.Link is { } link && link.StartsWith('#') ? LabelStart + run.Text + LabelEnd : run.Text));

    /// <summary>Pattern of what stands before the words of a caption.</summary>
    private string NumberOf(Phrase caption)
    {
        string[] parts = caption.In(language, "\u0001", "\u0002").Split('\u0001', '\u0002');
        return Regex.Escape(parts[0]) + "[0-9]+" + Regex.Escape(parts[1]);
    }

    /// <summary>End of a sentence; a full stop after a single letter is one of an abbreviation such as U.S.</summary>
    [GeneratedRegex(@"(?<=。)(?![」）])|(?<=[^.]{2}\.) (?=[\p{Lu}“])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("\u0001[^\u0002]*\u0002")]
    private static partial Regex Label();
}
