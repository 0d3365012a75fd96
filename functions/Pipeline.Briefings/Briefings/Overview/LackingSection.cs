using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Section 6: the single inputs that would cure most results, how many wait for each, and who would have it.</summary>
internal static class LackingSection
{
    private const int IndicatorsNamed = 3;

    public static Section Compose(OverviewComposition briefing)
    {
        IReadOnlyList<LackingInput> lacking = briefing.Inputs.Lacking;
        List<Block> content = [briefing.Paragraph(lacking.Count == 0 ? briefing.Say(Words.LackingNone) : Lead(briefing, lacking), NoteKey.Lacking)];
        if (!TableFit.IsList(lacking.Count)) content.Add(Rows(briefing, lacking).FittedTo(BriefingParts.TextWidth, briefing).Whole());
        else if (lacking.Count > 0)
        {
            content.Add(new BulletList([.. lacking.Select(input => new TextBlock(
                [new Run(briefing.Say(Words.LackingItem, BriefingParts.Capitalised(Name(briefing, input)), Results(briefing, input), Minerals(briefing, input), Holder(briefing, input)))], TextStyle.Body))]));
        }

        return new Section(Heading.Of(6, briefing.Say(Words.SectionLacking)), 1, "missing", content);
    }

    /// <summary>What is missing: the input, or the reason where no input is known.</summary>
    internal static string Name(BriefingParts briefing, LackingInput input) => input.Input is { } code
        ? Vocabulary.Word(Term.Input, code, briefing.Language)
        : briefing.Say(Words.LackingOther, ResultText.ShortReason(
            input.Results[0], briefing.Language, (path, value, format) => briefing.Write(path.Of(input.Results[0].Mineral), value, format)));

    /// <summary>How many results wait for an input, as printed.</summary>
    internal static string Results(OverviewComposition briefing, LackingInput input) => briefing.Count(FigurePath.Lacking(input.Key));

    /// <summary>How many minerals wait for an input, as printed.</summary>
    internal static string Minerals(OverviewComposition briefing, LackingInput input) => briefing.Count(FigurePath.LackingMinerals(input.Key));

    private static string Lead(OverviewComposition briefing, IReadOnlyList<LackingInput> lacking) => briefing.Say(
        Words.LackingLead, briefing.Count(FigurePath.LackingCount), Name(briefing, lacking[0]), Results(briefing, lacking[0]), Minerals(briefing, lacking[0]));

    private static Table Rows(OverviewComposition briefing, IReadOnlyList<LackingInput> lacking) => new(
        [
            new TableColumn(briefing.Say(Words.ColumnLacking), 1),
            new TableColumn(briefing.Say(Words.ColumnWaiting), 1, Alignment.End),
            new TableColumn(briefing.Say(Words.ColumnMinerals), 1, Alignment.End),
            new TableColumn(briefing.Say(Words.ColumnConcerned), 1),
            new TableColumn(briefing.Say(Words.ColumnHolder), 1),
        ],
        [.. lacking.Select(input => new TableRow(
        [
            new TableCell([new Run(BriefingParts.Capitalised(Name(briefing, input)))], IsRowHeading: true),
            new TableCell([new Run(Results(briefing, input))]),
            new TableCell([new Run(Minerals(briefing, input))]),
            new TableCell([new Run(Concerned(briefing, input))]),
            new TableCell([new Run(BriefingParts.Capitalised(Holder(briefing, input)))]),
        ]))],
        briefing.TableCaption(briefing.Say(Words.LackingCaption), Proof.Of(Array.Empty<SourceCell>()), NoteKey.Lacking));

    private static string Holder(BriefingParts briefing, LackingInput input) =>
        input.Input is { } code ? Vocabulary.Word(Term.InputHolder, code, briefing.Language) : briefing.Say(Words.NoMark);

    private static string Concerned(OverviewComposition briefing, LackingInput input)
    {
        IEnumerable<string> indicators = input.Results.GroupBy(result => result.Indicator, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key);
        return string.Join(briefing.Say(Words.ItemSeparator), indicators.Take(IndicatorsNamed)
            .Select(indicator => briefing.Say(Words.ConcernedItem, Short(briefing, indicator), briefing.Count(FigurePath.Lacking(input.Key, indicator)))));
    }

    private static string Short(BriefingParts briefing, string indicator) =>
        IndicatorId.Six.Contains(indicator) ? ShortName.Of(indicator, briefing.Language) : briefing.Name(indicator);
}
