using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Charts;

/// <summary>
/// Risks along the supply chain: the six stages of S (埋蔵→生産→精鉱→製錬品→部素材→最終製品) as columns, kinds of risk as rows. Every cell prints its
/// band and number; an interval that crosses a mark has the tints and the words of both bands. A risk that no indicator covers says so, and no row
/// or column is added up.
/// </summary>
public static class StageRiskChart
{
    private const double NameWidth = 82;
    private const double HeadHeight = 19;
    private const double RowHeight = 26;
    private const double Leading = 8.8;
    private const double Notch = 6;
    private static readonly Stroke Edge = new(Palette.Grey, 0.6);

    /// <summary>Draws the map.</summary>
    /// <param name="results">Results of one mineral; an indicator that is not among them counts as not judged.</param>
    /// <param name="width">Width in points, 400 or more.</param>
    /// <param name="context">Language and widths of texts.</param>
    public static Chart Draw(IEnumerable<IndicatorResult> results, double width, ChartContext context)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 400);
        Dictionary<string, IndicatorResult> byId = results.ToDictionary(result => result.Indicator, StringComparer.Ordinal);
        double column = (width - NameWidth) / StageRisks.Stages.Count;
        List<Shape> shapes = [.. Heads(column, context)];
        double top = HeadHeight + 3;
        double height = Math.Max(RowHeight, 5 + (Leading * StageRisks.Rows.SelectMany(row => row.Cells)
            .Select(cell => cell.Indicator is { } indicator ? Lines(byId.GetValueOrDefault(indicator), column - 1.5, context).Count : 1).Max()));
        foreach (StageRiskRow row in StageRisks.Rows)
        {
            shapes.AddRange(Lettering.Stack(
                [.. context.Wrap(row.Kind.In(context.Language), Lettering.Size, NameWidth - 6).Select(line => (line, FontWeight.Regular, Colour.Ink))],
                0, top + (height / 2), Lettering.Size, Leading, Alignment.Start));
            for (int stage = 0; stage < row.Cells.Count; stage++)
            {
                double left = NameWidth + (column * stage);
                shapes.AddRange(Cell(row.Cells[stage], byId, new Frame(left, top, column - 1.5, height), context));
            }

            top += height + 1.5;
        }

        (IReadOnlyList<Shape> legend, double bottom) = Legend.Draw(Key(context.Language), NameWidth, top + 4, width - NameWidth, context);
        return new Chart(new Drawing(width, bottom, [.. shapes, .. legend]), Described(byId, context.Language));
    }

    /// <summary>Arrows in the order of the chain.</summary>
    private static IEnumerable<Shape> Heads(double column, ChartContext context)
    {
        for (int stage = 0; stage < StageRisks.Stages.Count; stage++)
        {
            double left = NameWidth + (column * stage);
            double right = left + column - 1.5;
            double point = stage == StageRisks.Stages.Count - 1 ? right : right + Notch - 1.5;
            double notch = stage == 0 ? left : left + Notch;
            yield return new Polygon(
                [
                    new Point(left, 1), new Point(right - (point > right ? 1.5 : 0), 1), new Point(point, 1 + (HeadHeight / 2)),
                    new Point(right - (point > right ? 1.5 : 0), 1 + HeadHeight), new Point(left, 1 + HeadHeight), new Point(notch, 1 + (HeadHeight / 2)),
                ],
                Palette.Tint,
                new Stroke(Palette.Deep, 0.6));
            yield return new Label(
                left + (column / 2) + 1, 1 + (HeadHeight / 2) + (Lettering.Size * 0.36), StageRisks.Stages[stage].In(context.Language), Lettering.Size, Colour.Navy, Alignment.Centre);
        }
    }

    private static List<Shape> Cell(StageRiskCell cell, Dictionary<string, IndicatorResult> results, Frame frame, ChartContext context)
    {
        double middle = frame.Left + (frame.Width / 2);
        if (cell.Indicator is not { } indicator)
        {
            string word = (cell.IsOpenQuestion ? Words.NotAssessed : Words.NoMark).In(context.Language);
            Label label = new(middle, frame.Top + (frame.Height / 2) + (Lettering.Size * 0.36), word, Lettering.Size, Colour.Muted, Alignment.Centre);
            return cell.IsOpenQuestion ? [new Rect(frame.Left, frame.Top, frame.Width, frame.Height, Palette.Shade, Edge), label] : [label];
        }

        IndicatorResult? result = results.GetValueOrDefault(indicator);
        return
        [
            .. Ground(result, frame),
            .. Lettering.Stack(Lines(result, frame.Width, context), middle, frame.Top + (frame.Height / 2), Lettering.Size, Leading, Alignment.Centre),
        ];
    }

    /// <summary>The word of the band or status, and the number where there is one.</summary>
    private static List<(string Text, FontWeight Weight, Colour Colour)> Lines(IndicatorResult? result, double width, ChartContext context)
    {
        List<(string, FontWeight, Colour)> lines =
            [.. context.Wrap(Word(result, context.Language), Lettering.Size, width - 4, FontWeight.Bold).Select(line => (line, FontWeight.Bold, Colour.Ink))];
        if (result is not null && StageRisks.Number(result, context) is { Length: > 0 } number) lines.Add((number, FontWeight.Regular, Colour.Ink));
        return lines;
    }

    /// <summary>The tint of the band, both tints where the interval crosses a mark, or a dashed frame where there is no band.</summary>
    private static IEnumerable<Shape> Ground(IndicatorResult? result, Frame frame)
    {
        if (result is not { BandLow: { } low })
        {
            yield return new Rect(frame.Left, frame.Top, frame.Width, frame.Height, Colour.White, Edge with { Dash = 2 });
            yield break;
        }

        Band high = result.BandHigh ?? Band.VeryHigh;
        double half = low == high ? frame.Width : frame.Width / 2;
        yield return new Rect(frame.Left, frame.Top, half, frame.Height, Palette.Bands[(int)low], Edge);
        if (low != high) yield return new Rect(frame.Left + half, frame.Top, frame.Width - half, frame.Height, Palette.Bands[(int)high], Edge);
    }

    private static string Word(IndicatorResult? result, Language language) => result switch
    {
        null => ResultText.Status(ResultStatus.Insufficient, language),
        { BandLow: not null } => ResultText.Bands(result, language)!,
        { Indicator: IndicatorId.SelfSufficiency, Low: not null } => Words.NoBand.In(language),
        _ => ResultText.Status(result.Status, language),
    };

    private static List<(string, Look)> Key(Language language) =>
    [
        .. Enum.GetValues<Band>().Select(band => (Vocabulary.Word(Term.Band, band, language), new Look(Palette.Bands[(int)band], Hatch.None, Palette.Grey))),
        (Words.KeyNotAssessed.In(language), new Look(Palette.Shade, Hatch.None, Palette.Grey)),
    ];

    private static string Described(Dictionary<string, IndicatorResult> results, Language language)
    {
        List<string> cells = [];
        foreach (StageRiskRow row in StageRisks.Rows)
        {
            for (int stage = 0; stage < row.Cells.Count; stage++)
            {
                if (row.Cells[stage] is not { Indicator: { } indicator }) continue;
                IndicatorResult? result = results.GetValueOrDefault(indicator);
                cells.Add(Words.StageRiskAltCell.In(
                    language,
                    StageRisks.Stages[stage].In(language),
                    row.Kind.In(language),
                    Word(result, language),
                    result is null ? string.Empty : StageRisks.Number(result, new ChartContext(language, TextMeasures.Estimate))).TrimEnd());
            }
        }

        List<string> high = [.. StageRisks.Rows.SelectMany(row => row.Cells.Select((cell, stage) => (cell, stage)))
            .Where(pair => pair.cell.Indicator is { } indicator && results.GetValueOrDefault(indicator) is { BandLow: >= Band.High })
            .OrderBy(pair => pair.stage).Select(pair => StageRisks.Stages[pair.stage].In(language)).Distinct(StringComparer.Ordinal)];
        string finding = high.Count == 0 ? Words.StageRiskNoneHigh.In(language) : Words.StageRiskHigh.In(language, string.Join(Words.ListSeparator.In(language), high));
        return Words.StageRiskAlt.In(language, finding, string.Join(Words.ItemSeparator.In(language), cells));
    }

    /// <summary>The place of a cell.</summary>
    private readonly record struct Frame(double Left, double Top, double Width, double Height);
}
