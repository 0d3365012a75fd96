using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// Section 2: the six indicators of every mineral, one row a mineral. Each cell says score and band; a tint repeats the band. Judged in part, not judged,
/// not applicable and illustrative each have their own mark, and a range that crosses a mark names both bands.
/// </summary>
internal static class HeatMapSection
{
    private const double Padding = 10.5;
    private const double NarrowestNames = 60;

    public static Section Compose(OverviewComposition briefing)
    {
        IReadOnlyList<TableRow> rows = [.. briefing.Counts.Cells.GroupBy(cell => cell.Mineral, StringComparer.Ordinal).Select(row => new TableRow(
            [new TableCell([new Run(briefing.Mineral(row.Key))], IsRowHeading: true), .. row.Select(cell => Cell(briefing, cell))]))];
        string[] headings = [.. IndicatorId.Six.Select(id => ShortName.Of(id, briefing.Language))];
        double[] widths = [.. headings.Select((heading, index) => Padding + rows.Select(row => Width(briefing, row.Cells[index + 1].Runs)).Append(LongestPiece(briefing, heading)).Max())];
        Table table = new(
            [
                // What is left over goes to the names, which may take two lines: wider columns of scores would only break their headings in worse places.
                new TableColumn(briefing.Say(Words.ColumnMineral), Math.Max(BriefingParts.TextWidth - widths.Sum(), NarrowestNames)),
                .. headings.Select((heading, index) => new TableColumn(heading, widths[index], Alignment.Centre)),
            ],
            rows,
            briefing.TableCaption(briefing.Say(Words.HeatMapCaption), briefing.SixProof, NoteKey.Reading, NoteKey.HeatMap));
        return new Section(Heading.Of(2, briefing.Say(Words.SectionHeatMap)), 1, "heat-map", [table]);
    }

    private static double Width(OverviewComposition briefing, IReadOnlyList<Run> runs) => runs.Sum(run => briefing.Context.Measure(run.Text, TextStyle.TableCell.Size, run.Weight));

    /// <summary>A heading breaks at a space, or before a bracket.</summary>
    private static double LongestPiece(OverviewComposition briefing, string heading) => heading.Replace("（", " （", StringComparison.Ordinal).Split(' ')
        .Max(piece => briefing.Context.Measure(piece, TextStyle.TableCell.Size, FontWeight.Bold));

    private static TableCell Cell(OverviewComposition briefing, OverviewCell cell) => cell.Result switch
    {
        { Status: ResultStatus.NotApplicable } => new TableCell([new Run(briefing.Say(Words.HeatNotApplicable), Colour: Colour.Muted)], Palette.Shade),
        { Score: { } } result => new TableCell([.. Scored(briefing, result)], BandTint.Of(result)),
        { ScoreLow: not null } result => new TableCell(
            [.. Illustrative(briefing, result), new Run(briefing.Say(Words.HeatRangeOnly, ResultText.Interval(result, briefing.Language, briefing.Writer(result.Mineral))), Colour: Colour.Muted)]),
        _ => new TableCell([new Run(briefing.Say(Words.HeatMissing), Colour: Colour.Muted)]),
    };

    private static IEnumerable<Run> Scored(OverviewComposition briefing, IndicatorResult result)
    {
        foreach (Run mark in Illustrative(briefing, result)) yield return mark;
        yield return new Run(briefing.Writer(result.Mineral)(Numbers.FigurePath.Result(result.Indicator, "score"), result.Score!.Value, DisplayNumber.Score));
        yield return new Run("\u00A0" + Bands(briefing, result), FontWeight.Bold);
        if (result.Status == ResultStatus.Partial) yield return new Run(briefing.Say(Words.HeatPartial));
    }

    private static Run[] Illustrative(OverviewComposition briefing, IndicatorResult result) =>
        result.Illustrative ? [new Run(briefing.Say(Words.HeatIllustrative), FontWeight.Bold)] : [];

    /// <summary>Band or bands in the short words of the map.</summary>
    internal static string Bands(BriefingParts briefing, IndicatorResult result)
    {
        Band low = result.BandLow!.Value;
        string from = Short(briefing, low);
        if (result.BandHigh is not { } high) return low == Band.VeryHigh || result.ScoreHigh is not null ? from : briefing.Say(Words.BandOrAbove, from);
        return low == high ? from : briefing.Say(Words.Range, from, Short(briefing, high));
    }

    private static string Short(BriefingParts briefing, Band band) => briefing.Say(band switch
    {
        Band.Low => Words.ShortBandLow,
        Band.Moderate => Words.ShortBandModerate,
        Band.High => Words.ShortBandHigh,
        _ => Words.ShortBandVeryHigh,
    });
}
