using Pipeline.Domain;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.FinerSet;

/// <summary>The finer set of S (指標) for 埋蔵 and 生産: shown in the detail, and no part of scores 1 and 2.</summary>
internal static class FinerSetIndicators
{
    /// <summary>The four indicators of a mineral in the order of S.</summary>
    internal static IReadOnlyList<IndicatorResult> Of(string mineral, ObservationIndex index, ParameterSet set)
    {
        MineLedger mines = new(index.Rows<MineObservation>().Where(row => row.Mineral == mineral));
        CountryStatistics statistics = index.Statistics(mineral);
        return
        [
            MineConcentrationIndicator.Reserves(mineral, mines, statistics, set),
            MineConcentrationIndicator.Production(mineral, mines, statistics, set),
            GradeDeclineIndicator.Assess(mineral, mines, set),
            ReserveLifeIndicator.Assess(mineral, statistics, set),
        ];
    }
}
