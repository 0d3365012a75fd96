namespace Pipeline.Domain;

/// <summary>What a row of the mines feed measures.</summary>
public enum MineQuantity
{
    /// <summary>Reserves of the mine, tonnes of contained metal.</summary>
    Reserves,

    /// <summary>Production of the mine, tonnes of contained metal.</summary>
    Production,

    /// <summary>Ore milled, tonnes of ore: the weight of the mean head grade.</summary>
    OreMilled,

    /// <summary>Head grade in percent of the ore.</summary>
    HeadGrade,
}

/// <summary>One figure of one mine in one year. A mine is a site, not a company.</summary>
/// <param name="Source">Always <c>mines</c>.</param>
/// <param name="Period">Calendar year; the edition for reserves.</param>
/// <param name="Cell">Where the figure stands.</param>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Mine">Name of the mine.</param>
/// <param name="Iso3">Country of the mine.</param>
/// <param name="Quantity">What is measured.</param>
/// <param name="Value">The cell in <paramref name="Unit"/>.</param>
/// <param name="Unit"><c>t</c> or <c>percent</c>.</param>
/// <param name="Citation">Document the figure was read in.</param>
public sealed record MineObservation(
    string Source,
    Period Period,
    SourceCell Cell,
    string Mineral,
    string Mine,
    string Iso3,
    MineQuantity Quantity,
    PublishedValue Value,
    string Unit,
    string Citation) : Observation(Source, Period, Cell);
