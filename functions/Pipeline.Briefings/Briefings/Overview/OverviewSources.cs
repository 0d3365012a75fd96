using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings;

/// <summary>Section 7: numbered notes and lettered sources.</summary>
internal static class OverviewSources
{
    private static readonly TextStyle Style = new(7.8, 11.4, Colour.Ink);

    public static Section Compose(OverviewComposition briefing)
    {
        List<Block> content = [];
        if (briefing.Inputs.Assessments.Any(assessment => assessment.Sources.Any(source => source.Illustrative) || assessment.Results.Any(result => result.Illustrative)))
            content.Add(new TextBlock([new Run(briefing.Say(Words.IllustrativeNotice), FontWeight.Bold)], Style with { Colour = Charts.Palette.Brick }));
        content.Add(new Section(briefing.Say(Words.NotesPart), 2, "notes", [new Column([.. briefing.Notes.Notes.Select(note => NotesSection.Entry(
            note.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            note.Anchor,
            [new Run(note.Title, FontWeight.Bold) { IsTitle = true }, new Run(briefing.Say(Words.NoteTitleGap)), .. note.Text]))], 3)]));
        content.Add(new Section(briefing.Say(Words.SourcesPart), 2, "sources", [briefing.Sources.Entries.Count == 0
            ? new TextBlock([new Run(briefing.Say(Words.SourcesNone))], Style)
            : new Column([.. briefing.Sources.Entries.Select(entry => NotesSection.Entry(entry.Letter, entry.Anchor, NotesSection.Source(briefing, entry)))], 3)]));
        return new Section(Heading.Of(7, briefing.Say(Words.SectionNotes)), 1, "sources-and-notes", content);
    }
}
