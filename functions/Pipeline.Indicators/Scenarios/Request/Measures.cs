using Pipeline.Domain;

namespace Pipeline.Indicators.Scenarios.Request;

/// <summary>A policy measure as it is assumed: what it changes are inputs, never scores.</summary>
/// <param name="Pointer">JSON pointer of the measure.</param>
internal abstract record Measure(string Pointer)
{
    /// <summary>Calendar year from which the measure is meant to hold, or none: a remark that changes no figure, because before and after are two states of one year.</summary>
    internal int? FromYear { get; init; }
}

/// <summary>Whose supply a new supply takes the place of.</summary>
internal enum Displacement
{
    /// <summary>Nobody's: the whole grows.</summary>
    None,

    /// <summary>The largest other country's.</summary>
    Largest,

    /// <summary>Everybody else's, in proportion.</summary>
    ProRata,
}

/// <summary>New or larger supply of a stage from a country, or the output of a smelter that is supported.</summary>
/// <param name="Pointer">JSON pointer of the measure.</param>
/// <param name="Stage">Mine production, concentrate or refined imports.</param>
/// <param name="Country">ISO code; Japan for a domestic smelter, whose output takes the place of imports.</param>
/// <param name="Tonnes">Tonnes of contained metal a year, or none.</param>
/// <param name="Share">What is added, as a share of the whole afterwards, or none; what the country supplies already comes on top.</param>
/// <param name="Displacement">Whose supply it takes the place of.</param>
/// <param name="InstitutionalRisk">Institutional risk assumed for the country, 0..1, or none to take the data's.</param>
internal sealed record SupplyMeasure(
    string Pointer, Stage Stage, string Country, double? Tonnes, double? Share, Displacement Displacement, double? InstitutionalRisk) : Measure(Pointer)
{
    /// <summary>Place of the amount.</summary>
    internal string AmountPointer => Pointer + (Tonnes is null ? "/share" : "/tonnes");
}

/// <summary>Equity of Japanese companies in a mine (①) or smelter (②) abroad.</summary>
/// <param name="Pointer">JSON pointer of the measure.</param>
/// <param name="InMine">True for a mine, false for a smelter.</param>
/// <param name="Tonnes">What the equity stands for, tonnes of metal a year.</param>
/// <param name="Moved">What is really imported or taken, which caps it.</param>
internal sealed record EquityMeasure(string Pointer, bool InMine, double Tonnes, double Moved) : Measure(Pointer);

/// <summary>More secondary supply.</summary>
/// <param name="Pointer">JSON pointer of the measure.</param>
/// <param name="Component">③ or ⑤.</param>
/// <param name="Tonnes">Tonnes of metal a year, or none.</param>
/// <param name="RatePoints">Part of domestic demand, 0..1, or none.</param>
internal sealed record RecyclingMeasure(string Pointer, DomesticQuantity Component, double? Tonnes, double? RatePoints) : Measure(Pointer);

/// <summary>Less use or substitution.</summary>
/// <param name="Pointer">JSON pointer of the measure.</param>
/// <param name="Share">Part of demand that falls away, 0..1.</param>
internal sealed record LessUseMeasure(string Pointer, double Share) : Measure(Pointer);

/// <summary>A hypothetical stock, typed in: shown beside indicator 4 and never in it.</summary>
/// <param name="Pointer">JSON pointer of the measure.</param>
/// <param name="Days">Days, 0..365.</param>
internal sealed record StockMeasure(string Pointer, double Days) : Measure(Pointer);

/// <summary>Other counts and intensities for the demand of electric vehicles and offshore wind.</summary>
/// <param name="Pointer">JSON pointer of the measure.</param>
/// <param name="Vehicles">Electric vehicles, or none to leave the count of S.</param>
/// <param name="Megawatts">Megawatts of offshore wind, or none.</param>
/// <param name="KilogramsPerVehicle">Kilograms of the mineral per vehicle, or none.</param>
/// <param name="KilogramsPerMegawatt">Kilograms of the mineral per megawatt, or none.</param>
/// <param name="Years">Years over which vehicles and megawatts are spread; tonnes are then a year's.</param>
internal sealed record ScenarioDemandMeasure(
    string Pointer, double? Vehicles, double? Megawatts, double? KilogramsPerVehicle, double? KilogramsPerMegawatt, int Years) : Measure(Pointer);
