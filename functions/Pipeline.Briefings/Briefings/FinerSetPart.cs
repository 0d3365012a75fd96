using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>The finer set of S below production and reserves: a small table where any of it has a figure, else one sentence why not.</summary>
internal static class FinerSetPart
{
    /// <summary>Indicators of the finer set, reserves first.</summary>
    internal static readonly string[] Indicators =
        [IndicatorId.ReserveConcentrationByMine, IndicatorId.ProductionConcentrationByMine, IndicatorId.GradeDecline, IndicatorId.ReserveLifeChange];

    public static IReadOnlyList<Block> Compose(Composition briefing)
    {
        List<IndicatorResult> results = [.. Indicators.Select(briefing.Assessment.Find).OfType<IndicatorResult>()];
        return results.Exists(HasFigure)
            ? [Composition.Together(
                briefing.Paragraph(briefing.Say(Words.FinerSetLead), NoteKey.FinerSet), Numbers(briefing, results).FittedTo(Composition.TextWidth, briefing))]
            : [briefing.Paragraph(briefing.Say(Words.FinerSetNone, Reasons(briefing, results)), NoteKey.FinerSet)];
    }

    /// <summary>The value in its own unit, with its interval; none where there is no figure at all.</summary>
    internal static string? Value(IndicatorResult result, Language language, FigureWriter? write = null)
    {
        string Worded(double value, string figure, FigureWriter? writer) => result.Indicator == IndicatorId.ReserveLifeChange
            ? (writer ?? FigureWriters.Plain)(FigurePath.Result(result.Indicator, figure), value, change => DisplayNumber.SignedPercentOfShare(KeyPoints.AsShare(change, result.Unit)))
                + Words.PercentSign.In(language)
            : ResultText.Amount(value, result.Unit, language, FigurePath.Result(result.Indicator, figure), writer);
        string Low(double low) => Worded(low, "low", write);
        string High(double high) => Worded(high, "high", write);
        string? interval = (result.Low, result.High) switch
        {
            (null, null) => null,
            ({ } low, null) => Words.AtLeast.In(language, Low(low)),
            (null, { } high) => Words.AtMost.In(language, High(high)),
            ({ } low, { } high) when Worded(low, "low", null) == Worded(high, "high", null) => result.Value is null ? Low(low) : null,
            ({ } low, { } high) => Words.Range.In(language, Low(low), High(high)),
        };
        return (result.Value, interval) switch
        {
            ({ } value, { } range) => Words.WithInterval.In(language, Worded(value, "value", write), range),
            ({ } value, null) => Worded(value, "value", write),
            (null, var range) => range,
        };
    }

    private static bool HasFigure(IndicatorResult result) => (result.Value ?? result.Low ?? result.High) is not null;

    private static string Reasons(Composition briefing, List<IndicatorResult> results) => results.Count == 0
        ? briefing.Say(Words.NoReason)
        : briefing.Join(results.Select(result => ResultText.ShortReason(result, briefing.Language, briefing.Write)).Distinct(StringComparer.Ordinal));

    private static Table Numbers(Composition briefing, List<IndicatorResult> results) => new(
        [
            new TableColumn(briefing.Say(Words.ColumnIndicator), 1),
            new TableColumn(briefing.Say(Words.ColumnValue), 1, Alignment.End),
            new TableColumn(briefing.Say(Words.ColumnScore), 1, Alignment.End),
            new TableColumn(briefing.Say(Words.ColumnStatus), 1),
            new TableColumn(briefing.Say(Words.ColumnPeriod), 1),
        ],
        [.. results.Select(result => Row(briefing, result))],
        briefing.TableCaption(briefing.Say(Words.FinerSetCaption), Evidence(results).Required(briefing.Assessment.Mineral, "finer set"), NoteKey.FinerSet));

    /// <summary>What the figures of the finer set rest on.</summary>
    internal static Proof Evidence(IEnumerable<IndicatorResult> results) => Proof.Of(results.SelectMany(result => result.AllEvidence));

    private static TableRow Row(Composition briefing, IndicatorResult result)
    {
        Language language = briefing.Language;
        string none = briefing.Say(Words.NoMark);
        string status = ResultText.Status(result.Status, language);
        return new TableRow(
        [
            new TableCell([new Run(briefing.Name(result.Indicator))], IsRowHeading: true),
            new TableCell([new Run(Value(result, language, briefing.Write) ?? none)]),
            new TableCell([result.Score is { } score ? new Run(briefing.Write(FigurePath.Result(result.Indicator, "score"), score, DisplayNumber.Score), FontWeight.Bold) : new Run(none)]),
            new TableCell([new Run(result.Illustrative ? briefing.Say(Words.TileStatus, status, briefing.Say(Words.Illustrative)) : status)]),
            new TableCell([new Run(result.Period is { } period ? PeriodText.Of(period, language) : none)]),
        ]);
    }
}
