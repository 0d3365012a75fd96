using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// What every briefing in the making has, whether it is about one mineral or about all: the words, the sources, the notes, the printed numbers,
/// and the running numbers of figures and tables.
/// </summary>
internal abstract class BriefingParts
{
    /// <summary>Width of the text area in points; charts are drawn to fit it.</summary>
    public const double TextWidth = 493;

    /// <summary>Width of one of two columns, in points.</summary>
    public const double HalfWidth = (TextWidth - Gutter) / 2;

    /// <summary>Space between two things side by side, in points.</summary>
    public const double Gutter = 13;

    private int figures;
    private int tables;

    protected BriefingParts(BriefingContext context, Language language, FigureResolver figures, SourceList sources)
    {
        (Context, Language) = (context with { Measure = NumberMarks.Ignoring(context.Measure) }, language);
        (Numbers, Sources) = (new NumberBook(figures), sources);
        Charts = new ChartContext(language, Context.Measure);
    }

    public BriefingContext Context { get; }

    public Language Language { get; }

    public SourceList Sources { get; }

    public abstract NoteBook Notes { get; }

    /// <summary>What its own figures are of: a mineral, or all of them.</summary>
    public abstract string Subject { get; }

    public ChartContext Charts { get; protected init; }

    /// <summary>Numbers that the briefing prints.</summary>
    public NumberBook Numbers { get; }

    /// <summary>Words of a phrase in the briefing's language.</summary>
    public string Say(Phrase phrase, params ReadOnlySpan<object?> arguments) => phrase.In(Language, arguments);

    /// <summary>A figure of any mineral or vintage that the briefing knows, as printed, looked up through its address; it carries its running number through any words it is filled into.</summary>
    /// <param name="address">Where the figure stands.</param>
    /// <param name="format">Rounds and words the value, as the functions of <see cref="DisplayNumber"/> do.</param>
    /// <exception cref="FigureAddressException">The address leads nowhere.</exception>
    /// <exception cref="MissingEvidenceException">The figure has no evidence.</exception>
    public string Number(FigureAddress address, Func<double, string> format) => Numbers.Print(address, format);

    /// <summary>A figure that the words or the drawing around it know already; what they know must be what the address leads to.</summary>
    /// <exception cref="FigureAddressException">The address leads nowhere, or to another value.</exception>
    public string Write(FigureAddress address, double value, Func<double, string> format)
    {
        double found = Numbers.Find(address).Value;
        return format(found) == format(value) ? Numbers.Print(address, format) : throw new FigureAddressException(new Fault(
            "briefing of " + address.Mineral, address.Text, format(value), format(found), "name the figure that is shown"));
    }

    /// <summary>Name of an indicator.</summary>
    public string Name(string indicator) => Vocabulary.Word(Term.Indicator, indicator, Language);

    /// <summary>A paragraph with the marks of its notes at the end.</summary>
    public TextBlock Paragraph(string text, params IEnumerable<string> notes) => new([new Run(text), .. Marks(notes)], TextStyle.Body);

    /// <summary>Marks of notes, one after the other.</summary>
    public IEnumerable<Run> Marks(IEnumerable<string> notes) => notes.SelectMany((note, index) =>
        index == 0 ? [Notes.Mark(note)] : new[] { Run.Superscript(Say(Words.MarkSeparator)), Notes.Mark(note) });

    /// <summary>Blocks that stay on one page, as a sentence and the chart it introduces.</summary>
    public static Column Together(params IReadOnlyList<Block> blocks) => new(blocks, 8, KeepTogether: true);

    /// <summary>Sentences one after the other.</summary>
    public string Join(params IEnumerable<string> sentences) => string.Join(Say(Words.SentenceGap), sentences.Where(sentence => sentence.Length > 0));

    /// <summary>A word as it stands inside a sentence: English words of the vocabulary begin small there, but for abbreviations.</summary>
    public string Within(string word) => Within(word, Language);

    /// <inheritdoc cref="Within(string)"/>
    public static string Within(string word, Language language) => language == Language.English && word.Length > 1 && char.IsLower(word[1])
        ? char.ToLowerInvariant(word[0]) + word[1..]
        : word;

    /// <summary>A word as it stands at the beginning of a cell: English words begin large there.</summary>
    public static string Capitalised(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>Items of a list in running text.</summary>
    public string List(IEnumerable<string> items) => string.Join(Say(Words.ListSeparator), items);

    /// <summary>A chart with its number, caption, sources and notes; marked when it rests on illustrative input.</summary>
    public Figure Figure(Chart chart, string caption, Proof proof, bool illustrative, params IEnumerable<string> notes)
    {
        Chart marked = chart.MarkedIf(illustrative || Sources.AnyIllustrative(proof), Charts);
        figures++;
        return new Figure(marked.Drawing, marked.AlternativeText, Caption(Say(Words.FigureCaption, figures, caption), proof, notes));
    }

    /// <summary>A table's caption with its number, sources and notes; marked when the table rests on illustrative input, wholly or in part.</summary>
    public TextBlock TableCaption(string caption, Proof proof, params IEnumerable<string> notes)
    {
        tables++;
        return ListCaption(Say(Words.TableCaption, tables, caption), proof, notes);
    }

    /// <summary>The same above a list in the place of a table, which has no number.</summary>
    public TextBlock ListCaption(string caption, Proof proof, params IEnumerable<string> notes)
    {
        TextBlock plain = Caption(caption, proof, notes);
        if (!Sources.AnyIllustrative(proof)) return plain;
        Phrase mark = Sources.AllIllustrative(proof) ? Words.CaptionIllustrative : Words.CaptionPartlyIllustrative;
        return plain with { Runs = [plain.Runs[0], new Run(Say(mark), FontWeight.Bold, Palette.Brick), .. plain.Runs.Skip(1)] };
    }

    /// <summary>Links to sources and notes in brackets: ［出典A、注3］.</summary>
    public IEnumerable<Run> References(Proof proof, IEnumerable<string> notes)
    {
        List<Run> references = [.. NoteTexts.SourceLinks(Sources.Of(proof), Language)];
        foreach (string note in notes)
        {
            if (references.Count > 0) references.Add(new Run(Say(Words.ListSeparator)));
            references.Add(Notes.Reference(note));
        }

        string[] halves = Say(Words.CaptionReferences, "\u0001").Split('\u0001');
        return [.. references.Prepend(new Run(halves[0])).Append(new Run(halves[1])).Select(run => run with { IsReference = true })];
    }

    private TextBlock Caption(string sentence, Proof proof, IEnumerable<string> notes) =>
        new([new Run(sentence), .. References(proof, notes)], TextStyle.Caption);
}
