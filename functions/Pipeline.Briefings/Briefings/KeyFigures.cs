using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// Four tiles below the title, in the same places for every mineral so that briefings can be laid side by side: concentration of supply
/// (production; reserves where production cannot be judged), import stability (the stage at greater risk), average imports, and prices
/// (secondary use where prices cannot be judged).
/// </summary>
internal static class KeyFigures
{
    private const double Gap = 9;
    private const double Padding = 8;
    private const double AccentWidth = 3;
    private static readonly Colour Ground = new(0xF3, 0xF6, 0xFA);
    private static readonly Colour Edge = new(0xD3, 0xDC, 0xE7);
    private static readonly TextStyle LabelStyle = new(7.6, 11, Colour.Muted);
    private static readonly TextStyle DetailStyle = new(7.4, 10.6, Colour.Ink);

    public static Block Compose(Composition briefing)
    {
        List<Block> tiles =
        [
            ScoreTile(briefing, FirstScored(briefing, IndicatorId.ProductionConcentration, IndicatorId.ReserveConcentration)),
            ScoreTile(briefing, RiskierStage(briefing)),
            ImportTile(briefing),
            ScoreTile(briefing, FirstScored(briefing, IndicatorId.PriceFluctuation, IndicatorId.SecondaryUse)),
        ];
        return new Row([.. tiles.Select(tile => new RowCell(1, tile))], Gap);
    }

    private static string FirstScored(Composition briefing, string first, string second) =>
        briefing.Assessment.Find(first)?.Score is null && briefing.Assessment.Find(second)?.Score is not null ? second : first;

    private static string RiskierStage(Composition briefing)
    {
        double? concentrate = briefing.Assessment.Find(IndicatorId.ImportStabilityConcentrate)?.Score;
        double? refined = briefing.Assessment.Find(IndicatorId.ImportStabilityRefined)?.Score;
        return refined is null && concentrate is not null || concentrate > refined ? IndicatorId.ImportStabilityConcentrate : IndicatorId.ImportStabilityRefined;
    }

    private static Box ScoreTile(Composition briefing, string indicator)
    {
        IndicatorResult? result = briefing.Assessment.Find(indicator);
        string label = ShortName.Of(indicator, briefing.Language);
        if (result?.Score is not { } score) return Missing(briefing, label, result, indicator);
        string band = ResultText.Bands(result, briefing.Language) is { } bands ? briefing.Say(Words.TileBand, bands) : string.Empty;
        string range = ResultText.Interval(result, briefing.Language, briefing.Write) is { } interval ? briefing.Say(Words.TileRange, interval) : string.Empty;
        return Tile(
            briefing,
            label,
            (briefing.Write(FigurePath.Result(indicator, "score"), score, DisplayNumber.Score), string.Empty),
            [(band, FontWeight.Bold), (range, FontWeight.Regular)],
            result,
            indicator,
            Finding(briefing, result));
    }

    private static Box ImportTile(Composition briefing)
    {
        string label = briefing.Say(Words.TileImports);
        IndicatorResult? average = briefing.Assessment.Find(IndicatorId.ImportAverage);
        if (average?.Value is not { } tonnes) return Missing(briefing, label, average, NoteKey.Imports);
        string growth = briefing.Assessment.Find(IndicatorId.ImportGrowth) is { Value: { } change } result
            ? briefing.Say(Words.TileGrowth, briefing.Write(
                FigurePath.Result(IndicatorId.ImportGrowth, "value"), change, value => DisplayNumber.SignedPercentOfShare(KeyPoints.AsShare(value, result.Unit))))
            : briefing.Say(Words.TileGrowthUnknown);
        return Tile(
            briefing,
            label,
            (briefing.Write(FigurePath.Result(IndicatorId.ImportAverage, "value"), tonnes, DisplayNumber.Tonnes), " t"),
            [(growth, FontWeight.Bold)],
            average,
            NoteKey.Imports,
            briefing.Say(Words.TileContained));
    }

    /// <summary>What explains the number best: the largest country, or the volatility.</summary>
    private static string Finding(Composition briefing, IndicatorResult result)
    {
        if (result.Indicator == IndicatorId.PriceFluctuation && result.Value is { } volatility)
            return briefing.Say(Words.TileVolatility, ResultText.Amount(
                volatility, result.Unit, briefing.Language, FigurePath.Result(result.Indicator, "value"), briefing.Write));
        return LeadingShare.Of(result) is { } leader
            ? briefing.Say(Words.TileLeader, ResultText.Country(leader.Iso3, briefing.Language), briefing.Write(leader.Path, leader.Share, DisplayNumber.PercentOfShare))
            : string.Empty;
    }

    private static Box Tile(
        Composition briefing,
        string label,
        (string Number, string Unit) figure,
        IEnumerable<(string Text, FontWeight Weight)> details,
        IndicatorResult result,
        string note,
        string finding)
    {
        double size = Fitting(briefing, figure.Number + figure.Unit, FontWeight.Bold, 19, 17, 15, 13);
        List<Run> number = [new Run(figure.Number, FontWeight.Bold)];
        if (figure.Unit.Length > 0) number.Add(new Run(figure.Unit));
        List<Block> lines =
        [
            Label(briefing, label),
            new TextBlock(number, new TextStyle(size, 25, Colour.Navy)),
            .. details.Where(detail => detail.Text.Length > 0).Select(detail => new TextBlock([new Run(detail.Text, detail.Weight)], DetailStyle)),
        ];
        if (finding.Length > 0) lines.Add(new TextBlock([new Run(finding)], DetailStyle));
        TextStyle quiet = DetailStyle with { Colour = Colour.Muted };
        if (result.Period is { } period) lines.Add(Period(briefing, PeriodText.Of(period, briefing.Language), quiet));
        lines.Add(new TextBlock([new Run(ResultText.Status(result.Status, briefing.Language)), briefing.Notes.Mark(note)], quiet));
        return Framed(briefing, lines, result.Illustrative);
    }

    private static Box Missing(Composition briefing, string label, IndicatorResult? result, string note)
    {
        ResultStatus status = result?.Status ?? ResultStatus.Insufficient;
        string word = ResultText.Status(status, briefing.Language);
        string reason = ResultText.ShortReason(result, briefing.Language, briefing.Write);
        List<Block> lines =
        [
            Label(briefing, label),
            new TextBlock([new Run(word)], new TextStyle(Fitting(briefing, word, FontWeight.Bold, 13, 11, 10, 9.5, 9), 25, Colour.Muted, Weight: FontWeight.Bold)),
            new TextBlock([new Run(reason), briefing.Notes.Mark(note)], DetailStyle),
        ];
        return Framed(briefing, lines, result?.Illustrative ?? false);
    }

    private static TextBlock Period(Composition briefing, string text, TextStyle style) =>
        new([new Run(text)], style with { Size = Fitting(briefing, text, FontWeight.Regular, style.Size, 7, 6.6) });

    private static TextBlock Label(Composition briefing, string text) =>
        new([new Run(text)], LabelStyle with { Size = Fitting(briefing, text, FontWeight.Regular, LabelStyle.Size, 7.2, 6.8) });

    /// <summary>The first size at which a text fits into one line of a tile, or the last one.</summary>
    private static double Fitting(Composition briefing, string text, FontWeight weight, params IReadOnlyList<double> sizes)
    {
        double room = ((Composition.TextWidth - (3 * Gap)) / 4) - (2 * Padding) - AccentWidth;
        return sizes.FirstOrDefault(size => briefing.Context.Measure(text, size, weight) <= room, sizes[^1]);
    }

    private static Box Framed(Composition briefing, List<Block> lines, bool illustrative)
    {
        if (illustrative)
        {
            lines.Insert(0, new TextBlock(
                [new Run(briefing.Say(Words.Illustrative), FontWeight.Bold)], LabelStyle with { Colour = Charts.Palette.Brick }));
        }

        return new Box(new Column(lines), Padding, Ground, Edge, illustrative ? Charts.Palette.Brick : Colour.Navy);
    }
}
