using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Section 2: the table of the six indicators with score, interval, band, status and period, and where along the supply chain they lie.</summary>
internal static class ScoresSection
{
    public static Section Compose(Composition briefing)
    {
        Proof proof = Proof.Of(IndicatorId.Six.Select(briefing.Assessment.Find).OfType<IndicatorResult>().SelectMany(result => result.AllEvidence));
        Table table = new(
            [
                new TableColumn(briefing.Say(Words.ColumnIndicator), 1),
                new TableColumn(briefing.Say(Words.ColumnScore), 1, Alignment.End),
                new TableColumn(briefing.Say(Words.ColumnInterval), 1, Alignment.End),
                new TableColumn(briefing.Say(Words.ColumnBand), 1, Alignment.Centre),
                new TableColumn(briefing.Say(Words.ColumnStatus), 1),
                new TableColumn(briefing.Say(Words.ColumnPeriod), 1),
            ],
            [.. IndicatorId.Six.Select(id => Row(briefing, id))],
            briefing.TableCaption(briefing.Say(Words.ScoreTableCaption), proof, NoteKey.Reading));
        return new Section(Heading.Of(2, briefing.Say(Words.SectionScores)), 1, "scores", [Composition.Together(table.FittedTo(Composition.TextWidth, briefing)), Chain(briefing)]);
    }

    /// <summary>The risks along the supply chain as S lays them out.</summary>
    private static Column Chain(Composition briefing)
    {
        List<IndicatorResult> shown = [.. IndicatorId.Six.Append(IndicatorId.SelfSufficiency).Select(briefing.Assessment.Find).OfType<IndicatorResult>()];
        return Composition.Together(
            briefing.Paragraph(briefing.Say(Words.StageRiskLead), NoteKey.Reading),
            briefing.Figure(
                StageRiskChart.Draw(shown, Composition.TextWidth, briefing.Charts),
                briefing.Say(Words.StageRiskCaption),
                Proof.Of(shown.SelectMany(result => result.AllEvidence)),
                shown.Exists(result => result.Illustrative),
                NoteKey.Reading));
    }

    private static TableRow Row(Composition briefing, string id)
    {
        Language language = briefing.Language;
        string none = briefing.Say(Words.NoMark);
        IndicatorResult? result = briefing.Assessment.Find(id);
        string status = ResultText.Status(result?.Status ?? ResultStatus.Insufficient, language);
        return new TableRow(
        [
            new TableCell([new Run(ShortName.Of(id, language)), briefing.Notes.Mark(id)], IsRowHeading: true),
            new TableCell([result?.Score is { } score ? new Run(briefing.Write(FigurePath.Result(id, "score"), score, DisplayNumber.Score), FontWeight.Bold) : new Run(none)]),
            new TableCell([new Run((result is null ? null : ResultText.Interval(result, language, briefing.Write)) ?? none)]),
            new TableCell([new Run((result is null ? null : ResultText.Bands(result, language)) ?? none)], result is null ? null : BandTint.Of(result)),
            new TableCell([new Run(result is { Illustrative: true } ? briefing.Say(Words.TileStatus, status, briefing.Say(Words.Illustrative)) : status)]),
            new TableCell([new Run(result?.Period is { } period ? PeriodText.Of(period, language) : none)]),
        ]);
    }
}
