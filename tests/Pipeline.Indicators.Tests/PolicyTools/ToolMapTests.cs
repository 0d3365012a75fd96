using Pipeline.Domain;
using Pipeline.Indicators.PolicyTools;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.PolicyTools;

/// <summary>Section 10.1, on figures as they are printed there. The same examples go through the doors of the app as scenarios.</summary>
[Trait("Clause", "10.1")]
public sealed class ToolMapTests
{
    [Fact]
    public void The_scores_of_rare_earths_point_at_all_four_tools()
    {
        IReadOnlyList<PolicyTool> tools = Tools(Six(0.20, 0.44, null, 0.22, 0.70, 0.99));
        Assert.Equal(
            [PolicyToolKind.UpstreamDevelopment, PolicyToolKind.SmelterSupportAndStockpile, PolicyToolKind.Substitution, PolicyToolKind.Recycling],
            tools.Select(tool => tool.Kind));
        Assert.All(tools, tool => Assert.Equal(ToolStrength.Indicated, tool.Strength));
        Assert.Equal([IndicatorId.ProductionConcentration], Indicated(tools[0]));
    }

    [Fact]
    public void The_scores_of_copper_point_at_upstream_and_recycling_both_by_demand()
    {
        IReadOnlyList<PolicyTool> tools = Tools([.. Six(0.09, 0.11, 0.10, 0.10, 0.29, 0.60), Ratio(IndicatorId.ScenarioElectricVehicles, 7.8), Ratio(IndicatorId.ScenarioOffshoreWind, 10.8)]);
        Assert.Equal(
            [ToolStrength.Indicated, ToolStrength.NotIndicated, ToolStrength.NotIndicated, ToolStrength.Indicated], tools.Select(tool => tool.Strength));
        Assert.Equal([ToolTrigger.ScenarioRatio], Indicated(tools[0]));
        Assert.Equal([ToolTrigger.ScenarioRatio], Indicated(tools[3]));
        ToolTrigger ratio = tools[3].Triggers[^1];
        Assert.Equal(0.186, ratio.Value!.Value, 1e-6);
        Assert.Equal(0.10, ratio.Threshold);
        Assert.Equal(IndicatorId.ScenarioOffshoreWind, ratio.Leader);
    }

    [Fact]
    public void An_interval_that_only_ends_above_the_threshold_makes_a_tool_possible() => Assert.Equal(
        ToolStrength.Possible,
        Tools([Scored(IndicatorId.ReserveConcentration, 0.21) with { Status = ResultStatus.Partial, ScoreHigh = 0.27 }])[0].Triggers[0].Strength);

    [Fact]
    public void An_insufficient_figure_cannot_be_judged_whatever_its_interval() => Assert.Equal(
        ToolStrength.CannotBeJudged,
        Tools([new IndicatorResult(IndicatorId.ReserveConcentration, "copper", Stage.Reserve, ResultStatus.Insufficient, "1") { Low = 0.0814, High = 0.2750 }])[0].Triggers[0].Strength);

    [Theory]
    [InlineData(0.10, ToolStrength.Indicated)]
    [InlineData(0.0999, ToolStrength.NotIndicated)]
    [InlineData(-0.20, ToolStrength.NotIndicated)]
    public void Growth_of_imports_is_compared_as_it_is(double growth, ToolStrength strength)
    {
        IndicatorResult result = new(IndicatorId.ImportGrowth, "copper", Stage.Trade, ResultStatus.Ok, "1") { Value = growth, Low = growth, High = growth };
        Assert.Equal(strength, Tools([result])[3].Triggers[1].Strength);
    }

    [Fact]
    public void A_score_without_upper_bound_is_possible_at_most() => Assert.Equal(
        ToolStrength.Possible,
        Tools([Scored(IndicatorId.ReserveConcentration, 0.10) with { ScoreHigh = null }])[0].Triggers[0].Strength);

    [Fact]
    public void A_line_says_value_threshold_and_who_contributes_most_in_both_languages()
    {
        IndicatorResult result = Scored(IndicatorId.ProductionConcentration, 0.44) with
        {
            Contributions = [Part("AUS", 0.04), Part("CHN", 0.36), Part("USA", 0.04)],
        };
        ToolTrigger trigger = Tools([result])[0].Triggers[1];
        Assert.Equal("国別生産寡占度は0.440で基準0.250に達する。最大の寄与は中国（81.8％）", ToolSentence.Of(trigger, Language.Japanese));
        Assert.Equal("Production concentration by country is 0.440, which reaches the mark of 0.250; China contributes most (81.8 %)", ToolSentence.Of(trigger, Language.English));
        Assert.Equal(["score", "scoreLow", "scoreHigh"], trigger.Figures.Select(figure => figure.Figure));
    }

    [Fact]
    public void Every_strength_and_every_tool_has_words()
    {
        Assert.All(Enum.GetValues<PolicyToolKind>(), tool => Assert.NotEmpty(Vocabulary.Word(Term.Tool, tool, Language.Japanese)));
        Assert.Equal(["該当", "可能性あり", "判定不能", "該当せず"], Enum.GetValues<ToolStrength>().Select(strength => Vocabulary.Word(Term.ToolStrength, strength, Language.Japanese)));
        ToolTrigger[] triggers = [.. Tools([]).SelectMany(tool => tool.Triggers), .. Tools(Six(0.2, 0.3, null, 0.2, 0.2, 0.2)).SelectMany(tool => tool.Triggers)];
        Assert.All(triggers, trigger => Assert.DoesNotContain("{", ToolSentence.Of(trigger, Language.Japanese), StringComparison.Ordinal));
    }

    private static IReadOnlyList<PolicyTool> Tools(IReadOnlyList<IndicatorResult> results) => ToolMap.Of(results, Given.Parameters);

    private static IEnumerable<string> Indicated(PolicyTool tool) => tool.Triggers.Where(trigger => trigger.Strength == ToolStrength.Indicated).Select(trigger => trigger.Subject);

    private static IndicatorResult[] Six(params double?[] scores) => [.. IndicatorId.Six.Zip(scores, (id, score) => score is { } known
        ? Scored(id, known)
        : new IndicatorResult(id, "copper", Stage.Trade, ResultStatus.NotApplicable, "1"))];

    private static IndicatorResult Scored(string id, double score) => new(id, "copper", Stage.Trade, ResultStatus.Ok, "1")
    {
        Value = score, Low = score, High = score, Score = score, ScoreLow = score, ScoreHigh = score,
    };

    private static IndicatorResult Ratio(string id, double percent) => new(id, "copper", Stage.Use, ResultStatus.Ok, "t")
    {
        Value = 1, Companions = [new Companion("ratioToDemand2018", percent, "percent")],
    };

    private static Contribution Part(string key, double term) => new(key, null, null, term, new EvidenceNode("squared share", key, term, "1"));
}
