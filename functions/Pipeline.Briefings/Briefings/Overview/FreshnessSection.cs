using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Section 5: how fresh the data are, source by source, on the last day of the quarter, and which sources are not there.</summary>
internal static class FreshnessSection
{
    private static readonly string[] Counted = ["age", "files", "rows", "set-aside"];

    public static Section Compose(OverviewComposition briefing)
    {
        List<Block> content = [];
        if (briefing.Inputs.Sources.Count > 0) content.Add(Rows(briefing));
        content.Add(briefing.Paragraph(Absent(briefing), NoteKey.Freshness));
        return new Section(Heading.Of(5, briefing.Say(Words.SectionFreshness)), 1, "freshness", content);
    }

    private static Block Rows(OverviewComposition briefing) => TableFit.Laid(
        briefing,
        [
            new TableColumn(briefing.Say(Words.ColumnSource), 1),
            new TableColumn(briefing.Say(Words.ColumnEdition), 1),
            new TableColumn(briefing.Say(Words.ColumnKnownOn), 1),
            new TableColumn(briefing.Say(Words.ColumnAge), 1, Alignment.End),
            new TableColumn(briefing.Say(Words.ColumnFiles), 1, Alignment.End),
            new TableColumn(briefing.Say(Words.ColumnRows), 1, Alignment.End),
            new TableColumn(briefing.Say(Words.ColumnSetAside), 1, Alignment.End),
        ],
        [.. briefing.Inputs.Sources.OrderByDescending(source => source.AgeOn(Day(briefing))).ThenBy(source => source.Source, StringComparer.Ordinal).Select(source => Row(briefing, source))],
        briefing.Say(Words.FreshnessCaption, PeriodText.Of(Day(briefing), briefing.Language)), Proof.Of(Array.Empty<SourceCell>()), NoteKey.Freshness);

    /// <summary>The day for which ages are counted: the last of the quarter.</summary>
    internal static DateOnly Day(BriefingParts briefing) => briefing.Context.Quarter.LastDay;

    /// <summary>Name of a source.</summary>
    internal static string Name(BriefingParts briefing, string source) => Vocabulary.Word(Term.Source, source, briefing.Language);

    private static TableRow Row(OverviewComposition briefing, SourceState source)
    {
        List<Run> name = [new Run(Name(briefing, source.Source))];
        if (source.Illustrative) name.Add(new Run(briefing.Say(Words.IllustrativeInBrackets), FontWeight.Bold, Palette.Brick));
        return new TableRow(
        [
            new TableCell(name, IsRowHeading: true),
            new TableCell([new Run(source.Newest.Edition)]),
            new TableCell([new Run(PeriodText.Of(source.KnownOn, briefing.Language))]),
            .. Counted.Select(figure => new TableCell([new Run(briefing.Count(FigurePath.Source(source.Source, figure)))])),
        ]);
    }

    /// <summary>Which sources are not there and why, or that none is missing.</summary>
    internal static string Absent(OverviewComposition briefing)
    {
        List<string> missing = [.. briefing.Inputs.Absent.Where(absent => absent is { RefusedFiles: 0, Source: not null }).Select(absent => Name(briefing, absent.Source!))];
        List<string> refused = [.. briefing.Inputs.Absent.Where(absent => absent.RefusedFiles > 0).Select(absent => briefing.Say(
            Words.RefusedItem, absent.Source is { } source ? Name(briefing, source) : briefing.Say(Words.UnknownSource), briefing.Count(FigurePath.Source(absent.Source, "refused"))))];
        return missing.Count + refused.Count == 0
            ? briefing.Say(Words.SourcesComplete)
            : briefing.Join(
                missing.Count > 0 ? briefing.Say(Words.SourcesMissing, briefing.List(missing)) : string.Empty,
                refused.Count > 0 ? briefing.Say(Words.SourcesRefused, briefing.List(refused)) : string.Empty);
    }
}
