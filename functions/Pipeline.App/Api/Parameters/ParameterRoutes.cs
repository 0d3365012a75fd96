using Pipeline.App.Vintages;
using Pipeline.Indicators.Parameters;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/parameters</c>: the free choices of the method as they stand on a day; none that is restricted.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Method">Hash of the set: vintages of equal method start with the same digits.</param>
/// <param name="Stale">Identifiers of those that are past their confirmation. They are used, and results that use them carry the flag <c>staleParameter</c>.</param>
/// <param name="Parameters">The parameters in order of identifier.</param>
internal sealed record ParameterList(DateOnly AsOf, string Method, IReadOnlyList<string> Stale, IReadOnlyList<ParameterEntry> Parameters);

/// <summary>The route of the parameters.</summary>
internal static class ParameterRoutes
{
    private static readonly ApiParameter AsOf = new("asOf", new("この日に効力のある値。指定がなければ今日。", "Values in force on this day; today without it."), new DayRule()) { Example = "2026-11-22" };

    /// <summary>All routes.</summary>
    public static IReadOnlyList<ApiRoute> All(TimeProvider clock) =>
    [
        new("v1/parameters", Access.Reader, "listParameters", new("手法の自由な選択と、その根拠。", "The free choices of the method, dated and cited."), request => Task.FromResult<IResult>(List(request, clock)))
        {
            Query = [AsOf], Success = AnswerForm.Json<ParameterList>(), Problems = [ProblemKinds.BadParameter],
        },
    ];

    /// <summary>Address of the parameters that were in force for a vintage.</summary>
    public static string AddressOf(VintageManifest manifest) => FormattableString.Invariant($"/api/v1/parameters?asOf={manifest.LastDay():yyyy-MM-dd}");

    private static PreparedAnswer List(ApiRequest request, TimeProvider clock)
    {
        DateOnly day = request.Query(AsOf.Name) is { } written ? DayRule.Parse(written) : DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        ParameterSet set = ParameterSet.InForce(day);
        return Answers.Prepared(request, new ParameterList(day, set.Hash, set.Stale, set.Entries), Freshness.Latest);
    }
}
