using Pipeline.Domain;

namespace Pipeline.Indicators.Scenarios.Request;

/// <summary>A baseline that is typed in instead of taken from a vintage. What is left out does not exist; nothing is filled in.</summary>
/// <param name="Year">t: calendar year of production and imports.</param>
internal sealed record HypotheticalInputs(int Year)
{
    /// <summary>Reserves by country, or none.</summary>
    internal HypotheticalTable? Reserves { get; init; }

    /// <summary>Production by country, or none.</summary>
    internal HypotheticalTable? Production { get; init; }

    /// <summary>Imports in t by stage, or none when nothing is said of imports.</summary>
    internal IReadOnlyList<HypotheticalPartner>? Imports { get; init; }

    /// <summary>Imports of the years before t in tonnes of metal, oldest first, the last for t-1; none for a year that is not known.</summary>
    internal IReadOnlyList<(double? Tonnes, string Pointer)> EarlierImports { get; init; } = [];

    /// <summary>Last month of the prices, or none without prices.</summary>
    internal Month? LastMonth { get; init; }

    /// <summary>Monthly prices, oldest first; none for a missing month.</summary>
    internal IReadOnlyList<(double? Price, string Pointer)> Prices { get; init; } = [];

    /// <summary>Domestic demand and supply, or none.</summary>
    internal HypotheticalSupply? Domestic { get; init; }
}

/// <summary>A table by country.</summary>
/// <param name="Pointer">JSON pointer of the table.</param>
/// <param name="Countries">Quantities by ISO code.</param>
/// <param name="Others">"Other countries", or none.</param>
/// <param name="Total">World total, or none for the sum of the rows.</param>
internal sealed record HypotheticalTable(
    string Pointer, IReadOnlyList<(string Iso3, PublishedValue Value, string Pointer)> Countries, double? Others, double? Total);

/// <summary>Imports of one stage from one country.</summary>
internal sealed record HypotheticalPartner(Stage Stage, string Country, double Tonnes, double? InstitutionalRisk, string Pointer);

/// <summary>Domestic demand, components of supply, and single mines and smelters.</summary>
internal sealed record HypotheticalSupply(int FiscalYear, IReadOnlyList<(DomesticQuantity Quantity, string? Site, PublishedValue Value, string Pointer)> Figures);
