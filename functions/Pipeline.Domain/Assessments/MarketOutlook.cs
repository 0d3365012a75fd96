using System.Text.Json.Serialization;

namespace Pipeline.Domain;

/// <summary>
/// What the newest issue of a market outlook says about the world market of one mineral: the years that had ended when it was issued, and the
/// forecasts by case. It stands beside the history of the assessment and enters no score.
/// </summary>
/// <param name="IssuedOn">Day of the issue.</param>
/// <param name="Illustrative">True when any figure shown is invented or purely illustrative.</param>
/// <param name="Series">One series a quantity, case, unit and basis: supply, demand, balance; low, base, high.</param>
public sealed record MarketOutlook(DateOnly IssuedOn, bool Illustrative, IReadOnlyList<OutlookSeries> Series);

/// <summary>World supply, demand or balance of a mineral by calendar year in one case.</summary>
/// <param name="Quantity">Supply, demand or balance.</param>
/// <param name="Case">Low, base or high.</param>
/// <param name="Unit">Unit of the values, <c>t</c>.</param>
/// <param name="Basis">Content basis.</param>
/// <param name="History">Years that had ended on the day of the issue, oldest first.</param>
/// <param name="Forecast">The year of the issue and later ones, oldest first.</param>
public sealed record OutlookSeries(
    OutlookQuantity Quantity,
    OutlookCase Case,
    string Unit,
    string Basis,
    IReadOnlyList<OutlookYear> History,
    IReadOnlyList<OutlookYear> Forecast)
{
    /// <summary>History and forecast, oldest first.</summary>
    [JsonIgnore]
    public IEnumerable<OutlookYear> Years => History.Concat(Forecast);
}

/// <summary>One year of an outlook.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Value">The cell; a balance may be negative.</param>
/// <param name="IssuedOn">Day of the issue it was read in.</param>
/// <param name="Citation">Issue it was read in.</param>
/// <param name="Illustrative">True when the figure is invented or purely illustrative.</param>
/// <param name="Cell">Where it stands.</param>
public sealed record OutlookYear(CalendarYear Year, PublishedValue Value, DateOnly IssuedOn, string Citation, bool Illustrative, SourceCell Cell);
