using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Content;

public sealed class MineralFactsTests
{
    private static readonly Quarter Quarter = new(2026, 4);

    public static TheoryData<string> Minerals => [.. Fixtures.All.Select(assessment => assessment.Mineral)];

    [Fact]
    public void A_change_of_band_since_the_last_vintage_comes_first_and_names_both_bands()
    {
        MineralAssessment before = With(Fixtures.Cobalt, Fixtures.Cobalt.Find(IndicatorId.ReserveConcentration)! with { BandLow = Band.Moderate, BandHigh = Band.Moderate });
        BriefingContext context = Fixtures.Context with { Previous = new PreviousVintage("2026Q3-0a1b2c", new Quarter(2026, 3), before) };

        Assert.StartsWith(
            "国別埋蔵寡占度のリスクの区分は、前回（2026年第3四半期）の「中」から「高」に上がった。評点は0.330（0.330〜0.352）である（2026年版）。",
            Points(Fixtures.Cobalt, context, Language.Japanese)[0].Text(), StringComparison.Ordinal);
        Assert.StartsWith(
            "Reserve concentration has moved up from moderate to high since Q3 2026. The score is 0.330 (0.330–0.352) (2026 edition).",
            Points(Fixtures.Cobalt, context, Language.English)[0].Text(), StringComparison.Ordinal);
        Assert.Contains("前回の版（2026年第3四半期）から区分が変わった指標は、国別埋蔵寡占度である。", Lead(context, Language.Japanese), StringComparison.Ordinal);
    }

    [Fact]
    public void A_vintage_in_which_no_band_has_changed_says_so_and_the_first_vintage_says_nothing()
    {
        BriefingContext context = Fixtures.Context with { Previous = new PreviousVintage("2026Q3-0a1b2c", new Quarter(2026, 3), Fixtures.Cobalt) };
        Assert.EndsWith("No indicator has changed its band since the last vintage (Q3 2026).", Lead(context, Language.English), StringComparison.Ordinal);
        Assert.DoesNotContain("last vintage", Lead(Fixtures.Context, Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Band.Moderate, Band.Moderate, Band.High, Band.High, "上がった")]
    [InlineData(Band.High, Band.VeryHigh, Band.High, Band.High, "下がった")]
    [InlineData(Band.Low, Band.VeryHigh, Band.High, Band.High, "絞られた")]
    [InlineData(Band.Moderate, Band.Moderate, Band.Low, Band.VeryHigh, "広がった")]
    public void Bands_go_up_or_down_only_where_no_end_goes_the_other_way(Band low, Band high, Band newLow, Band newHigh, string words)
    {
        IndicatorResult result = Fixtures.Cobalt.Find(IndicatorId.ReserveConcentration)!;
        BriefingContext context = Fixtures.Context with
        {
            Previous = new PreviousVintage("2026Q3-0a1b2c", new Quarter(2026, 3), With(Fixtures.Cobalt, result with { BandLow = low, BandHigh = high })),
        };
        Assert.Contains(words, Points(With(Fixtures.Cobalt, result with { BandLow = newLow, BandHigh = newHigh }), context, Language.Japanese)[0].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_rests_on_illustrative_input_comes_after_what_does_not_and_is_marked_in_the_lead()
    {
        MineralAssessment marked = With(Fixtures.Cobalt, Fixtures.Cobalt.Find(IndicatorId.ProductionConcentration)! with { Illustrative = true });
        Assert.Equal(IndicatorId.ReserveConcentration, Assert.IsType<StandingFact>(Facts(marked)[0]).Result.Indicator);
        Assert.DoesNotContain(Facts(marked), fact => fact is StandingFact { Result.Indicator: IndicatorId.ProductionConcentration });
        Assert.Contains(
            "国別生産寡占度【例示データ】", MineralBriefing.Compose(marked, Fixtures.Context, Language.Japanese).Section("points").Below().OfType<TextBlock>().First().Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Invented_demand_of_a_scenario_is_no_leading_fact_either()
    {
        MineralAssessment copper = Only(Fixtures.Copper, IndicatorId.ScenarioOffshoreWind, IndicatorId.SelfSufficiency);
        Assert.IsType<ScenarioFact>(Facts(copper)[0]);
        Assert.IsType<SelfSufficiencyFact>(Facts(With(copper, copper.Find(IndicatorId.ScenarioOffshoreWind)! with { Illustrative = true }))[0]);
    }

    [Fact]
    public void A_band_that_was_not_known_before_has_not_moved()
    {
        IndicatorResult now = Fixtures.Cobalt.Find(IndicatorId.ReserveConcentration)!;
        Assert.False(MineralFacts.HasMoved(now with { BandLow = null, BandHigh = null }, now));
        Assert.False(MineralFacts.HasMoved(null, now));
        Assert.True(MineralFacts.HasMoved(now with { BandHigh = Band.VeryHigh }, now));
    }

    [Fact]
    public void An_interval_that_crosses_a_mark_is_worded_as_a_range_of_both_bands()
    {
        MineralAssessment copper = Only(Fixtures.Copper, IndicatorId.ProductionConcentration);
        Assert.True(Assert.Single(Facts(copper).OfType<StandingFact>()).IsOpen);
        Assert.Contains(
            Points(copper, Fixtures.Context, Language.Japanese),
            point => point.Text().StartsWith("国別生産寡占度は0.108〜0.260の間にあり、欠測のため区分は「低〜高」の範囲としか定まらない。首位のチリが28.0％を占める（2024年、一部不明）。", StringComparison.Ordinal));
        Assert.Contains(
            Points(copper, Fixtures.Context, Language.English),
            point => point.Text().StartsWith(
                "Production concentration lies within 0.108–0.260; missing data leave the band open, low to high. Chile leads with 28.0% (2024, partly known).", StringComparison.Ordinal));
    }

    [Fact]
    public void An_interval_without_an_upper_end_keeps_its_score_and_says_that_the_band_is_open()
    {
        IndicatorResult open = Fixtures.Copper.Find(IndicatorId.ProductionConcentration)! with { Score = 0.235, ScoreLow = 0.19, ScoreHigh = null, BandLow = Band.Moderate, BandHigh = null };
        MineralAssessment copper = With(Only(Fixtures.Copper, IndicatorId.ProductionConcentration), open);
        Assert.StartsWith(
            "国別生産寡占度は0.235（0.190以上）で、欠測のため区分は「中以上」の範囲としか定まらない。", Points(copper, Fixtures.Context, Language.Japanese)[0].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_band_weighs_as_the_middle_of_its_bands_and_a_little_more()
    {
        MineralAssessment copper = Only(Fixtures.Copper, IndicatorId.ProductionConcentration);
        // Low to high is moderate in the middle: 1 + 0.1077 / 2 + 0.3.
        Assert.Equal(1.35385, Facts(copper)[0].Weight, 1e-9);
        // Very high, alone with 76 %: 3 + 0.5835 / 2 + 0.3.
        Assert.Equal(3.59175, Facts(Only(Fixtures.Cobalt, IndicatorId.ProductionConcentration))[0].Weight, 1e-9);
    }

    [Fact]
    public void A_mineral_of_which_one_indicator_could_be_computed_says_which() => Assert.StartsWith(
        "ガリウムの六指標のうち算定できたのは国別生産寡占度【例示データ】のみで、そのリスクは「高」以上に当たる。",
        MineralBriefing.Compose(Fixtures.Gallium, Fixtures.Context, Language.Japanese).Section("points").Below().OfType<TextBlock>().First().Text(), StringComparison.Ordinal);

    [Fact]
    public void A_supplier_of_more_than_half_is_called_so_and_one_of_high_institutional_risk_too()
    {
        IndicatorResult refined = Fixtures.Copper.Find(IndicatorId.ImportStabilityRefined)!;
        Assert.Contains(
            Points(Fixtures.Copper, Fixtures.Context, Language.Japanese), point => point.Text().Contains("輸入の過半（100.0％）をチリに頼る（2024年）。", StringComparison.Ordinal));

        IndicatorResult risky = refined with { Contributions = [refined.Contributions[0] with { Factor = 0.6 }] };
        Assert.Contains(
            Points(With(Fixtures.Copper, risky), Fixtures.Context, Language.English),
            point => point.Text().Contains("More than half of imports (100.0%) comes from Chile, where institutional risk is high (2024).", StringComparison.Ordinal));
    }

    [Fact]
    public void Growth_from_a_tenth_on_weighs_just_less_than_a_high_score_and_less_of_it_less()
    {
        Assert.Equal(1.9, Weight(0.10), 1e-12);
        Assert.Equal(1.9, Weight(-0.10), 1e-12);
        Assert.Equal(0.38, Weight(0.02), 1e-12);
        Assert.Equal(1.9, Weight(2.57), 1e-12);

        static double Weight(double growth) => Facts(With(Only(Fixtures.Cobalt, IndicatorId.ImportAverage, IndicatorId.ImportGrowth), Fixtures.Cobalt.Find(IndicatorId.ImportGrowth)! with { Value = growth }))
            .OfType<ImportsFact>().Single().Weight;
    }

    [Fact]
    public void Statistics_that_ended_three_years_ago_are_named_with_their_period_and_younger_ones_are_not()
    {
        StaleFact fact = Assert.Single(Facts(Fixtures.Cobalt).OfType<StaleFact>());
        // The fiscal year 2018 ended in March 2019; the production of 2024 is two years old.
        Assert.Equal([IndicatorId.SelfSufficiency], fact.Old.Select(result => result.Indicator));
        IndicatorResult old = Fixtures.Cobalt.Find(IndicatorId.ProductionConcentration)! with { Period = new CalendarYear(2023) };
        Assert.Equal(
            [IndicatorId.SelfSufficiency, IndicatorId.ProductionConcentration], Facts(With(Fixtures.Cobalt, old)).OfType<StaleFact>().Single().Old.Select(result => result.Indicator));
        Assert.Contains(
            Points(With(Fixtures.Cobalt, old), Fixtures.Context, Language.Japanese),
            point => point.Text().StartsWith("自給率（権益ベース）は2018年度の統計、国別生産寡占度は2023年の統計による。3年以上前の統計である。", StringComparison.Ordinal));
    }

    [Fact]
    public void A_parameter_past_its_confirmation_date_is_said()
    {
        IndicatorResult stale = Fixtures.Gallium.Find(IndicatorId.ProductionConcentration)! with { Flags = ["staleParameter"] };
        Assert.Contains(
            Points(With(Fixtures.Gallium, stale), Fixtures.Context, Language.English),
            point => point.Text().StartsWith("Resting on a parameter past its confirmation date: production concentration.", StringComparison.Ordinal));
    }

    [Fact]
    public void An_interval_without_a_point_value_is_said_where_it_tells_anything()
    {
        IndicatorResult open = Fixtures.Copper.Find(IndicatorId.SecondaryUse)!;
        Assert.Contains(Facts(Only(Fixtures.Copper, IndicatorId.SecondaryUse)), fact => fact is IntervalFact { Weight: 0 });
        Assert.DoesNotContain(Facts(With(Only(Fixtures.Copper, IndicatorId.SecondaryUse), open with { ScoreHigh = 1 })), fact => fact is IntervalFact);
    }

    [Fact]
    public void The_largest_supplier_is_said_where_stability_itself_cannot_be_judged()
    {
        MineralAssessment unjudged = With(Only(Fixtures.Copper, IndicatorId.ImportStabilityRefined), Fixtures.Copper.Find(IndicatorId.ImportStabilityRefined)! with { Score = null, ScoreLow = null, ScoreHigh = null, BandLow = null, BandHigh = null, Status = ResultStatus.Insufficient });
        SupplierFact fact = Assert.Single(Facts(unjudged).OfType<SupplierFact>());
        Assert.Equal("CHL", fact.Leader.Iso3);
        Assert.Contains(
            Points(unjudged, Fixtures.Context, Language.Japanese),
            point => point.Text().StartsWith("製錬品の最大の輸入相手はチリで、100.0％を占める（2024年）。安定性そのものは判定不能である。", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Minerals))]
    public void Both_languages_print_the_same_figures_point_by_point(string mineral)
    {
        MineralAssessment assessment = Find(mineral);
        Assert.Equal(Figures(assessment, Language.Japanese), Figures(assessment, Language.English));
        Assert.Equal(Points(assessment, Fixtures.Context, Language.Japanese).Count, Facts(assessment).Count);
    }

    [Theory]
    [MemberData(nameof(Minerals))]
    public void Every_figure_of_a_point_has_a_number_and_every_point_a_note(string mineral)
    {
        foreach (TextBlock point in Points(Find(mineral), Fixtures.Context, Language.Japanese))
        {
            Assert.Contains(point.Runs, run => run.Link?.StartsWith("#note-", StringComparison.Ordinal) == true);
            Assert.All(point.Runs.Where(run => run.Position == ScriptPosition.Baseline && run.Number is null), run => Assert.DoesNotMatch(@"\d\.\d|\d,\d{3}", run.Text));
        }
    }

    [Theory]
    [MemberData(nameof(Minerals))]
    public void A_briefing_makes_at_most_five_points_and_gaps_are_always_among_them(string mineral)
    {
        IReadOnlyList<Fact> facts = Facts(Find(mineral));
        Assert.InRange(facts.Count, 1, 5);
        Assert.IsType<GapFact>(facts[^1]);
        Assert.Equal(facts.SkipLast(2).OrderByDescending(fact => fact.Weight), facts.SkipLast(2));
    }

    private static MineralAssessment Find(string mineral) => Fixtures.All.Single(assessment => assessment.Mineral == mineral);

    private static IReadOnlyList<Fact> Facts(MineralAssessment assessment) => MineralFacts.Of(assessment, null, Quarter);

    private static MineralAssessment With(MineralAssessment assessment, IndicatorResult changed) =>
        assessment with { Results = [.. assessment.Results.Select(result => result.Indicator == changed.Indicator ? changed : result)] };

    private static MineralAssessment Only(MineralAssessment assessment, params string[] indicators) =>
        assessment with { Results = [.. assessment.Results.Where(result => indicators.Contains(result.Indicator))] };

    private static IReadOnlyList<TextBlock> Points(MineralAssessment assessment, BriefingContext context, Language language) =>
        MineralBriefing.Compose(assessment, context, language).Section("points").Below().OfType<BulletList>().Single().Items;

    private static string Lead(BriefingContext context, Language language) =>
        string.Concat(MineralBriefing.Compose(Fixtures.Cobalt, context, language).Section("points").Below().OfType<TextBlock>().First().Runs
            .Where(run => run.Position == ScriptPosition.Baseline).Select(run => run.Text));

    /// <summary>Addresses of the figures that each point prints, in the order in which it prints them.</summary>
    private static IEnumerable<IEnumerable<string>> Figures(MineralAssessment assessment, Language language)
    {
        ComposedBriefing composed = MineralBriefing.ComposeNumbered(assessment, Fixtures.Context, language);
        return [.. composed.Document.Section("points").Below().OfType<BulletList>().Single().Items.Select(point => point.Runs
            .Where(run => run.Number is not null).Select(run => composed.Numbers[run.Number!.Value - 1].Address.Text).Order(StringComparer.Ordinal).ToList())];
    }
}
