namespace Pipeline.Domain;

/// <summary>Case of a market outlook.</summary>
public enum OutlookCase
{
    Low,
    Base,
    High,
}

/// <summary>What an outlook gives for the world market.</summary>
public enum OutlookQuantity
{
    Supply,
    Demand,

    /// <summary>Supply less demand.</summary>
    Balance,
}

/// <summary>World supply, demand or balance of one mineral in one year and case, as an issue of a market outlook states it.</summary>
/// <param name="Source">Always <c>market-outlook</c>.</param>
/// <param name="Period">Calendar year.</param>
/// <param name="Cell">Where the figure stands.</param>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Case">Low, base or high.</param>
/// <param name="Quantity">Supply, demand or balance.</param>
/// <param name="Value">The cell in <paramref name="Unit"/>; a balance may be negative.</param>
/// <param name="Unit"><c>t</c>.</param>
/// <param name="Basis">Content basis.</param>
/// <param name="IssuedOn">Day of the issue; years that had ended by then are history, later ones forecasts.</param>
/// <param name="Citation">Issue it was read in.</param>
public sealed record OutlookObservation(
    string Source,
    Period Period,
    SourceCell Cell,
    string Mineral,
    OutlookCase Case,
    OutlookQuantity Quantity,
    PublishedValue Value,
    string Unit,
    string Basis,
    DateOnly IssuedOn,
    string Citation) : Observation(Source, Period, Cell);
