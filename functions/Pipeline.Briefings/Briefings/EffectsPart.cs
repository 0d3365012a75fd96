using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// 政策実施前・後: the radar with both outlines beside the figures before, after and their difference, and what was assumed. Every word of it says
/// that it is hypothetical.
/// </summary>
internal static class EffectsPart
{
    private const double RadarWidth = 220;
    private const double SideWidth = 58;
    private const double DifferenceWidth = 50;

    public static IReadOnlyList<Block> Compose(Composition briefing)
    {
        if (briefing.Assessment.Effects is not { } effects) return [];
        List<EffectFigure> moved = [.. effects.Figures.Where(EffectText.IsMoved)];
        TextBlock lead = briefing.Paragraph(Lead(briefing, effects, moved.Count > 0), NoteKey.Tools);
        List<Block> content = [lead];
        if (moved.Count > 0)
        {
            double width = Composition.TextWidth - Composition.Gutter - RadarWidth;
            List<Block> right = [Numbers(briefing, effects, width), Assumptions(briefing, effects)];
            content = [Composition.Together(lead, new Row([new RowCell(RadarWidth, Radar(briefing, effects)), new RowCell(width, new Column(right, 6))], Composition.Gutter))];
        }

        return [new Section(briefing.Say(Words.EffectsPart), 2, "effects", content)];
    }

    /// <summary>What a tool changes: its figures before and after, or why nothing is computed.</summary>
    public static string OfTool(Composition briefing, MeasureEffects effects, PolicyToolKind tool)
    {
        if (effects.Measures.FirstOrDefault(measure => measure.Tool == tool) is not { } measure) return briefing.Say(Words.NoMark);
        if (measure.NotTaken is { } reason) return ResultText.Sentence(reason, briefing.Language);
        List<EffectFigure> moved = [.. effects.Figures.Where(figure => figure.Tools.Contains(tool) && EffectText.IsMoved(figure))];
        IEnumerable<string> said =
        [
            .. moved.Select(figure => briefing.Say(
                Words.EffectChange, EffectText.Name(figure.Indicator, briefing.Language), EffectText.Before(briefing, figure), EffectText.After(briefing, figure))),
            .. measure.Refused.Select(refused => EffectText.Refused(refused, briefing)),
        ];
        return moved.Count == 0 && measure.Refused.Count == 0 ? briefing.Say(Words.EffectNoFigure) : string.Join(briefing.Say(Words.ItemSeparator), said);
    }

    private static string Lead(Composition briefing, MeasureEffects effects, bool isMoved) => isMoved
        ? briefing.Say(Words.EffectsLead, EffectText.Percent(briefing, effects.Part))
        : briefing.Say(effects.AnyTaken ? Words.EffectsNoFigures : Words.EffectsNone, EffectText.Percent(briefing, effects.Part));

    private static Figure Radar(Composition briefing, MeasureEffects effects)
    {
        List<IndicatorResult> before = [.. IndicatorId.Six.Select(briefing.Assessment.Find).OfType<IndicatorResult>()];
        List<IndicatorResult> after = [.. before.Select(result => effects.Find(result.Indicator) is { } figure ? With(result, figure.After) : result)];
        return briefing.Figure(
            RadarChart.DrawChange(before, after, RadarWidth, briefing.Charts),
            briefing.Say(Words.EffectsRadarCaption),
            Proof.Of(before.SelectMany(result => result.AllEvidence)),
            before.Exists(result => result.Illustrative),
            NoteKey.Tools);
    }

    private static IndicatorResult With(IndicatorResult result, EffectSide side) => result with
    {
        Status = side.Status, Value = side.Value, Low = side.Low, High = side.High,
        Score = side.Score, ScoreLow = side.ScoreLow, ScoreHigh = side.ScoreHigh, BandLow = side.BandLow, BandHigh = side.BandHigh,
    };

    private static Table Numbers(Composition briefing, MeasureEffects effects, double width)
    {
        List<EffectFigure> shown = [.. effects.Figures.Where(figure => IndicatorId.Six.Contains(figure.Indicator) || EffectText.IsMoved(figure))];
        return new Table(
            [
                new TableColumn(briefing.Say(Words.ColumnIndicator), width - (2 * SideWidth) - DifferenceWidth),
                new TableColumn(briefing.Say(Words.ColumnBeforeMeasures), SideWidth, Alignment.End),
                new TableColumn(briefing.Say(Words.ColumnAfterMeasures), SideWidth, Alignment.End),
                new TableColumn(briefing.Say(Words.ColumnEffectSize), DifferenceWidth, Alignment.End),
            ],
            [.. shown.Select(figure => new TableRow(
            [
                new TableCell([new Run(EffectText.Name(figure.Indicator, briefing.Language))], IsRowHeading: true),
                new TableCell([new Run(EffectText.Before(briefing, figure))]),
                new TableCell([new Run(EffectText.After(briefing, figure))]),
                new TableCell([new Run(EffectText.IsMoved(figure) ? EffectText.Difference(briefing, figure) : briefing.Say(Words.NoMark))]),
            ]))],
            briefing.TableCaption(
                briefing.Say(Words.EffectsTableCaption),
                Proof.Of(shown.Select(figure => briefing.Assessment.Find(figure.Indicator)).OfType<IndicatorResult>().SelectMany(result => result.AllEvidence)),
                NoteKey.Tools));
    }

    private static BulletList Assumptions(Composition briefing, MeasureEffects effects) => new(
        [.. effects.Measures.SelectMany(measure => measure.Assumed).Select(shift => new TextBlock([new Run(EffectText.Assumption(shift, briefing))], TextStyle.TableCell))]);
}
