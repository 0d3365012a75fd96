using System.Text.Json.Serialization;

namespace Pipeline.Domain;

/// <summary>Everything that is published about one mineral in one vintage: results, and the figures that charts and tables show.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Results">Results in the order of the vocabulary.</param>
public sealed record MineralAssessment(string Mineral, IReadOnlyList<IndicatorResult> Results)
{
    [JsonConstructor]
    private MineralAssessment()
        : this(null!, null!)
    {
    }

    /// <summary>Imports by calendar year in contained metal, oldest first.</summary>
    public IReadOnlyList<ImportYear> Imports { get; init; } = [];

    /// <summary>Partners by traded stage in the latest year with partners.</summary>
    public IReadOnlyList<PartnerTable> Partners { get; init; } = [];

    /// <summary>Production and reserves by country, the series used for the indicators first.</summary>
    public IReadOnlyList<CountryTable> Countries { get; init; } = [];

    /// <summary>Price series used for the indicator, or none.</summary>
    public PriceHistory? Prices { get; init; }

    /// <summary>World supply, demand and balance as the newest issue of a market outlook states them, or none.</summary>
    public MarketOutlook? Outlook { get; init; }

    /// <summary>Components of self-sufficiency, or none while no domestic survey has been taken in.</summary>
    public SelfSufficiencyTable? SelfSufficiency { get; init; }

    /// <summary>Trade codes that were added up, and those left out with the reason.</summary>
    public IReadOnlyList<CodeUse> Codes { get; init; } = [];

    /// <summary>Policy tools that the results point at, in the order of S; a reading aid.</summary>
    public IReadOnlyList<PolicyTool> Tools { get; init; } = [];

    /// <summary>What the tools would change if each were taken by the same part, or none where nobody asked for it. Hypothetical.</summary>
    public MeasureEffects? Effects { get; init; }

    /// <summary>Snapshots the assessment rests on.</summary>
    public IReadOnlyList<SourceUse> Sources { get; init; } = [];

    /// <summary>Every cell that the assessment rests on or shows.</summary>
    public IEnumerable<SourceCell> Cells() =>
        Results.SelectMany(result => result.AllEvidence)
            .Concat(Imports.SelectMany(year => year.AllEvidence))
            .Concat(SelfSufficiency?.Evidence() ?? [])
            .SelectMany(node => node.Walk()).SelectMany(node => node.Cells)
            .Concat(SelfSufficiency?.Published.Select(rate => rate.Cell) ?? [])
            .Concat(Countries.SelectMany(table => table.Rows).Select(row => row.Cell))
            .Concat(Countries.Select(table => table.WorldCell).OfType<SourceCell>())
            .Concat(Prices?.Points.Select(point => point.Cell) ?? [])
            .Concat(Outlook?.Series.SelectMany(series => series.Years).Select(year => year.Cell) ?? []);

    /// <summary>The result of an indicator, or none.</summary>
    public IndicatorResult? Find(string indicator) => Results.FirstOrDefault(result => result.Indicator == indicator);
}

/// <summary>Japan's imports of one mineral in one calendar year, contained metal.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Tonnes">Tonnes of metal in concentrate and refined, or none when the year cannot be measured.</param>
/// <param name="MovingAverage">Five-year moving average in tonnes, or none before five years exist.</param>
/// <param name="ByStage">Tonnes by stage, scrap included.</param>
/// <param name="Missing">Why the year is missing, or none.</param>
/// <param name="Flags">Marks of the year (confidential codes, weak factor, mean of four).</param>
/// <param name="Evidence">Tree down to source cells.</param>
public sealed record ImportYear(
    CalendarYear Year,
    double? Tonnes,
    double? MovingAverage,
    IReadOnlyList<StageAmount> ByStage,
    Reason? Missing,
    IReadOnlyList<string> Flags,
    EvidenceNode? Evidence)
{
    /// <summary>Tree of the scrap, which is no part of <see cref="Tonnes"/>, or none.</summary>
    public EvidenceNode? ScrapEvidence { get; init; }

    /// <summary>Years whose mean <see cref="MovingAverage"/> is, oldest first; empty where there is none.</summary>
    public IReadOnlyList<CalendarYear> AverageOf { get; init; } = [];

    /// <summary>All evidence of the year.</summary>
    [JsonIgnore]
    public IEnumerable<EvidenceNode> AllEvidence => new[] { Evidence, ScrapEvidence }.OfType<EvidenceNode>();
}

/// <summary>Tonnes of contained metal of one stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Tonnes">Tonnes of contained metal.</param>
public sealed record StageAmount(Stage Stage, double Tonnes);

/// <summary>Partners of one stage, largest share first.</summary>
/// <param name="Stage">Concentrate or refined.</param>
/// <param name="Period">Calendar year of the trade.</param>
/// <param name="Basis"><c>weight</c> (contained metal) or <c>value</c>.</param>
/// <param name="Rows">Partners.</param>
public sealed record PartnerTable(Stage Stage, Period Period, string Basis, IReadOnlyList<PartnerRow> Rows);

/// <summary>One partner.</summary>
/// <param name="Iso3">ISO code, or none for unknown origin.</param>
/// <param name="Tonnes">Contained metal in tonnes, or none on value basis.</param>
/// <param name="Share">Share of the stage's imports, 0..1.</param>
/// <param name="InstitutionalRisk">0 (most stable) to 1, or none when unknown.</param>
/// <param name="Term">What the partner adds to the score.</param>
/// <param name="Flags">Marks of the row.</param>
public sealed record PartnerRow(string? Iso3, double? Tonnes, double Share, double? InstitutionalRisk, double? Term, IReadOnlyList<string> Flags);

/// <summary>Production, capacity or reserves by country, largest first.</summary>
/// <param name="Series">Series within the mineral.</param>
/// <param name="Statistic">What is measured.</param>
/// <param name="Period">Calendar year or edition.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Basis">Content basis.</param>
/// <param name="IsReference">True when an indicator rests on this table.</param>
/// <param name="Rows">Countries and the residual.</param>
/// <param name="WorldTotal">Published world total, or none.</param>
public sealed record CountryTable(
    string Series,
    Statistic Statistic,
    Period Period,
    string Unit,
    string Basis,
    bool IsReference,
    IReadOnlyList<CountryRow> Rows,
    PublishedValue? WorldTotal)
{
    /// <summary>Where the world total stands, or none.</summary>
    public SourceCell? WorldCell { get; init; }

    /// <summary>
    /// What the shares are shares of: an expression (<see cref="EvidenceFormula"/>) over <c>row</c>, the numbers of the rows with a lower
    /// bound at its bound, and <c>total</c>, the world total; none without shares.
    /// </summary>
    public string? Whole { get; init; }
}

/// <summary>One country of a table.</summary>
/// <param name="Iso3">ISO code, or none for "other countries".</param>
/// <param name="Value">The cell.</param>
/// <param name="Share">Share of the sum of rows, 0..1, or none when the cell has no point.</param>
/// <param name="Flags">Marks of the cell.</param>
/// <param name="Cell">Where it stands.</param>
public sealed record CountryRow(string? Iso3, PublishedValue Value, double? Share, IReadOnlyList<string> Flags, SourceCell Cell);

/// <summary>A price series.</summary>
/// <param name="Series">Publisher's name of the series.</param>
/// <param name="Unit">Unit of the prices.</param>
/// <param name="IsMonthly">True for months, false for calendar years.</param>
/// <param name="Points">Prices, oldest first.</param>
public sealed record PriceHistory(string Series, string Unit, bool IsMonthly, IReadOnlyList<PricePoint> Points);

/// <summary>One price, or a gap.</summary>
/// <param name="Period">Month or year of the price.</param>
/// <param name="Price">The price in the unit of the series, or none for a gap.</param>
/// <param name="Cell">Cell that it was read from.</param>
public sealed record PricePoint(Period Period, double? Price, SourceCell Cell);

/// <summary>A trade code and what became of it.</summary>
/// <param name="Code">Six or nine digits.</param>
/// <param name="Stage">Stage of the code.</param>
/// <param name="ContentFactor">Tonnes of metal per tonne of goods, or none.</param>
/// <param name="Confidence">How sure the factor is.</param>
/// <param name="LeftOut">Why the code is not added up, or none when it is.</param>
public sealed record CodeUse(string Code, Stage Stage, double? ContentFactor, Confidence Confidence, Reason? LeftOut);

/// <summary>A snapshot that an assessment rests on.</summary>
/// <param name="Source">Identifier of the source.</param>
/// <param name="Snapshot">SHA-256 of the bytes.</param>
/// <param name="File">File name.</param>
/// <param name="Publisher">Publisher.</param>
/// <param name="Title">Title with edition.</param>
/// <param name="Licence">Licence in one line.</param>
/// <param name="Citation">Credit line to be shown.</param>
/// <param name="Illustrative">True for invented or illustrative input.</param>
public sealed record SourceUse(string Source, string Snapshot, string File, string Publisher, string Title, string Licence, string Citation, bool Illustrative);
