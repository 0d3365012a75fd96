using System.Text.Json.Serialization;

namespace Pipeline.Domain;

/// <summary>One typed row of a publisher's file: what it says, for when, and where it stands. Nothing is computed yet but the unit.</summary>
/// <param name="Source">Identifier of the source, for example <c>mof-trade</c>.</param>
/// <param name="Period">Time the figure speaks of.</param>
/// <param name="Cell">Where the figure stands.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TradeObservation), "trade")]
[JsonDerivedType(typeof(MineralStatisticObservation), "mineralStatistic")]
[JsonDerivedType(typeof(PriceObservation), "price")]
[JsonDerivedType(typeof(GovernanceObservation), "governance")]
[JsonDerivedType(typeof(DomesticSupplyObservation), "domesticSupply")]
[JsonDerivedType(typeof(MineObservation), "mine")]
[JsonDerivedType(typeof(ExportMeasureObservation), "exportMeasure")]
[JsonDerivedType(typeof(DisruptionEventObservation), "disruptionEvent")]
[JsonDerivedType(typeof(SearchRecordObservation), "searchRecord")]
[JsonDerivedType(typeof(CountryIndexObservation), "countryIndex")]
[JsonDerivedType(typeof(OutlookObservation), "outlook")]
[JsonDerivedType(typeof(EnteredScoreObservation), "enteredScore")]
public abstract record Observation(string Source, Period Period, SourceCell Cell)
{
    /// <summary>Identifiers of corrections that changed the figure.</summary>
    public IReadOnlyList<string> Corrections { get; init; } = [];

    /// <summary>Marks such as <c>estimated</c> that go with the figure, in ordinal order.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}

/// <summary>A year of Japan's imports or exports under one nine-digit code, from one country or from all.</summary>
/// <param name="Source">Always <c>mof-trade</c>.</param>
/// <param name="Period">Calendar year.</param>
/// <param name="Cell">Cell of the quantity that is used.</param>
/// <param name="Flow">Import or export.</param>
/// <param name="Code">Nine-character statistical code, confidential ones such as <c>28XXXXXXA</c> included.</param>
/// <param name="Origin">Customs code and country, or none in the totals files.</param>
/// <param name="Quantity">Quantity in <paramref name="Unit"/> as printed, or none when the code has no unit. A printed 0 with a value above 0 means "below one unit".</param>
/// <param name="Unit">Unit as printed without blanks: KG, MT, GR, …; none when both unit fields are blank.</param>
/// <param name="Weight">Quantity in tonnes, or none when the unit is no mass.</param>
/// <param name="ValueThousandYen">CIF value in thousand yen.</param>
/// <param name="ValueColumn">Header name of the value's column, in the same row as <see cref="Observation.Cell"/>.</param>
public sealed record TradeObservation(
    string Source,
    Period Period,
    SourceCell Cell,
    TradeFlow Flow,
    string Code,
    TradeOrigin? Origin,
    double? Quantity,
    string? Unit,
    double? Weight,
    double ValueThousandYen,
    string ValueColumn) : Observation(Source, Period, Cell);

/// <summary>Direction of trade.</summary>
public enum TradeFlow
{
    Export = 1,
    Import = 2,
}

/// <summary>Where goods come from.</summary>
/// <param name="CustomsCode">Three-digit customs code.</param>
/// <param name="Iso3">ISO code, or none where the code is no country (unknown origin).</param>
public sealed record TradeOrigin(string CustomsCode, string? Iso3);

/// <summary>What a row of a country table stands for.</summary>
public enum PlaceKind
{
    /// <summary>One country.</summary>
    Country,

    /// <summary>"Other countries", unspecified: a residual.</summary>
    Residual,

    /// <summary>A published world total.</summary>
    WorldTotal,
}

/// <summary>A row's place: one country, the rest, or the world.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Iso3">ISO code for a country, none otherwise.</param>
public sealed record Place(PlaceKind Kind, string? Iso3);

/// <summary>What a mineral statistic measures.</summary>
public enum Statistic
{
    MineProduction,
    RefineryProduction,
    SmelterProduction,
    PrimaryProduction,
    SecondaryProduction,
    Capacity,
    Reserves,
    Imports,
    Exports,
    Consumption,
    Stocks,
    NetImportReliance,
    Other,
}

/// <summary>One cell of a summary of a mineral commodity: production, reserves or capacity of a country, or a salient figure of the United States.</summary>
/// <param name="Source">Always <c>usgs-mcs</c>.</param>
/// <param name="Period">Calendar year of production, or the edition for reserves.</param>
/// <param name="Cell">Where the figure stands.</param>
/// <param name="Edition">Year of the edition.</param>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Series">Form within the mineral, so that tables of one mineral stay apart: <c>bauxite</c>, <c>ilmenite</c>, <c>platinum</c>; equal to the mineral's id where there is one table.</param>
/// <param name="Statistic">What is measured.</param>
/// <param name="Detail">Publisher's words for the statistic.</param>
/// <param name="Place">Country, rest or world.</param>
/// <param name="Value">The cell in <paramref name="Unit"/>.</param>
/// <param name="Unit"><c>t</c> for masses (normalised), otherwise <c>percent</c> or the publisher's unit.</param>
/// <param name="Basis">Content basis of the mass: <c>contained metal</c>, <c>gross weight</c>, <c>REO</c>, <c>Cr2O3</c>, <c>TiO2</c>, …</param>
/// <param name="TotalExcludesWithheld">True on a world row of a table whose total leaves out withheld countries.</param>
public sealed record MineralStatisticObservation(
    string Source,
    Period Period,
    SourceCell Cell,
    int Edition,
    string Mineral,
    string Series,
    Statistic Statistic,
    string Detail,
    Place Place,
    PublishedValue Value,
    string Unit,
    string Basis,
    bool TotalExcludesWithheld = false) : Observation(Source, Period, Cell);

/// <summary>A price: a month (exchange-traded metals) or a calendar year (annual averages).</summary>
/// <param name="Source">Identifier of the source.</param>
/// <param name="Period">Month or calendar year.</param>
/// <param name="Cell">Where the figure stands.</param>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Series">Name of the series with the edition-independent words of the publisher, for example <c>COPPER</c> or <c>Price, spot, cathode</c>.</param>
/// <param name="Edition">Edition of an annual series, or none for a running monthly file.</param>
/// <param name="Value">The price in <paramref name="Unit"/>.</param>
/// <param name="Unit">Currency per mass, for example <c>USD/t</c>, <c>USD/troy oz</c>, <c>US cents/lb</c>.</param>
/// <param name="Deflated">True for prices in constant dollars: never spliced with nominal ones.</param>
public sealed record PriceObservation(
    string Source,
    Period Period,
    SourceCell Cell,
    string Mineral,
    string Series,
    int? Edition,
    PublishedValue Value,
    string Unit,
    bool Deflated = false) : Observation(Source, Period, Cell);

/// <summary>Dimension of governance (World Bank).</summary>
public enum GovernanceDimension
{
    ControlOfCorruption,
    GovernmentEffectiveness,
    PoliticalStability,
    RuleOfLaw,
    RegulatoryQuality,
    VoiceAndAccountability,
}

/// <summary>A governance estimate of one country, year and dimension.</summary>
/// <param name="Source">Always <c>wgi</c>.</param>
/// <param name="Period">Calendar year.</param>
/// <param name="Cell">Where the figure stands.</param>
/// <param name="Iso3">ISO code.</param>
/// <param name="Dimension">One of six.</param>
/// <param name="Estimate">About -2.5 (weak) to 2.5 (strong), or not collected.</param>
/// <param name="Release">Year of the release; one release is used for all countries of a run.</param>
public sealed record GovernanceObservation(
    string Source,
    Period Period,
    SourceCell Cell,
    string Iso3,
    GovernanceDimension Dimension,
    PublishedValue Estimate,
    int Release) : Observation(Source, Period, Cell);
