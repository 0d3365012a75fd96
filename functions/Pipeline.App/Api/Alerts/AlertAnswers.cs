using Pipeline.App.Changes;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/alerts</c>: what has moved past the threshold since the vintage of the quarter before.</summary>
/// <param name="Meta">Vintage.</param>
/// <param name="Before">Vintage that it is compared with, or none for the first.</param>
/// <param name="Threshold">The threshold, in both languages.</param>
/// <param name="Alerts">Changes past it, the most material first.</param>
internal sealed record ChangeAlertList(Meta Meta, string? Before, string Threshold, IReadOnlyList<ChangeAlert> Alerts);

/// <summary>A change past the threshold.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Indicator">Identifier of the indicator.</param>
/// <param name="Stage">Stage the figure speaks of.</param>
/// <param name="Materiality">What kind of change it is.</param>
/// <param name="Before">What the vintage before states, or none.</param>
/// <param name="After">What this one states, or none.</param>
/// <param name="ReasonJa">What has happened, in Japanese.</param>
/// <param name="ReasonEn">The same in English.</param>
/// <param name="Illustrative">True when either side rests on illustrative input.</param>
/// <param name="Why">Address that splits the change into new data, revised data, parameters and method.</param>
internal sealed record ChangeAlert(
    string Mineral, string Indicator, Stage Stage, Materiality Materiality, ResultState? Before, ResultState? After, string ReasonJa, string ReasonEn, bool Illustrative, string Why)
{
    /// <summary>The same in one language.</summary>
    public string Reason(Language language) => language == Language.Japanese ? ReasonJa : ReasonEn;
}
