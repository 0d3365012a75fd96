using Pipeline.Domain;
using Pipeline.Indicators.Factors.Disruption;
using Pipeline.Indicators.Imports;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.Factors;

/// <summary>The five factors of the stockpile target (P 2(2)), for ministry staff only.</summary>
internal static class StockpileFactors
{
    /// <summary>Factors ① to ⑤ of a mineral.</summary>
    /// <param name="codes">Codes of the mineral.</param>
    /// <param name="index">Observations of the run.</param>
    /// <param name="results">Results of the mineral so far: self-sufficiency, growth of imports and scenario demands are read from them.</param>
    /// <param name="set">Parameters in force; their day is the run's day.</param>
    internal static IReadOnlyList<IndicatorResult> Of(MineralCodes codes, ObservationIndex index, IReadOnlyList<IndicatorResult> results, ParameterSet set)
    {
        string mineral = codes.Mineral;
        PartnerImports imports = PartnerImports.Of(codes, index.Trade, set.Open().Count("factor1.years"));
        IndicatorResult[] scenarios = [.. results.Where(result =>
            result.Indicator is IndicatorId.ScenarioElectricVehicles or IndicatorId.ScenarioOffshoreWind)];
        return
        [
            ImportDependence.Of(mineral, imports, set),
            DisruptionLikelihood.Of(mineral, imports, new DisruptionRecords(mineral, index), index.Governance, set),
            SelfSufficiencyFactor.Of(mineral, Find(IndicatorId.SelfSufficiency), set),
            DomesticDemandFactor.Of(mineral, Find(IndicatorId.ImportGrowth), set),
            AdditionalElements.Of(mineral, index.Rows<EnteredScoreObservation>(), scenarios, set),
        ];

        IndicatorResult Find(string indicator) => results.Single(result => result.Indicator == indicator);
    }
}
