using System.Globalization;
using Pipeline.Domain;
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
    private const string AsOf = "asOf";

    /// <summary>All routes.</summary>
    public static IReadOnlyList<ApiRoute> All(TimeProvider clock) => [new("v1/parameters", Access.Reader, [AsOf], request => Task.FromResult(List(request, clock)))];

    private static IResult List(ApiRequest request, TimeProvider clock)
    {
        DateOnly day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (request.Query(AsOf) is { } written && !DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return ApiProblems.BadRequest($"'{AsOf}' is a day such as 2026-11-22.");
        }

        ParameterSet set = ParameterSet.InForce(day);
        return Results.Json(new ParameterList(day, set.Hash, set.Stale, set.Entries), PipelineJson.Options);
    }
}
