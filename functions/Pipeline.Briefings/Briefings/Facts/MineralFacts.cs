using Pipeline.Briefings.Charts;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// What is material about a mineral. A score weighs as much as its band (the middle of the two where the interval crosses a mark), and more within
/// the band the higher it is; an open band and a country with more than half add to that. A change of band outweighs every standing score. A change of imports, or a demand of a roll-out, from the trigger
/// of the policy tools (10 %) on weighs just less than a score in the band "high". What rests on illustrative input comes after all that does not.
/// What cannot be judged, and what is old, is always said, last.
/// </summary>
internal static class MineralFacts
{
    /// <summary>A briefing makes no more points than this.</summary>
    private const int Most = 5;

    /// <summary>Material findings have at least this many places, whatever is missing.</summary>
    private const int Least = 3;

    private const double MaterialShare = 0.10;

    /// <summary>Just below any score in the band high: no change of imports hides a high risk.</summary>
    private const double MaterialWeight = 1.9;

    /// <summary>From above this share on a country holds more than all others together.</summary>
    public const double Majority = 0.5;
    private const double ChangeWeight = 4;

    /// <summary>Statistics of which the period ended this many years before the quarter's year are old: two rounds of annual publication were missed.</summary>
    private const int OldYears = 3;

    private const string StaleParameter = "staleParameter";

    private static readonly (string Indicator, Stage Stage)[] Stabilities =
        [(IndicatorId.ImportStabilityConcentrate, Stage.Concentrate), (IndicatorId.ImportStabilityRefined, Stage.Refined)];

    private static readonly string[] Scenarios = [IndicatorId.ScenarioElectricVehicles, IndicatorId.ScenarioOffshoreWind];

    /// <summary>The facts that the key points say, in their order.</summary>
    /// <param name="assessment">Results and figures of the mineral.</param>
    /// <param name="previous">The mineral in the vintage of the quarter before, or none.</param>
    /// <param name="quarter">Quarter of the run.</param>
    public static IReadOnlyList<Fact> Of(MineralAssessment assessment, MineralAssessment? previous, Quarter quarter)
    {
        List<Fact> always = [.. Stale(assessment, quarter), .. Gaps(assessment)];
        return
        [
            .. Candidates(assessment, previous).OrderBy(fact => fact.IsIllustrative).ThenByDescending(fact => fact.Weight).Take(Math.Max(Least, Most - always.Count)),
            .. always,
        ];
    }

    /// <summary>Key of the note that explains a result.</summary>
    public static string NoteOf(IndicatorResult result) => result.Indicator switch
    {
        IndicatorId.SelfSufficiency => NoteKey.SelfSufficiency,
        IndicatorId.ImportAverage or IndicatorId.ImportGrowth => NoteKey.Imports,
        _ => result.Indicator,
    };

    /// <summary>True when the bands of a result are others than before; a result without bands on either side has not moved.</summary>
    public static bool HasMoved(IndicatorResult? before, IndicatorResult after) =>
        before is { BandLow: not null } && after.BandLow is not null && (before.BandLow, before.BandHigh) != (after.BandLow, after.BandHigh);

    /// <summary>Average imports and their growth, or none where there is no average.</summary>
    public static ImportsFact? Imports(MineralAssessment assessment)
    {
        if (assessment.Find(IndicatorId.ImportAverage) is not { Value: not null, Period: not null } average) return null;
        IndicatorResult? growth = assessment.Find(IndicatorId.ImportGrowth) is { Value: not null } known ? known : null;
        return new ImportsFact(average, growth, growth is null ? 0.4 : Weight(KeyPoints.AsShare(growth.Value!.Value, growth.Unit)));
    }

    private static IEnumerable<Fact> Candidates(MineralAssessment assessment, MineralAssessment? previous)
    {
        foreach (string id in IndicatorId.Six)
        {
            if (assessment.Find(id) is not { } result) continue;
            if (HasMoved(previous?.Find(id), result)) yield return new BandChangeFact(previous!.Find(id)!, result, ChangeWeight + Standing(result));
            else if (result.Score is not null) yield return Standing(result, LeadingShare.Of(result));
            else if (result is { Status: not ResultStatus.NotApplicable, ScoreLow: { } low, ScoreHigh: { } high } && high - low is > 0 and < 1) yield return new IntervalFact(result, low);
        }

        foreach ((string id, Stage stage) in Stabilities)
        {
            PartnerTable? table = assessment.Partners.FirstOrDefault(partners => partners.Stage == stage);
            PartnerRow? leader = table is null ? null : PartnerChart.Ranked(table).Find(row => row.Iso3 is not null);
            if (leader is not null && assessment.Find(id) is { Score: null, Status: not ResultStatus.NotApplicable })
                yield return new SupplierFact(table!, id, leader, leader.Share > Majority ? (double)Band.High : leader.Share);
        }

        if (assessment.Find(IndicatorId.SelfSufficiency) is { Low: > 0 } rate)
            yield return new SelfSufficiencyFact(rate, (double)Band.Moderate + (rate.Value is null ? 0 : 0.6));
        if (Imports(assessment) is { } imports) yield return imports;
        foreach (string id in Scenarios)
        {
            if (assessment.Find(id) is { Value: not null } result && ScenarioSection.Ratio(result) is { } ratio) yield return new ScenarioFact(result, ratio, Weight(ratio));
        }
    }

    private static StandingFact Standing(IndicatorResult result, LeadingShare? leader) =>
        new(result, leader, Standing(result) + (leader is { Share: > Majority } ? 0.3 : 0));

    private static double Standing(IndicatorResult result)
    {
        (double low, double high) = ((double)(result.BandLow ?? Band.Low), (double)(result.BandHigh ?? Band.VeryHigh));
        return ((low + high) / 2) + ((result.Score ?? 0) / 2) + (high > low ? 0.3 : 0);
    }

    private static double Weight(double share) => Math.Min(Math.Abs(share) / MaterialShare * MaterialWeight, MaterialWeight);

    private static IEnumerable<Fact> Stale(MineralAssessment assessment, Quarter quarter)
    {
        List<IndicatorResult> judged = [.. IndicatorId.Six.Append(IndicatorId.SelfSufficiency).Append(IndicatorId.ImportAverage)
            .Select(assessment.Find).OfType<IndicatorResult>().Where(result => (result.Value ?? result.Score ?? result.Low) is not null)];
        List<IndicatorResult> old = [.. judged.Where(result => result.Period is { } period && period.EndYear <= quarter.Year - OldYears).OrderBy(result => result.Period!.EndYear)];
        List<IndicatorResult> unconfirmed = [.. judged.Where(result => result.Flags.Contains(StaleParameter))];
        if (old.Count + unconfirmed.Count > 0) yield return new StaleFact(old, unconfirmed);
    }

    private static IEnumerable<Fact> Gaps(MineralAssessment assessment)
    {
        List<string> missing = [.. IndicatorId.Six.Where(id => assessment.Find(id) is null or { Score: null, Status: not ResultStatus.NotApplicable })];
        List<string> notApplicable = [.. IndicatorId.Six.Where(id => assessment.Find(id) is { Status: ResultStatus.NotApplicable })];
        if (missing.Count + notApplicable.Count > 0) yield return new GapFact(missing, notApplicable);
    }
}
