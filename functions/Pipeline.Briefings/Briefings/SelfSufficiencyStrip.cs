using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>The rate of self-sufficiency across the page below the four tiles: the value, "at least x %", an interval, or why there is none.</summary>
internal static class SelfSufficiencyStrip
{
    private const double FigureWidth = 150;
    private const double Padding = 8;
    private static readonly Colour Ground = new(0xF3, 0xF6, 0xFA);
    private static readonly Colour Edge = new(0xD3, 0xDC, 0xE7);
    private static readonly TextStyle LabelStyle = new(7.6, 11, Colour.Muted);
    private static readonly TextStyle DetailStyle = new(7.6, 11, Colour.Ink);

    public static Block Compose(Composition briefing)
    {
        IndicatorResult? result = briefing.Assessment.Find(IndicatorId.SelfSufficiency);
        bool illustrative = result?.Illustrative ?? false;
        List<Block> figure = [new TextBlock([new Run(briefing.Say(Words.SelfSufficiency))], LabelStyle), Figure(briefing, result)];
        if (illustrative) figure.Insert(0, new TextBlock([new Run(briefing.Say(Words.Illustrative), FontWeight.Bold)], LabelStyle with { Colour = Charts.Palette.Brick }));
        if (result is not null && result.Low is not null) _ = Proof.Of(result).Required(briefing.Assessment.Mineral, result.Indicator);
        Row content = new(
            [
                new RowCell(FigureWidth, new Column(figure)),
                new RowCell(
                    Composition.TextWidth - FigureWidth - (3 * Padding),
                    new Column([new TextBlock([new Run(Detail(briefing, result)), briefing.Notes.Mark(NoteKey.SelfSufficiency)], DetailStyle)])),
            ],
            Padding);
        return new Row([new RowCell(1, new Box(content, Padding, Ground, Edge, illustrative ? Charts.Palette.Brick : Colour.Navy))]);
    }

    private static TextBlock Figure(Composition briefing, IndicatorResult? result)
    {
        TextStyle large = new(17, 22, Colour.Navy);
        string sign = briefing.Say(Words.PercentSign);
        string Rate(string end, double value) => SelfSufficiencySection.Rate(briefing, result!, end, value);
        return result switch
        {
            { Value: { } value } => new TextBlock([new Run(Rate("value", value), FontWeight.Bold), new Run(sign)], large),
            { Low: { } low, High: { } high } => new TextBlock(
                [new Run(briefing.Say(Words.Range, Rate("low", low), Rate("high", high)), FontWeight.Bold), new Run(sign)],
                large with { Size = 14 }),
            { Low: { } low } => new TextBlock(
                [
                    new Run(briefing.Say(Words.StripAtLeast) + " "),
                    new Run(Rate("low", low), FontWeight.Bold), new Run(sign),
                ],
                large with { Size = 14 }),
            _ => new TextBlock([new Run(ResultText.Status(result?.Status ?? ResultStatus.Insufficient, briefing.Language), FontWeight.Bold)], large with { Size = 12, Colour = Colour.Muted }),
        };
    }

    private static string Detail(Composition briefing, IndicatorResult? result)
    {
        string reason = result is { Status: ResultStatus.Ok } ? string.Empty : ResultText.ShortReason(result, briefing.Language, briefing.Write);
        string basis = result is { Period: { } period, Low: not null }
            ? briefing.Say(Words.StripDetail, PeriodText.Of(period, briefing.Language), briefing.Within(ResultText.Status(result.Status, briefing.Language)))
            : string.Empty;
        return briefing.Join(basis, reason);
    }
}
