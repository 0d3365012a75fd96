using System.Globalization;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Content.Overview;

/// <summary>
/// Four minerals with a goal for base metals, a vintage before, four sources and three missing inputs. Of their 24 results 7 are judged in full and 2 in
/// part, 14 cannot be judged and 1 does not apply; 6 of the 9 scores stand at high or above, 3 of them at very high.
/// </summary>
internal static class OverviewFixtures
{
    public static SelfSufficiencyGoal Goal { get; } =
        new("base", 2030, 80, new ParameterUse("selfSufficiency.goal", "{}", new DateOnly(2021, 2, 15), false), "S 鉱種別自給率");

    /// <summary>What the first vintage says of itself.</summary>
    public static BriefingContext FirstContext { get; } = Fixtures.Context with { Goal = Goal };

    /// <summary>The first vintage: nothing to compare with.</summary>
    public static OverviewInputs First { get; } = new(Fixtures.All)
    {
        Sources =
        [
            // 149 files of 30 rows and one of 168, of which 2 were set aside: 4,638 rows.
            new SourceState("usgs-mcs",
            [
                .. Enumerable.Range(1, 149).Select(place => File("usgs-mcs", place, "2025", new DateOnly(2025, 1, 31), 30)),
                File("usgs-mcs", 150, "2026", new DateOnly(2026, 2, 6), 168) with { SetAside = 2 },
            ]),
            new SourceState("wgi", [File("wgi", 151, "2023 release", new DateOnly(2023, 9, 30), 1_284)]),
            new SourceState("market-outlook", [File("market-outlook", 152, "2026-12-31", new DateOnly(2026, 12, 31), 282, illustrative: true)]),
        ],
        Lacking =
        [
            new LackingInput("domesticSurvey", [Fixtures.NoSurvey("cobalt"), Fixtures.NoSurvey("gallium"), Missing(IndicatorId.SelfSufficiency, "gallium", "noDemandFigure")]),
            new LackingInput("tradeCodes", [Missing(IndicatorId.ImportStabilityConcentrate, "gallium", "notMeasurable"), Missing(IndicatorId.ImportStabilityRefined, "gallium", "notMeasurable")]),
            new LackingInput("prices", [Missing(IndicatorId.PriceFluctuation, "gallium", "noPriceSeries")]),
        ],
    };

    /// <summary>
    /// A vintage later: production of cobalt stood at 0.5575 and is 0.5835, by 0.030 of new data and −0.004 of method; reserves of cobalt could not be judged;
    /// self-sufficiency of cobalt stood at 100.0 per cent and is 103.0.
    /// </summary>
    public static OverviewInputs Later { get; } = First with
    {
        Before = [Fixtures.Cobalt with
        {
            Results = [.. Fixtures.Cobalt.Results.Select(result => result.Indicator switch
            {
                IndicatorId.ProductionConcentration => result with { Value = 0.5575, Low = 0.5575, High = 0.5575, Score = 0.5575, ScoreLow = 0.5575, ScoreHigh = 0.5575 },
                IndicatorId.ReserveConcentration => Missing(IndicatorId.ReserveConcentration, "cobalt", "noCountryTable"),
                IndicatorId.SelfSufficiency => Fixtures.Rate("cobalt", 100, 100, 100),
                _ => result,
            })],
        }],
        Changes = new ChangesSince(
        [
            new ChangedResult("cobalt", IndicatorId.ReserveConcentration, IsInOtherBand: false), new ChangedResult("cobalt", IndicatorId.ProductionConcentration, IsInOtherBand: false),
            new ChangedResult("cobalt", IndicatorId.SelfSufficiency, IsInOtherBand: false), new ChangedResult("copper", IndicatorId.ProductionConcentration, IsInOtherBand: true),
            new ChangedResult("copper", IndicatorId.PriceFluctuation, IsInOtherBand: false),
        ],
        [
            new LargeChange("cobalt", IndicatorId.ReserveConcentration, [new ChangeCause(["newData"], null)]),
            new LargeChange("cobalt", IndicatorId.ProductionConcentration, [new ChangeCause(["newData"], 0.030), new ChangeCause(["method"], -0.004)]),
            new LargeChange("cobalt", IndicatorId.SelfSufficiency, [new ChangeCause(["revisedData", "newData"], 3)]),
        ]),
    };

    /// <summary>What the later vintage says of itself.</summary>
    public static BriefingContext LaterContext { get; } = FirstContext with { Previous = new PreviousVintage("2026Q3-0a0b0c0d", new Quarter(2026, 3), null) };

    /// <summary>The briefing of the first vintage.</summary>
    public static ComposedBriefing ComposeFirst(Language language) => OverviewBriefing.ComposeNumbered(First, FirstContext, language);

    /// <summary>The briefing of the later vintage.</summary>
    public static ComposedBriefing ComposeLater(Language language) => OverviewBriefing.ComposeNumbered(Later, LaterContext, language);

    private static UsedFile File(string source, int place, string edition, DateOnly knownOn, long rows, bool illustrative = false) => new(
        new SourceUse(source, place.ToString("x64", CultureInfo.InvariantCulture), $"{source}-{place}.csv", "Publisher", $"Title, {edition}", "Licence", "Citation", illustrative),
        edition, knownOn, rows, 0);

    private static IndicatorResult Missing(string indicator, string mineral, string reason) =>
        new(indicator, mineral, Stage.Trade, ResultStatus.Insufficient, "1") { Reason = new Reason(reason, ["810520"]) };
}
