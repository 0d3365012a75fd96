namespace Pipeline.Indicators.Scenarios;

/// <summary>An input that a measure has changed.</summary>
/// <param name="Place">JSON pointer of the assumption in the request.</param>
/// <param name="Input">What it is: <c>imports/refined</c>, <c>production</c>, <c>institutionalRisk</c>, <c>domestic/oldScrap</c>, a parameter.</param>
/// <param name="Subject">Country, site or period; <c>-</c> for what belongs to no single country.</param>
/// <param name="Unit">Unit of the figures.</param>
/// <param name="Before">Figure of the base, or none where there was none.</param>
/// <param name="After">Figure that is assumed.</param>
public sealed record AssumedInput(string Place, string Input, string Subject, string Unit, double? Before, double After)
{
    /// <summary>Calendar year from which the measure is meant to hold, as the request remarks it, or none. It changes no figure.</summary>
    public int? FromYear { get; init; }
}
