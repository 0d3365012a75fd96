using System.Text.Json;
using Pipeline.App.Changes;
using Pipeline.App.Changes.Causes;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Indicators.Attribution;

namespace Pipeline.App.Overview;

/// <summary>
/// The largest changes of the six indicators and of self-sufficiency between two vintages, with their causes. Figures are computed anew for the minerals of
/// these changes only, so that a refresh stays fast.
/// </summary>
internal static class LargestChanges
{
    /// <summary>Changes that are shown with their causes.</summary>
    public const int Shown = 8;

    // What is below is the rounding of a sum and moved nothing.
    private const double Rounding = 1e-12;

    private const string Percent = "percent";

    private static readonly HashSet<string> Indicators = new([.. IndicatorId.Six, IndicatorId.SelfSufficiency], StringComparer.Ordinal);

    /// <summary>The changes from one vintage to another.</summary>
    /// <param name="before">Assessments of the one, by mineral.</param>
    /// <param name="after">Assessments of the other.</param>
    /// <param name="ways">Finds the ways of some minerals from the one to the other; none when they cannot be gone, and so no cause can be told.</param>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    public static async Task<ChangesSince> OfAsync(
        IReadOnlyDictionary<string, MineralAssessment> before, IReadOnlyDictionary<string, MineralAssessment> after,
        Func<IReadOnlyList<string>, Task<IReadOnlyDictionary<string, IReadOnlyList<Station>>?>> ways)
    {
        ResultChange[] moved = [.. new VintageComparison([.. before.Values], [.. after.Values]).Values()
            .Where(change => Indicators.Contains(change.Indicator) && change.Materiality < Materiality.Slight)];
        ResultChange[] largest = [.. InOrder(moved).Take(Shown)];
        IReadOnlyDictionary<string, IReadOnlyList<Station>>? found = await ways([.. largest.Select(change => change.Mineral).Distinct(StringComparer.Ordinal)]);
        return new ChangesSince(
            [.. moved.Select(change => new ChangedResult(change.Mineral, change.Indicator, ChangesBand(change)))],
            [.. largest.Select(change => new LargeChange(change.Mineral, change.Indicator, found is null ? [] : Causes(MovedResult.Of(change, found[change.Mineral]))))])
        {
            AreCausesKnown = found is not null,
        };
    }

    /// <summary>Judgement, status, band, one end of the interval, and all others by the size of the change; the order of the report decides among equals.</summary>
    internal static IEnumerable<ResultChange> InOrder(IEnumerable<ResultChange> changes) => changes
        .OrderBy(change => change.Materiality < Materiality.Rank ? change.Materiality : Materiality.Rank)
        .ThenByDescending(Size);

    /// <summary>Parts of the change of the figure that is shown; where there is none on both sides, the causes that changed what is stated.</summary>
    internal static IReadOnlyList<ChangeCause> Causes(MovedResult moved)
    {
        if ((moved.Indicator == IndicatorId.SelfSufficiency ? moved.Value ?? moved.Figures.GetValueOrDefault("low") : moved.Score) is not { } split)
        {
            return [.. moved.Legs.Where(ChangesStatement).Select(leg => new ChangeCause([.. leg.Causes.Select(Code)], null))];
        }

        (Cause Cause, double? Amount)[] single =
            [(Cause.RevisedData, split.RevisedData), (Cause.NewData, split.NewData), (Cause.Parameters, split.Parameters), (Cause.Method, split.Method)];
        return
        [
            .. single.Where(part => Math.Abs(part.Amount ?? 0) > Rounding).Select(part => new ChangeCause([Code(part.Cause)], part.Amount)),
            .. split.Joint.Where(part => Math.Abs(part.Amount) > Rounding).Select(part => new ChangeCause([.. part.Causes.Select(Code)], part.Amount)),
        ];
    }

    /// <summary>True when a result has bands in both vintages and they differ, whatever else changed with them.</summary>
    internal static bool ChangesBand(ResultChange change) => change is { Before: { BandLow: not null } before, After: { BandLow: not null } after }
        && (before.BandLow, before.BandHigh) != (after.BandLow, after.BandHigh);

    /// <summary>
    /// Size of a change of a score or of a value, a hundred points of a rate as one; where one side has no score, the score of the other; where there is
    /// neither score nor value, that of the lower bound.
    /// </summary>
    private static double Size(ResultChange change) => Math.Abs(
        change.Score?.Amount ?? InOnes(change, change.Value) ?? change.After?.Score ?? change.Before?.Score ?? InOnes(change, Bound(change)) ?? 0);

    private static double? InOnes(ResultChange change, Difference? moved) => change.After?.Unit == Percent ? moved?.Amount / 100 : moved?.Amount;

    private static Difference? Bound(ResultChange change) => change.Before?.Unit == change.After?.Unit ? Difference.Between(change.Before?.Low, change.After?.Low) : null;

    private static bool ChangesStatement(Leg leg) => (leg.Before?.Status, leg.Before?.BandLow, leg.Before?.BandHigh) != (leg.After?.Status, leg.After?.BandLow, leg.After?.BandHigh);

    private static string Code(Cause cause) => JsonNamingPolicy.CamelCase.ConvertName(cause.ToString());
}
