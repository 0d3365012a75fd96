using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Section 4: the largest changes since the previous vintage, what stood before, what stands now, and what moved it.</summary>
internal static class ChangesSection
{
    public static Section Compose(OverviewComposition briefing)
    {
        List<Block> content = [briefing.Paragraph(Lead(briefing), NoteKey.Changes)];
        if (briefing.Inputs.Changes is { Largest.Count: > 0 } changes) content.Add(Rows(briefing, changes));
        return new Section(Heading.Of(4, briefing.Say(Words.SectionChanges)), 1, "changes", content);
    }

    /// <summary>How much moved, or that there is nothing to compare with.</summary>
    internal static string Lead(OverviewComposition briefing)
    {
        if (briefing.Inputs.Changes is not { } changes || briefing.Context.Previous is not { } previous) return briefing.Say(Words.ChangesFirst);
        string quarter = PeriodText.Of(previous.Quarter, briefing.Language);
        return changes.Changed.Count == 0
            ? briefing.Say(Words.ChangesNone, quarter, previous.Vintage)
            : briefing.Say(Words.ChangesLead, quarter, previous.Vintage, Count(briefing, "results"), Count(briefing, "minerals"), Count(briefing, "bands"));
    }

    private static string Count(OverviewComposition briefing, string kind) => briefing.Count(Numbers.FigurePath.ChangeCount(kind));

    private static Block Rows(OverviewComposition briefing, ChangesSince changes)
    {
        IEnumerable<IndicatorResult> results = changes.Largest
            .SelectMany(change => new[] { briefing.Find(change.Mineral, change.Indicator), briefing.FindBefore(change.Mineral, change.Indicator) }).OfType<IndicatorResult>();
        return TableFit.Laid(
            briefing,
            [
                new TableColumn(briefing.Say(Words.ColumnMineral), 1),
                new TableColumn(briefing.Say(Words.ColumnIndicator), 1),
                new TableColumn(briefing.Say(Words.ColumnBefore), 1),
                new TableColumn(briefing.Say(Words.ColumnNow), 1),
                new TableColumn(briefing.Say(Words.ColumnWhy), 1),
            ],
            [.. changes.Largest.Select(change => Row(briefing, change))],
            briefing.Say(Words.ChangesCaption, Count(briefing, "largest")), Proof.Of(results.SelectMany(result => result.AllEvidence)), NoteKey.Changes);
    }

    private static TableRow Row(OverviewComposition briefing, LargeChange change)
    {
        IndicatorResult? now = briefing.Find(change.Mineral, change.Indicator);
        return new TableRow(
        [
            new TableCell([new Run(briefing.Mineral(change.Mineral))], IsRowHeading: true),
            new TableCell([new Run(Name(briefing, change.Indicator))]),
            new TableCell([new Run(State(briefing, change, isPrevious: true))]),
            new TableCell([new Run(State(briefing, change, isPrevious: false), FontWeight.Bold)], now is null ? null : BandTint.Of(now)),
            new TableCell([new Run(BriefingParts.Capitalised(Why(briefing, change)))]),
        ]);
    }

    /// <summary>Name of an indicator of the table.</summary>
    internal static string Name(BriefingParts briefing, string indicator) => indicator == IndicatorId.SelfSufficiency
        ? briefing.Say(Words.SelfSufficiency)
        : ShortName.Of(indicator, briefing.Language);

    /// <summary>What was or is stated, inside a sentence: the rate, the score with its band, or the status.</summary>
    internal static string Said(OverviewComposition briefing, LargeChange change, bool isPrevious)
    {
        Numbers.FigureWriter write = briefing.Writer(change.Mineral, isPrevious);
        IndicatorResult? stated = isPrevious ? briefing.FindBefore(change.Mineral, change.Indicator) : briefing.Find(change.Mineral, change.Indicator);
        return Marked(briefing, stated, stated switch
        {
            null => briefing.Within(ResultText.Status(ResultStatus.Insufficient, briefing.Language)),
            var result when change.Indicator == IndicatorId.SelfSufficiency => briefing.Within(RateText.Of(result, briefing.Language, write)),
            { Score: { } score } result => briefing.Say(
                Words.Bracketed, write(Numbers.FigurePath.Result(result.Indicator, "score"), score, DisplayNumber.Score), ResultText.Bands(result, briefing.Language)),
            var result => briefing.Within(ResultText.Status(result.Status, briefing.Language)),
        });
    }

    private static string State(OverviewComposition briefing, LargeChange change, bool isPrevious)
    {
        IndicatorResult? result = isPrevious ? briefing.FindBefore(change.Mineral, change.Indicator) : briefing.Find(change.Mineral, change.Indicator);
        if (result is null) return briefing.Say(Words.NoMark);
        string text = change.Indicator == IndicatorId.SelfSufficiency
            ? RateText.Of(result, briefing.Language, briefing.Writer(change.Mineral, isPrevious))
            : Scored(briefing, result, briefing.Writer(change.Mineral, isPrevious));
        return Marked(briefing, result, result.Status == ResultStatus.Partial ? text + briefing.Say(Words.HeatPartial) : text);
    }

    private static string Marked(OverviewComposition briefing, IndicatorResult? result, string text) => result is { Illustrative: true } ? briefing.Say(Words.HeatIllustrative) + text : text;

    private static string Scored(OverviewComposition briefing, IndicatorResult result, Numbers.FigureWriter write)
    {
        string score = ResultText.Score(result, briefing.Language, write);
        return result.BandLow is null || result.Status == ResultStatus.NotApplicable ? score : briefing.Say(Words.ScoreAndBand, score, HeatMapSection.Bands(briefing, result));
    }

    /// <summary>The change and its parts; a cause without a figure on both sides is named alone.</summary>
    internal static string Why(OverviewComposition briefing, LargeChange change)
    {
        if (change.Causes.Count == 0) return briefing.Say(briefing.Inputs.Changes is { AreCausesKnown: false } ? Words.CausesUnknown : Words.NoMark);
        string parts = string.Join(briefing.Say(Words.ListSeparator), change.Causes.Select((cause, index) => Part(briefing, change, cause, index + 1)));
        return change.Causes.Count(cause => cause.Amount is not null) < 2
            ? parts
            : briefing.Say(Words.ChangeOf, Amount(briefing, change, Numbers.FigurePath.Change(change.Indicator, Figure(briefing, change))), parts);
    }

    private static string Part(OverviewComposition briefing, LargeChange change, ChangeCause cause, int place)
    {
        string names = string.Join(briefing.Say(Words.CauseSeparator), cause.Causes.Select(code => Vocabulary.Word(Term.Cause, code, briefing.Language)));
        return cause.Amount is null ? names : briefing.Say(Words.CausePart, names, Amount(briefing, change, Numbers.FigurePath.ChangeByCause(change.Indicator, Figure(briefing, change), place)));
    }

    private static string Amount(OverviewComposition briefing, LargeChange change, Numbers.FigurePath path) => change.Indicator == IndicatorId.SelfSufficiency
        ? briefing.Say(Words.Points, briefing.Number(path.Of(change.Mineral), DisplayNumber.SignedPercent))
        : briefing.Number(path.Of(change.Mineral), DisplayNumber.SignedScore);

    /// <summary>The figure that is split among the causes: the score; of a rate its value, or its lower end where a vintage has no value.</summary>
    private static string Figure(OverviewComposition briefing, LargeChange change) => change.Indicator != IndicatorId.SelfSufficiency ? "score"
        : (briefing.Find(change.Mineral, change.Indicator), briefing.FindBefore(change.Mineral, change.Indicator)) is ({ Value: not null }, { Value: not null }) ? "value"
        : "low";
}
