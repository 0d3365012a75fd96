using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Section 2: the radar of the six indicators beside a table with score, interval, band, status and period.</summary>
internal static class ScoresSection
{
    private const double RadarWidth = 222;

    public static Section Compose(Composition briefing)
    {
        List<IndicatorResult> six = [.. IndicatorId.Six.Select(briefing.Assessment.Find).OfType<IndicatorResult>()];
        Proof proof = Proof.Of(six.SelectMany(result => result.AllEvidence));
        Figure radar = briefing.Figure(
            RadarChart.Draw(six, RadarWidth, briefing.Charts), briefing.Say(Words.RadarCaption), proof, six.Exists(result => result.Illustrative), NoteKey.Reading);
        Table table = new(
            [
                new TableColumn(briefing.Say(Words.ColumnIndicator), 77),
                new TableColumn(briefing.Say(Words.ColumnScore), 58, Alignment.End),
                new TableColumn(briefing.Say(Words.ColumnBand), 36, Alignment.Centre),
                new TableColumn(briefing.Say(Words.ColumnStatusPeriod), 87),
            ],
            [.. IndicatorId.Six.Select(id => Row(briefing, id))],
            briefing.TableCaption(briefing.Say(Words.ScoreTableCaption), proof, NoteKey.Reading));
        return new Section(
            Heading.Of(2, briefing.Say(Words.SectionScores)),
            1,
            "scores",
            [new Row([new RowCell(RadarWidth, radar), new RowCell(Composition.TextWidth - Composition.Gutter - RadarWidth, table)], Composition.Gutter)]);
    }

    private static TableRow Row(Composition briefing, string id)
    {
        Language language = briefing.Language;
        IndicatorResult? result = briefing.Assessment.Find(id);
        ResultStatus status = result?.Status ?? ResultStatus.Insufficient;
        string? bands = result is null ? null : ResultText.Bands(result, language);
        string statusWord = ResultText.Status(status, language);
        return new TableRow(
        [
            new TableCell([new Run(briefing.Name(id)), briefing.Notes.Mark(id)], IsRowHeading: true),
            new TableCell(result is null ? [new Run(statusWord)] : Score(result, language)),
            new TableCell([new Run(bands ?? briefing.Say(Words.NoMark))], result is null ? null : BandTint.Of(result)),
            new TableCell([new Run(result?.Period is { } when ? briefing.Say(Words.TileStatus, statusWord, PeriodText.Of(when, language)) : statusWord)]),
        ]);
    }

    private static IReadOnlyList<Run> Score(IndicatorResult result, Language language)
    {
        string score = ResultText.Score(result, language);
        if (result.Score is not { } point) return [new Run(score)];
        string digits = DisplayNumber.Score(point);
        return score.Length == digits.Length ? [new Run(digits, FontWeight.Bold)] : [new Run(digits, FontWeight.Bold), new Run(score[digits.Length..])];
    }
}

/// <summary>Fills of the cells that name a band; the word stands in the cell, so the fill carries nothing alone.</summary>
internal static class BandTint
{
    private static readonly Colour[] Steps = [new(0xE9, 0xF0, 0xF8), new(0xF8, 0xEF, 0xD9), new(0xF6, 0xDD, 0xC6), new(0xEF, 0xC4, 0xB6)];

    /// <summary>Fill of the band of the less favourable end, or none without a band.</summary>
    public static Colour? Of(IndicatorResult result) => (result.BandHigh ?? result.BandLow) is { } band ? Steps[(int)band] : null;
}
