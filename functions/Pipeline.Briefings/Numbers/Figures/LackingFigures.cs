namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>
/// Results that cannot be judged for want of an input: <c>all/missing/count</c>, <c>all/missing/prices/count</c>, <c>all/missing/prices/minerals/count</c>,
/// <c>all/missing/prices/price-fluctuation/count</c>. A count rests on the results it counts.
/// </summary>
internal static class LackingFigures
{
    /// <summary>Follows the words between the first and the last of an address.</summary>
    public static ResolvedFigure? Find(OverviewInputs inputs, FigureAddress address, IReadOnlyList<string> words)
    {
        if (words is []) return Counted.Of(address, [.. inputs.Lacking.SelectMany(input => input.Results)]);
        if (inputs.Lacking.FirstOrDefault(input => input.Key == words[0]) is not { } lacking) return null;
        return words switch
        {
            [_] => Counted.Of(address, lacking.Results),
            [_, "minerals"] => Counted.Of(address, lacking.Results) is var results ? Counted.Of(address, lacking.Minerals) with { Illustrative = results.Illustrative, Label = results.Label } : null,
            [_, var indicator] when lacking.Results.Any(result => result.Indicator == indicator) =>
                Counted.Of(address, [.. lacking.Results.Where(result => result.Indicator == indicator)]),
            _ => null,
        };
    }
}
