using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>How each of the six indicators is computed, in words: the sentence that briefings print under the name of the indicator.</summary>
public static class IndicatorDefinitions
{
    private static readonly Dictionary<string, Phrase> All = new(StringComparer.Ordinal)
    {
        [IndicatorId.ReserveConcentration] = Words.DefineReserveConcentration,
        [IndicatorId.ProductionConcentration] = Words.DefineProductionConcentration,
        [IndicatorId.ImportStabilityConcentrate] = Words.DefineImportStabilityConcentrate,
        [IndicatorId.ImportStabilityRefined] = Words.DefineImportStabilityRefined,
        [IndicatorId.PriceFluctuation] = Words.DefinePriceFluctuation,
        [IndicatorId.SecondaryUse] = Words.DefineSecondaryUse,
    };

    /// <summary>The sentence of an indicator, or none for one that is no part of the six.</summary>
    public static Phrase? Find(string indicator) => All.GetValueOrDefault(indicator);
}
