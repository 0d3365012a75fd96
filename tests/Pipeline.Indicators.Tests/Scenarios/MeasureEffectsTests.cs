using System.Text;
using System.Text.Json;
using Pipeline.Domain;
using Pipeline.Indicators.Assembly;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Results;
using Pipeline.Indicators.Scenarios;
using Pipeline.Indicators.Scenarios.Baseline;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Scenarios;

/// <summary>Standard measures of one tenth, taken together where the findings point at them.</summary>
public sealed class MeasureEffectsTests
{
    private const string Imports = """
        "imports": { "refined": [
          { "country": "AUS", "tonnes": 60, "institutionalRisk": 0.30 },
          { "country": "BRA", "tonnes": 30, "institutionalRisk": 0.55 },
          { "country": "CHL", "tonnes": 10, "institutionalRisk": 0.80 } ] }
        """;

    private const string Production = """ "production": { "countries": { "AUS": 50, "BRA": 30, "CHL": 20 } } """;

    private const string Domestic = """ "domestic": { "demand": 1000, "oldScrap": 180, "smelterResidues": 40, "processScrap": 120 } """;

    [Fact]
    public void The_safest_present_supplier_takes_a_tenth_of_production_over_from_the_largest()
    {
        MeasureEffects effects = Effects($"{Imports}, {Production}");
        Assert.Equal([new AssumedShift("production", "AUS", "BRA", 0.1)], Measure(effects, PolicyToolKind.UpstreamDevelopment).Assumed);
        // 0.5² + 0.3² + 0.2² = 0.38; 0.4² + 0.4² + 0.2² = 0.36.
        EffectFigure figure = effects.Find(IndicatorId.ProductionConcentration)!;
        Assert.Equal(0.38, figure.Before.Score!.Value, 1e-9);
        Assert.Equal(0.36, figure.After.Score!.Value, 1e-9);
        Assert.Equal(-0.02, figure.Difference!.Value, 1e-9);
        Assert.Equal([PolicyToolKind.UpstreamDevelopment], figure.Tools);
    }

    [Fact]
    public void A_supplier_that_would_have_to_more_than_double_is_not_counted_on()
    {
        // Australia is the safest but supplies 8 of 100: with a tenth more it would come to more than twice that.
        MeasureEffects effects = Effects($$"""{{Imports}}, "production": { "countries": { "AUS": 8, "BRA": 42, "CHL": 50 } } """);
        Assert.Equal([new AssumedShift("production", "CHL", "BRA", 0.1)], Measure(effects, PolicyToolKind.UpstreamDevelopment).Assumed);
    }

    [Fact]
    public void A_domestic_smelter_takes_the_place_of_a_tenth_of_refined_imports()
    {
        MeasureEffects effects = Effects(Imports);
        Assert.Equal([new AssumedShift("imports/refined", "AUS", "JPN", 0.1)], Measure(effects, PolicyToolKind.SmelterSupportAndStockpile).Assumed);
        // 50, 30 and 10 of 90 remain: (0.30 x 2500 + 0.55 x 900 + 0.80 x 100) / 8100 = 1325 / 8100.
        EffectFigure figure = effects.Find(IndicatorId.ImportStabilityRefined)!;
        Assert.Equal(0.1655, figure.Before.Score!.Value, 1e-9);
        Assert.Equal(1325.0 / 8100, figure.After.Score!.Value, 1e-9);
    }

    [Fact]
    public void Recycling_adds_ten_points_of_demand_to_both_rates()
    {
        MeasureEffects effects = Effects($"{Imports}, {Domestic}", PolicyToolKind.Recycling);
        // (180 + 120) / 1000 = 0.30 and ten points more; ③ + ④ + ⑤ = 340 of 1000.
        Assert.Equal((0.70, 0.60), Scores(effects, IndicatorId.SecondaryUse));
        EffectFigure rate = effects.Find(IndicatorId.SelfSufficiency)!;
        Assert.Equal(34, rate.Before.Low!.Value, 1e-9);
        Assert.Equal(44, rate.After.Low!.Value, 1e-9);
    }

    [Fact]
    public void A_tenth_less_use_lowers_demand_and_what_vehicles_need()
    {
        MeasureEffects effects = Effects($"{Imports}, {Domestic}", PolicyToolKind.Substitution);
        // 300 of 900 and 340 of 900.
        Assert.Equal(1 - (300.0 / 900), effects.Find(IndicatorId.SecondaryUse)!.After.Score!.Value, 1e-9);
        Assert.Equal(34000.0 / 900, effects.Find(IndicatorId.SelfSufficiency)!.After.Low!.Value, 1e-9);
        EffectFigure vehicles = effects.Find(IndicatorId.ScenarioElectricVehicles)!;
        Assert.Equal((83_000, 74_700), (vehicles.Before.Value!.Value, Math.Round(vehicles.After.Value!.Value, 6)));
    }

    [Fact]
    public void Measures_are_taken_together()
    {
        MeasureEffects effects = Effects($"{Imports}, {Domestic}", PolicyToolKind.Substitution, PolicyToolKind.Recycling);
        // 900 of demand, ten points of which are 90: (300 + 90) / 900.
        Assert.Equal(1 - (390.0 / 900), effects.Find(IndicatorId.SecondaryUse)!.After.Score!.Value, 1e-9);
        Assert.Equal([PolicyToolKind.Substitution, PolicyToolKind.Recycling], effects.Find(IndicatorId.SecondaryUse)!.Tools);
    }

    [Fact]
    public void What_no_taken_measure_acts_on_stays_as_it_was()
    {
        MeasureEffects effects = Effects($"{Imports}, {Production}, {Domestic}", PolicyToolKind.Recycling);
        Assert.All(effects.Figures.Where(figure => figure.Tools.Count == 0), figure => Assert.Equal(figure.Before, figure.After));
        Assert.Equal(effects.Find(IndicatorId.ProductionConcentration)!.Before, effects.Find(IndicatorId.ProductionConcentration)!.After);
    }

    [Fact]
    public void A_tool_that_is_not_indicated_or_has_nothing_to_act_on_says_why()
    {
        (MineralAssessment assessment, MineralAssessor assessor) = Assess(Imports);
        string[] Why(params PolicyTool[] tools) => [.. assessor.Effects(assessment with { Tools = tools }).Measures.Select(measure => measure.NotTaken!.Code)];
        Assert.Equal(["measureNotIndicated"], Why(new PolicyTool(PolicyToolKind.Recycling, ToolStrength.NotIndicated, [])));
        Assert.Equal(["measureCannotBeJudged"], Why(new PolicyTool(PolicyToolKind.Recycling, ToolStrength.CannotBeJudged, [])));
        Assert.Equal(["measureNoSecondaryRate"], Why(new PolicyTool(PolicyToolKind.Recycling, ToolStrength.Indicated, [])));
        Assert.Equal(["measureNoOtherSupplier"], Why(new PolicyTool(PolicyToolKind.UpstreamDevelopment, ToolStrength.Possible, [])));
    }

    [Fact]
    public void A_largest_supplier_with_less_than_a_tenth_gives_nothing_to_take_over()
    {
        string countries = string.Join(", ", new[] { "ARG", "AUS", "AUT", "BEL", "BRA", "CAN", "CHL", "CHN", "DEU", "ESP", "FIN" }.Select(iso3 => $"\"{iso3}\": 10"));
        MeasureEffects effects = Effects($$"""{{Imports}}, "production": { "countries": { {{countries}} } }""", PolicyToolKind.UpstreamDevelopment);
        Assert.Equal("measureNoOtherSupplier", Measure(effects, PolicyToolKind.UpstreamDevelopment).NotTaken!.Code);
    }

    [Fact]
    public void Figures_that_are_kept_to_protect_companies_are_not_given_away_by_a_measure()
    {
        DomesticSupplyObservation[] rows =
        [
            Survey.Row(DomesticQuantity.DomesticDemand, "1000"),
            Survey.Row(DomesticQuantity.OldScrap, "150", contributors: 2, largest: 0.9),
            Survey.Row(DomesticQuantity.ProcessScrap, "160"),
            Survey.Row(DomesticQuantity.SmelterResidues, "65"),
        ];
        MineralAssessor assessor = new(new ObservationIndex(rows), Given.Parameters, [Use(rows[0].Cell.Snapshot)]);
        MineralAssessment assessment = assessor.Assess(Survey.Mineral) with { Tools = [new PolicyTool(PolicyToolKind.Recycling, ToolStrength.Indicated, [])] };
        StandardMeasure measure = Assert.Single(assessor.Effects(assessment).Measures);
        Assert.Equal("measureFiguresProtected", measure.NotTaken!.Code);
        Assert.Equal(new RefusedShift("secondary", measure.NotTaken), Assert.Single(measure.Refused));
        Assert.Empty(measure.Assumed);
    }

    [Fact]
    public void The_side_before_is_what_is_published_although_rows_of_its_file_were_set_aside()
    {
        (MineralAssessment assessment, MineralAssessor assessor) = Assess($"{Imports}, {Production}, {Domestic}");
        HashSet<string> incomplete = [.. assessment.Results.SelectMany(result => result.AllEvidence).SelectMany(node => node.Walk()).SelectMany(node => node.Cells).Select(cell => cell.Snapshot)];
        MineralAssessment published = QuarantineMarks.On(assessment with { Effects = assessor.Effects(assessment) }, incomplete);
        Assert.Contains(published.Results, result => result.Flags.Contains("quarantinedRows"));
        Assert.All(published.Effects!.Figures, figure => Assert.Equal(EffectSide.Of(published.Find(figure.Indicator)!), figure.Before));
    }

    [Fact]
    public void A_row_in_whose_place_nothing_stands_is_taken_out_all_the_same()
    {
        DomesticSupplyObservation[] rows = [Survey.Row(DomesticQuantity.DomesticDemand, "1000"), Survey.Row(DomesticQuantity.OldScrap, "150")];
        ObservationIndex index = new(rows);
        Assert.Equal([rows[0]], index.With([], row => row == rows[1]).Rows<DomesticSupplyObservation>());
        Assert.Equal(rows, index.Rows<DomesticSupplyObservation>());
    }

    [Fact]
    public void Effects_survive_storage_and_leave_the_assessment_as_it_was()
    {
        (MineralAssessment assessment, MineralAssessor assessor) = Assess($"{Imports}, {Production}, {Domestic}");
        string before = Json(assessment);
        MineralAssessment stored = assessment with { Effects = assessor.Effects(assessment) };
        Assert.Equal(Json(stored), Json(JsonSerializer.Deserialize<MineralAssessment>(Json(stored), PipelineJson.Options)!));
        Assert.Equal(before, Json(assessor.Assess("copper")));
        Assert.Equal(Json(stored.Effects!), Json(assessor.Effects(assessment)));
        Assert.Equal(["effects.part"], stored.Effects!.Parameters.Select(parameter => parameter.Id));
    }

    private static MeasureEffects Effects(string inputs, params PolicyToolKind[] indicated)
    {
        (MineralAssessment assessment, MineralAssessor assessor) = Assess(inputs);
        return assessor.Effects(indicated.Length == 0 ? assessment : assessment with { Tools = [.. indicated.Select(kind => new PolicyTool(kind, ToolStrength.Indicated, []))] });
    }

    private static (MineralAssessment Assessment, MineralAssessor Assessor) Assess(string inputs)
    {
        string json = $$"""{ "inputs": { "mineral": "copper", "year": 2024, {{inputs}} } }""";
        ScenarioRequest request = ScenarioRequest.Read(Encoding.UTF8.GetBytes(json));
        ScenarioSource source = new(request.Hash);
        MineralAssessor assessor = new(
            new ObservationIndex([.. new InputsObservations(request.Mineral, request.Inputs!, source, Given.Parameters).All()]), Given.Parameters, [source.Use]);
        return (assessor.Assess(request.Mineral), assessor);
    }

    private static StandardMeasure Measure(MeasureEffects effects, PolicyToolKind tool) => effects.Measures.Single(measure => measure.Tool == tool);

    private static (double Before, double After) Scores(MeasureEffects effects, string indicator) =>
        (Math.Round(effects.Find(indicator)!.Before.Score!.Value, 9), Math.Round(effects.Find(indicator)!.After.Score!.Value, 9));

    private static SourceUse Use(string snapshot) => new("domestic-survey", snapshot, "survey.csv", "publisher", "title", "licence", "citation", false);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, PipelineJson.Options);
}
