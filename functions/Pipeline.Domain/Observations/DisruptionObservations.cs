using System.Text.Json.Serialization;

namespace Pipeline.Domain;

/// <summary>Sub-factors of 供給途絶発生の可能性 (P 2(2) ②), in the order of the paper.</summary>
public enum DisruptionSubFactor
{
    /// <summary>a 政策安定性（過去の禁輸措置等の発生頻度等）.</summary>
    PolicyStability,

    /// <summary>b 労働争議発生状況.</summary>
    LabourDisputes,

    /// <summary>c 環境規制動向.</summary>
    EnvironmentalRegulation,

    /// <summary>d 電力供給安定度.</summary>
    PowerStability,

    /// <summary>e 異常気象発生状況.</summary>
    ExtremeWeather,

    /// <summary>f インフラ整備状況.</summary>
    Infrastructure,

    /// <summary>g 流行性感染症対応.</summary>
    EpidemicResponse,
}

/// <summary>Kind of a measure in the register. Only the first four restrict exports and have a severity.</summary>
public enum MeasureKind
{
    /// <summary>Embargo or ban of exports, also a duty to process at home that amounts to one.</summary>
    ExportBan,

    /// <summary>Export quota.</summary>
    ExportQuota,

    /// <summary>Export tax or duty.</summary>
    ExportTax,

    /// <summary>Export licence or export control.</summary>
    ExportLicence,

    /// <summary>Royalty or mining tax.</summary>
    Royalty,

    /// <summary>Share that must be handed to the state, to nationals or to a group.</summary>
    OwnershipRequirement,

    /// <summary>Local content or processing at home that does not amount to a ban.</summary>
    LocalRequirement,

    /// <summary>Mining licences stopped, a way of mining forbidden.</summary>
    MiningRestriction,

    /// <summary>Control of production or distribution at home.</summary>
    DomesticControl,

    /// <summary>Any other.</summary>
    Other,
}

/// <summary>Whether a measure was in force.</summary>
public enum MeasureStanding
{
    /// <summary>Came into force.</summary>
    InForce,

    /// <summary>Draft, bill or announcement.</summary>
    Proposed,

    /// <summary>Says that an earlier act was ended.</summary>
    Ended,
}

/// <summary>One measure of the register of export and other measures.</summary>
/// <param name="Source">Always <c>export-measures</c>.</param>
/// <param name="Period">Month or calendar year in which the measure came.</param>
/// <param name="Cell">Where the row stands.</param>
/// <param name="Iso3">Country that takes the measure.</param>
/// <param name="Mineral">Identifier of the mineral, or none for all minerals.</param>
/// <param name="Kind">Kind of the measure.</param>
/// <param name="Standing">Whether it was in force.</param>
/// <param name="Act">Name of the act, the same for all its measures and renewals: one act counts once for a country and mineral.</param>
/// <param name="Description">What it does, one sentence.</param>
/// <param name="Citation">Document that says so.</param>
/// <param name="ConfirmedBy">Who confirmed the row: an office, never empty.</param>
public sealed record ExportMeasureObservation(
    string Source,
    Period Period,
    SourceCell Cell,
    string Iso3,
    string? Mineral,
    [property: JsonPropertyName("measure")] MeasureKind Kind, // "kind" says in JSON which observation it is
    MeasureStanding Standing,
    string Act,
    string Description,
    string Citation,
    string ConfirmedBy) : Observation(Source, Period, Cell);

/// <summary>A stoppage (b) or a regulatory event (c).</summary>
/// <param name="Source">Always <c>disruption-survey</c>.</param>
/// <param name="Period">Month or calendar year.</param>
/// <param name="Cell">Where the row stands.</param>
/// <param name="Iso3">Country.</param>
/// <param name="Mineral">Identifier of the mineral, or none for all minerals.</param>
/// <param name="SubFactor"><see cref="DisruptionSubFactor.LabourDisputes"/> or <see cref="DisruptionSubFactor.EnvironmentalRegulation"/>.</param>
/// <param name="Description">What happened, one sentence.</param>
/// <param name="Citation">Document that says so.</param>
/// <param name="ConfirmedBy">Who confirmed the row.</param>
public sealed record DisruptionEventObservation(
    string Source,
    Period Period,
    SourceCell Cell,
    string Iso3,
    string? Mineral,
    DisruptionSubFactor SubFactor,
    string Description,
    string Citation,
    string ConfirmedBy) : Observation(Source, Period, Cell);

/// <summary>Says that a country was searched for events: only then is "no event found" a zero, otherwise it is unknown.</summary>
/// <param name="Source"><c>export-measures</c> or <c>disruption-survey</c>.</param>
/// <param name="Period">Years that were searched.</param>
/// <param name="Cell">Where the row stands.</param>
/// <param name="Iso3">Country.</param>
/// <param name="Mineral">Identifier of the mineral, or none for all minerals.</param>
/// <param name="SubFactor">Sub-factor that was searched: a, b or c.</param>
/// <param name="SearchedOn">Day of the search.</param>
/// <param name="SearchedBy">Office that searched.</param>
/// <param name="Citation">Where was searched.</param>
public sealed record SearchRecordObservation(
    string Source,
    Period Period,
    SourceCell Cell,
    string Iso3,
    string? Mineral,
    DisruptionSubFactor SubFactor,
    DateOnly SearchedOn,
    string SearchedBy,
    string Citation) : Observation(Source, Period, Cell);

/// <summary>An index of a country: outages in a typical month (d), hazard 0-10 (e), logistics infrastructure 1-5 (f), health security 0-100 (g).</summary>
/// <param name="Source">Always <c>disruption-survey</c>.</param>
/// <param name="Period">Calendar year.</param>
/// <param name="Cell">Where the figure stands.</param>
/// <param name="Iso3">Country.</param>
/// <param name="SubFactor">d, e, f or g.</param>
/// <param name="Value">The cell in <paramref name="Unit"/>.</param>
/// <param name="Unit">Raw unit of the sub-factor: <c>outages/month</c>, <c>0-10</c>, <c>1-5</c> or <c>0-100</c>.</param>
/// <param name="Citation">Publication of the index.</param>
public sealed record CountryIndexObservation(
    string Source,
    Period Period,
    SourceCell Cell,
    string Iso3,
    DisruptionSubFactor SubFactor,
    PublishedValue Value,
    string Unit,
    string Citation) : Observation(Source, Period, Cell);
