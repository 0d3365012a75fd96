using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>
/// How much moved since the previous vintage: <c>all/changes/results/count</c>, and of these <c>minerals</c>, <c>bands</c> and <c>largest</c>. A count rests
/// on the results it counts, each in the assessments of both vintages.
/// </summary>
internal static class ChangeCountFigures
{
    public static ResolvedFigure? Find(OverviewInputs inputs, FigureAddress address, string kind)
    {
        if (inputs.Changes is not { } changes) return null;
        IReadOnlyList<string>? counted = kind switch
        {
            "results" => [.. changes.Changed.Select(Name)],
            "bands" => [.. changes.Changed.Where(change => change.IsInOtherBand).Select(Name)],
            "minerals" => changes.Minerals,
            "largest" => [.. changes.Largest.Select(change => $"{change.Mineral}/{change.Indicator}")],
            _ => null,
        };
        if (counted is null) return null;
        HashSet<(string, string)> names = [.. changes.Changed.Select(change => (change.Mineral, change.Indicator))];
        IndicatorResult[] results = [.. inputs.Assessments.Concat(inputs.Before).SelectMany(assessment => assessment.Results)
            .Where(result => names.Contains((result.Mineral, result.Indicator)) && (counted.Contains(result.Mineral) || counted.Contains($"{result.Mineral}/{result.Indicator}")))];
        return Counted.Of(address, counted, "assessments of the vintage and of the one before") with
        {
            Illustrative = results.Any(result => result.Illustrative),
            Label = Labels.Highest(results.Select(result => result.Label)),
        };
    }

    private static string Name(ChangedResult change) => $"{change.Mineral}/{change.Indicator}";
}
