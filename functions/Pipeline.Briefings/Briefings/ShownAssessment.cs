using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// The part of an assessment that a briefing shows. Its label follows from this part alone: factor scores are internal, no briefing prints
/// them, and so they make no briefing internal, nor are the sources listed that only they rest on.
/// </summary>
internal static class ShownAssessment
{
    private static readonly HashSet<string> Indicators = new(StringComparer.Ordinal)
    {
        IndicatorId.ReserveConcentration, IndicatorId.ProductionConcentration, IndicatorId.ImportStabilityConcentrate, IndicatorId.ImportStabilityRefined,
        IndicatorId.PriceFluctuation, IndicatorId.SecondaryUse, IndicatorId.ImportAverage, IndicatorId.ImportGrowth,
        IndicatorId.ScenarioElectricVehicles, IndicatorId.ScenarioOffshoreWind, IndicatorId.SelfSufficiency,
        IndicatorId.ReserveConcentrationByMine, IndicatorId.ProductionConcentrationByMine, IndicatorId.GradeDecline, IndicatorId.ReserveLifeChange,
    };

    /// <summary>The assessment without what a briefing never shows.</summary>
    /// <exception cref="RestrictedContentException">A result is restricted, shown or not.</exception>
    public static MineralAssessment Of(MineralAssessment assessment)
    {
        RequireUnrestricted(assessment);
        MineralAssessment shown = assessment with { Results = [.. assessment.Results.Where(result => Indicators.Contains(result.Indicator))] };
        if (shown.Results.Count == assessment.Results.Count) return assessment;
        HashSet<string> snapshots = [.. shown.Cells().Select(cell => cell.Snapshot)];
        return shown with { Sources = [.. assessment.Sources.Where(source => snapshots.Contains(source.Snapshot))] };
    }

    /// <summary>Makes sure that nothing of an assessment is restricted.</summary>
    /// <exception cref="RestrictedContentException">A result is.</exception>
    public static void RequireUnrestricted(MineralAssessment assessment)
    {
        if (assessment.Results.Any(result => result.Label == AccessLabel.Restricted)) throw RestrictedContentException.In(assessment.Mineral);
    }
}
