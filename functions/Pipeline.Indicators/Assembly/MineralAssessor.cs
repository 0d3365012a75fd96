using Pipeline.Domain;
using Pipeline.Indicators.Concentration;
using Pipeline.Indicators.Factors;
using Pipeline.Indicators.FinerSet;
using Pipeline.Indicators.ImportDemand;
using Pipeline.Indicators.Imports;
using Pipeline.Indicators.ImportStability;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.PolicyTools;
using Pipeline.Indicators.PriceFluctuation;
using Pipeline.Indicators.Results;
using Pipeline.Indicators.ScenarioDemand;
using Pipeline.Indicators.Scenarios.Effects;
using Pipeline.Indicators.SecondaryUse;
using Pipeline.Indicators.SelfSufficiency;

namespace Pipeline.Indicators.Assembly;

/// <summary>
/// Assesses one mineral at a time from the observations of a run. Pure: the same observations, parameters and day give the same
/// assessment, and one assessor may be used for all minerals, also at the same time.
/// </summary>
public sealed class MineralAssessor
{
    private readonly ObservationIndex index;
    private readonly ParameterSet parameters;
    private readonly Dictionary<string, SourceUse> sources;
    private readonly DomesticSupplyObservation[] survey;

    /// <summary>Prepares an assessor.</summary>
    /// <param name="index">Observations of the run.</param>
    /// <param name="parameters">Parameters in force on the day of the run.</param>
    /// <param name="sources">What each snapshot is, for credit lines; every snapshot behind an observation must be among them.</param>
    public MineralAssessor(ObservationIndex index, ParameterSet parameters, IEnumerable<SourceUse> sources)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(sources);
        this.index = index;
        this.parameters = parameters;
        survey = [.. index.Rows<DomesticSupplyObservation>()];
        this.sources = [];
        foreach (SourceUse source in sources)
        {
            this.sources[source.Snapshot] = source;
        }
    }

    /// <summary>Every result and table of one mineral.</summary>
    /// <exception cref="UnknownCodeException">There is no such mineral.</exception>
    /// <exception cref="MissingEvidenceException">A value does not lead to a cell or does not follow from its evidence, or a cell does not lead to a known snapshot.</exception>
    public MineralAssessment Assess(string mineral)
    {
        _ = MineralCatalogue.Get(mineral);
        CountryStatistics statistics = index.Statistics(mineral);
        MineralCodes codes = new(mineral, index.Trade);
        ImportStabilityIndicator stability = new(codes, index.Trade, index.Governance, parameters);
        ImportDemandIndicator demand = new(codes, index.Trade, parameters);
        (IndicatorResult concentrate, PartnerTable? concentratePartners) = stability.Assess(Stage.Concentrate);
        (IndicatorResult refined, PartnerTable? refinedPartners) = stability.Assess(Stage.Refined);
        (IndicatorResult price, PriceHistory? history) = PriceFluctuationIndicator.Assess(mineral, index.Prices(mineral), parameters);
        (IndicatorResult selfSufficiency, SelfSufficiencyTable? supply) = SelfSufficiencyIndicator.Assess(mineral, survey, parameters);
        IndicatorResult[] results =
        [
            ConcentrationIndicator.Reserves(mineral, statistics, parameters),
            ConcentrationIndicator.Production(mineral, statistics, parameters),
            concentrate,
            refined,
            price,
            SecondaryUseIndicator.Assess(mineral, survey, parameters),
            demand.AverageResult(),
            demand.GrowthResult(),
            ScenarioIndicator.ElectricVehicles(mineral, parameters),
            ScenarioIndicator.OffshoreWind(mineral, parameters),
            selfSufficiency,
            .. FinerSetIndicators.Of(mineral, index, parameters),
        ];
        results = [.. results, .. StockpileFactors.Of(codes, index, results, parameters)];
        MineralAssessment assessment = new(mineral, [.. results.Select(Illustrated)])
        {
            Imports = demand.Table(),
            Partners = [.. new[] { concentratePartners, refinedPartners }.OfType<PartnerTable>()],
            Countries = CountryTables.Of(mineral, statistics, parameters),
            Prices = history,
            Outlook = OutlookTable.Of(mineral, index.Rows<OutlookObservation>()),
            SelfSufficiency = supply,
            Codes = codes.Uses,
        };
        assessment = assessment with { Tools = ToolMap.Of(assessment.Results, parameters) };
        EvidenceCheck.Require(assessment);
        return assessment with { Sources = Used(assessment) };
    }

    /// <summary>What the policy tools that an assessment points at would change, each taken by the same part. Hypothetical.</summary>
    /// <param name="assessment">An assessment by this assessor.</param>
    public MeasureEffects Effects(MineralAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return MeasureEffectsRun.Of(assessment, index, parameters);
    }

    private IndicatorResult Illustrated(IndicatorResult result)
    {
        bool illustrative = result.AllEvidence.SelectMany(node => node.Walk()).SelectMany(node => node.Cells)
            .Any(cell => cell.Illustrative || Source(cell).Illustrative);
        return illustrative
            ? result with { Illustrative = true, Flags = ResultMarks.Ordered(result.Flags.Append("illustrative")) }
            : result;
    }

    private IReadOnlyList<SourceUse> Used(MineralAssessment assessment) =>
        [.. assessment.Cells().DistinctBy(cell => cell.Snapshot).Select(Source)
            .OrderBy(source => source.Source, StringComparer.Ordinal)
            .ThenBy(source => source.File, StringComparer.Ordinal)
            .ThenBy(source => source.Snapshot, StringComparer.Ordinal)];

    private SourceUse Source(SourceCell cell) => sources.TryGetValue(cell.Snapshot, out SourceUse? source)
        ? source
        : throw new MissingEvidenceException(new Fault(
            cell.File,
            cell.Address,
            "a record of the snapshot the cell was read from",
            cell.Snapshot,
            "give the assessor the record of every snapshot of the run"));
}
