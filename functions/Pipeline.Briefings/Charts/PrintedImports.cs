using Pipeline.Domain;

namespace Pipeline.Briefings.Charts;

/// <summary>Imports of a year as they are printed: where two stages stand beside their total, it is the sum of their rounded tonnes, so that what is printed adds up.</summary>
internal static class PrintedImports
{
    /// <summary>Tonnes of the stages that make up the total, concentrate first.</summary>
    public static IReadOnlyList<double> Parts(ImportYear year) =>
        [.. year.ByStage.Where(part => part is { Stage: Stage.Concentrate or Stage.Refined }).OrderBy(part => part.Stage).Select(part => part.Tonnes)];

    /// <summary>The total in tonnes, or none for a year that cannot be measured.</summary>
    public static double? Total(ImportYear year) => year.Tonnes is not { } tonnes ? null : Parts(year) is { Count: > 1 } parts ? parts.Sum(Rounded) : tonnes;

    private static double Rounded(double tonnes) => (double)Math.Round((decimal)tonnes, 0, MidpointRounding.AwayFromZero);
}
