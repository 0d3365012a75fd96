using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Four tiles below the title: how many results are judged, judged in part and not judged, and how many stand at high risk or above. Counts, never a composite.</summary>
internal static class OverviewFigures
{
    private const double Gap = 9;
    private const double Padding = 8;
    private static readonly Colour Ground = new(0xF3, 0xF6, 0xFA);
    private static readonly Colour Edge = new(0xD3, 0xDC, 0xE7);
    private static readonly TextStyle LabelStyle = new(7.6, 11, Colour.Muted);
    private static readonly TextStyle NumberStyle = new(19, 25, Colour.Navy);
    private static readonly TextStyle DetailStyle = new(7.4, 10.6, Colour.Ink);

    public static Block Compose(OverviewComposition briefing)
    {
        List<Block> tiles =
        [
            Tile(briefing, Status(briefing, ResultStatus.Ok), "ok", briefing.Say(Words.OverviewTileOf, briefing.Count("all"), briefing.MineralCount())),
            Tile(briefing, Status(briefing, ResultStatus.Partial), "partial", briefing.Say(Words.OverviewTilePartial)),
            Tile(briefing, Status(briefing, ResultStatus.Insufficient), "insufficient", briefing.Say(Words.OverviewTileNotApplicable, briefing.Count("not-applicable"))),
            Tile(briefing, briefing.Say(Words.OverviewTileHigh), "high", briefing.Say(Words.OverviewTileVeryHigh, briefing.Count("very-high"))),
        ];
        return new Row([.. tiles.Select(tile => new RowCell(1, tile))], Gap);
    }

    private static string Status(OverviewComposition briefing, ResultStatus status) => ResultText.Status(status, briefing.Language);

    private static Box Tile(OverviewComposition briefing, string label, string kind, string detail) => new(
        new Column(
            [
                new TextBlock([new Run(label)], LabelStyle),
                new TextBlock([new Run(briefing.Count(kind), FontWeight.Bold), new Run(briefing.Say(Words.OverviewTileUnit))], NumberStyle),
                new TextBlock([new Run(detail), briefing.Notes.Mark(NoteKey.HeatMap)], DetailStyle),
            ]),
        Padding, Ground, Edge, Colour.Navy);
}
