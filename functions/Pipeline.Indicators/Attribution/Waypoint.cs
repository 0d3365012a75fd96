using Pipeline.Domain;

namespace Pipeline.Indicators.Attribution;

/// <summary>
/// One station of a result on its way from one vintage to another. On each leg one thing changes and all else stays, so that what the leg
/// moves is what that one thing does.
/// </summary>
/// <param name="Cause">What changed since the station before; that of the first station means nothing.</param>
/// <param name="Result">The result there, or none when there is no such result.</param>
public sealed record Waypoint(Cause Cause, IndicatorResult? Result)
{
    /// <summary>False where the present code could not compute this station (a rule was not yet in force); its leg and the next cannot be told apart.</summary>
    public bool Known { get; init; } = true;
}
