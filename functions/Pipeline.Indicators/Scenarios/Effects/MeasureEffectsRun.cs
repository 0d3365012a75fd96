using Pipeline.Domain;
using Pipeline.Indicators.Concentration;
using Pipeline.Indicators.Imports;
using Pipeline.Indicators.ImportStability;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.ScenarioDemand;
using Pipeline.Indicators.Scenarios.Levers;
using Pipeline.Indicators.SecondaryUse;
using Pipeline.Indicators.SelfSufficiency;

namespace Pipeline.Indicators.Scenarios.Effects;

/// <summary>
/// 政策実施前・後 for an assessment: the standard measures that its findings point at change the inputs together, and the figures they act on are
/// computed once more by the same rules. The hypothetical side has no evidence of its own and is not checked for any; what it starts from is
/// the evidence of the assessment.
/// </summary>
internal static class MeasureEffectsRun
{
    private static readonly ScenarioSource Source = new("standard measures");

    private static readonly string[] Shown =
        [.. IndicatorId.Six, IndicatorId.SelfSufficiency, IndicatorId.ScenarioElectricVehicles, IndicatorId.ScenarioOffshoreWind];

    /// <summary>Figures that a tool can move.</summary>
    private static readonly Dictionary<PolicyToolKind, string[]> Reach = new()
    {
        [PolicyToolKind.UpstreamDevelopment] = [IndicatorId.ProductionConcentration, IndicatorId.ImportStabilityConcentrate],
        [PolicyToolKind.SmelterSupportAndStockpile] = [IndicatorId.ImportStabilityRefined],
        [PolicyToolKind.Substitution] =
            [IndicatorId.SecondaryUse, IndicatorId.SelfSufficiency, IndicatorId.ScenarioElectricVehicles, IndicatorId.ScenarioOffshoreWind],
        [PolicyToolKind.Recycling] = [IndicatorId.SecondaryUse, IndicatorId.SelfSufficiency],
    };

    /// <summary>The effects of the measures on an assessment.</summary>
    /// <param name="assessment">Before the measures.</param>
    /// <param name="index">Observations it rests on.</param>
    /// <param name="set">Parameters in force.</param>
    internal static MeasureEffects Of(MineralAssessment assessment, ObservationIndex index, ParameterSet set)
    {
        ParameterScope parameters = set.Open();
        double part = parameters.Number("effects.part");
        ScenarioState state = new(assessment.Mineral, index, assessment, set, Source);
        StandardMeasures standard = new(state, part);
        StandardMeasure[] measures = [.. assessment.Tools.Select(tool => Take(tool, standard, state))];
        return new MeasureEffects(part, measures, Figures(assessment, measures, state)) { Parameters = parameters.Uses };
    }

    /// <summary>Lets a tool take effect, or says why it cannot; what the engine refuses on this base (figures kept from readers, no year in common) is a reason too.</summary>
    private static StandardMeasure Take(PolicyTool tool, StandardMeasures standard, ScenarioState state)
    {
        (IReadOnlyList<MeasureChoice> choices, Reason? obstacle) = standard.Of(tool);
        List<AssumedShift> taken = [];
        List<RefusedShift> refused = [];
        foreach (MeasureChoice choice in choices)
        {
            try
            {
                state.Apply(choice.Measure);
                taken.Add(choice.Shift);
            }
            catch (ScenarioRequestException fault)
            {
                refused.Add(new RefusedShift(choice.Shift.Input, new Reason(fault.Obstacle, [])));
            }
        }

        return new StandardMeasure(tool.Kind, taken, taken.Count > 0 ? null : obstacle ?? refused[0].Why) { Refused = refused };
    }

    private static IReadOnlyList<EffectFigure> Figures(MineralAssessment assessment, IReadOnlyList<StandardMeasure> measures, ScenarioState state)
    {
        Dictionary<string, PolicyToolKind[]> moved = Shown.ToDictionary(
            id => id, id => measures.Where(measure => measure.IsTaken && Reach[measure.Tool].Contains(id)).Select(measure => measure.Tool).ToArray(), StringComparer.Ordinal);
        Lazy<ObservationIndex> index = new(state.FinishedIndex);
        return
        [
            .. Shown.Select(assessment.Find).OfType<IndicatorResult>().Where(result => result.Label == AccessLabel.Open)
                .Select(before => (Before: before, After: moved[before.Indicator].Length == 0 ? before : Again(before.Indicator, state, index.Value)))
                .Where(pair => pair.After.Label == AccessLabel.Open)
                .Select(pair => new EffectFigure(
                    pair.Before.Indicator, pair.Before.Unit, EffectSide.Of(pair.Before), EffectSide.Of(pair.After), Difference(pair.Before, pair.After), moved[pair.Before.Indicator])),
        ];
    }

    private static IndicatorResult Again(string indicator, ScenarioState state, ObservationIndex index)
    {
        ParameterSet parameters = state.AssumedParameters;
        ImportStabilityIndicator Stability() => new(new MineralCodes(state.Mineral, index.Trade), index.Trade, index.Governance, parameters);
        return indicator switch
        {
            IndicatorId.ProductionConcentration => ConcentrationIndicator.Production(state.Mineral, index.Statistics(state.Mineral), parameters),
            IndicatorId.ImportStabilityConcentrate => Stability().Assess(Stage.Concentrate).Item1,
            IndicatorId.ImportStabilityRefined => Stability().Assess(Stage.Refined).Item1,
            IndicatorId.SecondaryUse => SecondaryUseIndicator.Assess(state.Mineral, Survey(index), parameters),
            IndicatorId.SelfSufficiency => SelfSufficiencyIndicator.Assess(state.Mineral, Survey(index), parameters).Item1,
            IndicatorId.ScenarioElectricVehicles => ScenarioIndicator.ElectricVehicles(state.Mineral, parameters),
            IndicatorId.ScenarioOffshoreWind => ScenarioIndicator.OffshoreWind(state.Mineral, parameters),
            _ => throw new InvalidOperationException($"No measure acts on {indicator}."),
        };
    }

    private static DomesticSupplyObservation[] Survey(ObservationIndex index) => [.. index.Rows<DomesticSupplyObservation>()];

    private static double? Difference(IndicatorResult before, IndicatorResult after) =>
        (after.Score - before.Score) ?? (before.Score is null && after.Score is null ? after.Value - before.Value : null);
}
