using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>The figures of a published vintage that the ministry compares, without the trees that they rest on.</summary>
/// <param name="Meta">The vintage.</param>
/// <param name="Rows">Its minerals in list order.</param>
internal sealed record AssessedVintage(Meta Meta, IReadOnlyList<AssessmentRow> Rows)
{
    /// <summary>The figures of a vintage in memory.</summary>
    public static AssessedVintage Of(PublishedView view) => new(
        Meta.Of(view), [.. MineralCatalogue.All.Where(mineral => view.Assessments.ContainsKey(mineral.Id)).Select(mineral => AssessmentRow.Of(mineral, view.Assessments[mineral.Id]))]);
}
