using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Section 10: numbered notes, lettered sources, and the trade codes that were added up or left out.</summary>
internal static class NotesSection
{
    private const int TitlesShown = 4;
    private const int HashLength = 12;

    /// <summary>Fewer rows than this read better as a sentence.</summary>
    private const int RowsOfATable = 3;

    private static readonly TextStyle Style = new(7.8, 11.4, Colour.Ink);
    private static readonly TextStyle MarkStyle = new(7.8, 11.4, Colour.Navy, Weight: FontWeight.Bold);

    public static Section Compose(Composition briefing)
    {
        List<Block> content = [];
        if (briefing.Assessment.Sources.Any(source => source.Illustrative) || briefing.Assessment.Results.Any(result => result.Illustrative)
            || briefing.Assessment.Cells().Any(cell => cell.Illustrative))
            content.Add(new TextBlock([new Run(briefing.Say(Words.IllustrativeNotice))], Style with { Colour = Charts.Palette.Brick }));
        content.Add(new Section(briefing.Say(Words.NotesPart), 2, "notes", [new Column([.. briefing.Notes.Notes.Select(note => Entry(
            note.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            note.Anchor,
            [new Run(note.Title, Colour: Colour.Navy) { IsTitle = true }, new Run(briefing.Say(Words.NoteTitleGap)), .. note.Text]))], 3)]));
        content.Add(new Section(briefing.Say(Words.SourcesPart), 2, "sources", [briefing.Sources.Entries.Count == 0
            ? new TextBlock([new Run(briefing.Say(Words.SourcesNone))], Style)
            : new Column([.. briefing.Sources.Entries.Select(entry => Entry(entry.Letter, entry.Anchor, Source(briefing, entry)))], 3)]));
        content.Add(new Section(briefing.Say(Words.CodesPart), 2, "codes", Codes(briefing)));
        return new Section(Heading.Of(10, briefing.Say(Words.SectionNotes)), 1, "sources-and-notes", content);
    }

    /// <summary>A mark in the margin with its text beside it.</summary>
    internal static Row Entry(string mark, string anchor, IReadOnlyList<Run> text) => new(
        [
            new RowCell(18, new TextBlock([new Run(mark)], MarkStyle) { Anchor = anchor }),
            new RowCell(Composition.TextWidth - 18, new TextBlock(text, Style)),
        ]);

    internal static List<Run> Source(BriefingParts briefing, SourceEntry entry)
    {
        IReadOnlyList<SourceUse> files = entry.Files;
        List<Run> runs = [];
        if (entry.Illustrative.Count > 0)
        {
            string mark = briefing.Say(Words.Bracketed, briefing.Say(Words.Illustrative), FileNames(briefing, entry.Illustrative, FigurePath.IllustrativeFilesAfterFirst(entry)));
            runs.Add(new Run(mark + " ", FontWeight.Bold, Charts.Palette.Brick));
        }

        runs.Add(new Run(briefing.Say(
            Words.SourceText,
            CreditText.In(files[0].Publisher, briefing.Language),
            Titles(briefing, entry),
            CreditText.In(files[0].Licence, briefing.Language),
            briefing.List(files.Select(file => CreditText.In(file.Citation, briefing.Language)).Distinct(StringComparer.Ordinal)),
            FileNames(briefing, files, FigurePath.SourceFilesAfterFirst(entry)),
            files[0].Snapshot[..Math.Min(HashLength, files[0].Snapshot.Length)])));
        return runs;
    }

    private static string Titles(BriefingParts briefing, SourceEntry entry) => entry.Titles.Count <= TitlesShown
        ? briefing.List(entry.Titles.Select(title => CreditText.In(title, briefing.Language)))
        : briefing.Say(Words.SourceTitles, CreditText.In(entry.Titles[0], briefing.Language), CreditText.In(entry.Titles[^1], briefing.Language), Count(briefing, FigurePath.SourceTitles(entry), entry.Titles.Count));

    private static string FileNames(BriefingParts briefing, IReadOnlyList<SourceUse> files, FigurePath others) =>
        files.Count == 1 ? files[0].File : briefing.Say(Words.SourceFiles, files[0].File, Count(briefing, others, files.Count - 1));

    private static string Count(BriefingParts briefing, FigurePath path, int count) => briefing.Write(path.Of(briefing.Subject), count, DisplayNumber.Count);

    private static List<Block> Codes(Composition briefing)
    {
        List<CodeUse> used = [.. briefing.Assessment.Codes.Where(code => code.LeftOut is null)];
        List<CodeUse> left = [.. briefing.Assessment.Codes.Where(code => code.LeftOut is not null)];
        List<Block> content = [];
        if (used.Count == 0) content.Add(new TextBlock([new Run(briefing.Say(Words.CodesNone))], Style));
        else if (used.Count < RowsOfATable) content.Add(new TextBlock([new Run(Few(briefing, used))], Style));
        else content.Add(Used(briefing, used).FittedTo(Composition.TextWidth, briefing));
        if (left.Count > 0)
        {
            IEnumerable<string> groups = left.GroupBy(code => ResultText.Sentence(code.LeftOut!, briefing.Language), StringComparer.Ordinal)
                .Select(group => briefing.Say(Words.CodesReasonGroup, briefing.List(group.Select(code => Named(briefing, code))), group.Key));
            content.Add(new TextBlock([new Run(briefing.Say(Words.CodesLeftOut, string.Join(briefing.Say(Words.SentenceGap), groups)))], Style));
        }

        return content;
    }

    private static string Few(Composition briefing, IEnumerable<CodeUse> used) =>
        briefing.Say(Words.CodesUsedFew, briefing.List(used.Select(code => Factored(briefing, code))));

    private static string Factored(Composition briefing, CodeUse code) => briefing.Say(
        Words.CodesUsedItem,
        code.Code,
        briefing.Within(Vocabulary.Word(Term.Stage, code.Stage, briefing.Language)),
        code.ContentFactor is { } factor ? briefing.Write(FigurePath.ContentFactor(code.Code), factor, DisplayNumber.Factor) : briefing.Say(Words.NoMark));

    private static string Named(Composition briefing, CodeUse code) =>
        briefing.Say(Words.CodesLeftOutItem, code.Code, Vocabulary.Word(Term.Stage, code.Stage, briefing.Language));

    /// <summary>Codes of one stage, factor and confidence share a row.</summary>
    private static Table Used(Composition briefing, IReadOnlyList<CodeUse> used) => new(
        [
            new TableColumn(briefing.Say(Words.ColumnStage), 1),
            new TableColumn(briefing.Say(Words.ColumnCodes), 1),
            new TableColumn(briefing.Say(Words.ColumnFactor), 1, Alignment.End),
            new TableColumn(briefing.Say(Words.ColumnConfidence), 1, Alignment.Centre),
        ],
        [.. used.GroupBy(code => (code.Stage, code.ContentFactor, code.Confidence))
            .OrderBy(group => group.Key.Stage).ThenByDescending(group => group.Key.ContentFactor)
            .Select(group => new TableRow(
            [
                new TableCell([new Run(Vocabulary.Word(Term.Stage, group.Key.Stage, briefing.Language))], IsRowHeading: true),
                new TableCell([new Run(briefing.List(group.Select(code => code.Code).Order(StringComparer.Ordinal)))]),
                new TableCell([new Run(group.Key.ContentFactor is { } factor
                    ? briefing.Write(FigurePath.ContentFactor(group.First().Code), factor, DisplayNumber.Factor)
                    : briefing.Say(Words.NoMark))]),
                new TableCell([new Run(briefing.Say(group.Key.Confidence switch
                {
                    Confidence.High => Words.ConfidenceHigh,
                    Confidence.Medium => Words.ConfidenceMedium,
                    _ => Words.ConfidenceLow,
                }))]),
            ]))],
        briefing.TableCaption(briefing.Say(Words.CodesUsed), Proof.Of(Array.Empty<SourceCell>()), NoteKey.Imports));
}
