using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Section 8: material needed for a million electric vehicles and for ten gigawatts of offshore wind, beside domestic demand.</summary>
internal static class ScenarioSection
{
    /// <summary>Companion of a scenario result: the demand it adds, relative to domestic demand in 2018.</summary>
    public const string DemandRatio = "ratioToDemand2018";

    private const string Demand = "demandIn2018";
    private const string NeodymiumOnly = "neodymiumOnly";

    private static readonly Colour Ground = new(0xF3, 0xF6, 0xFA);
    private static readonly Colour Edge = new(0xD3, 0xDC, 0xE7);
    private static readonly string[] Scenarios = [IndicatorId.ScenarioElectricVehicles, IndicatorId.ScenarioOffshoreWind];

    public static Section Compose(Composition briefing)
    {
        List<IndicatorResult> results = [.. Scenarios.Select(briefing.Assessment.Find).OfType<IndicatorResult>().Where(result => result.Value is not null)];
        return new Section(
            Heading.Of(8, briefing.Say(Words.SectionScenario)),
            1,
            "scenario",
            results.Count == 0
                ? [briefing.Paragraph(briefing.Say(Words.ScenarioNone, briefing.Within(briefing.Mineral)), NoteKey.Scenario)]
                : [Composition.Together(
                    briefing.Paragraph(briefing.Say(Words.ScenarioLead), NoteKey.Scenario),
                    new Row([.. Tiles(briefing, results).Select(tile => new RowCell(1, tile))], Composition.Gutter))]);
    }

    /// <summary>Name of a scenario; with the metal it counts where that is one of several.</summary>
    internal static string Name(Composition briefing, IndicatorResult result) => result.Flags.Contains(NeodymiumOnly)
        ? briefing.Say(Words.Bracketed, briefing.Name(result.Indicator), Vocabulary.Word(Term.Flag, NeodymiumOnly, briefing.Language))
        : briefing.Name(result.Indicator);

    /// <summary>The ratio to domestic demand as a share of 1, or none.</summary>
    internal static double? Ratio(IndicatorResult result) => RatioOf(result) is { } ratio ? KeyPoints.AsShare(ratio.Value!.Value, ratio.Unit) : null;

    /// <summary>The ratio to domestic demand as it was computed, or none.</summary>
    internal static Companion? RatioOf(IndicatorResult result) => result.Companions.FirstOrDefault(companion => companion is { Id: DemandRatio, Value: not null });

    /// <summary>Two places side by side; one scenario alone keeps to the left one.</summary>
    private static IEnumerable<Block> Tiles(Composition briefing, List<IndicatorResult> results) =>
        Enumerable.Range(0, Scenarios.Length).Select(index => index < results.Count ? (Block)Tile(briefing, results[index]) : new Column([]));

    private static Box Tile(Composition briefing, IndicatorResult result)
    {
        Proof.Of(result).Required(briefing.Assessment.Mineral, result.Indicator);
        List<Block> lines = [];
        if (result.Illustrative)
        {
            lines.Add(new TextBlock(
                [new Run(briefing.Say(Words.Illustrative), FontWeight.Bold)], TextStyle.Caption with { Colour = Charts.Palette.Brick }));
        }

        lines.Add(new TextBlock([new Run(Name(briefing, result)), briefing.Notes.Mark(NoteKey.Scenario)], TextStyle.Caption));
        lines.Add(new TextBlock(
            [new Run(briefing.Write(FigurePath.Result(result.Indicator, "value"), result.Value!.Value, DisplayNumber.Tonnes), FontWeight.Bold), new Run(" t")],
            new TextStyle(15, 22, Colour.Navy)));
        if (result.Companions.FirstOrDefault(companion => companion.Id == DemandRatio) is { Value: { } ratio, Unit: { } unit })
        {
            string percent = briefing.Write(FigurePath.Result(result.Indicator, DemandRatio), ratio, value => DisplayNumber.PercentOfShare(KeyPoints.AsShare(value, unit)));
            string ofDemand = result.Companions.FirstOrDefault(companion => companion.Id == Demand)?.Value is { } demand
                ? briefing.Say(Words.ScenarioRatioOf, percent, briefing.Write(FigurePath.Result(result.Indicator, Demand), demand, DisplayNumber.Tonnes))
                : briefing.Say(Words.ScenarioRatio, percent);
            lines.Add(new TextBlock([new Run(ofDemand)], TextStyle.TableCell));
        }

        return new Box(new Column(lines), 8, Ground, Edge, result.Illustrative ? Charts.Palette.Brick : Colour.Navy);
    }
}
