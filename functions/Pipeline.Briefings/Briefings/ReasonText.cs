using System.Globalization;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// The figures in the reasons and remarks of a result. A reason carries them as text; those that are figures of the result are looked up there,
/// and a remark's own are read from its text (<see cref="Figure"/>). Counts, years, codes and names are no figures.
/// </summary>
internal static class ReasonText
{
    /// <summary>Figure of a result: the part of the quantity that is not attributed or not known, 1 less the coverage.</summary>
    public const string Uncovered = "uncovered";

    private const string StageShare = "stageShare";

    /// <summary>Arguments of remarks that are figures, by code.</summary>
    private static readonly Dictionary<string, (int[] Places, string Unit)> OfRemarks = new(StringComparer.Ordinal)
    {
        ["codeFell"] = ([2, 3], "t"), ["severalHidden"] = ([1], "1"),
    };

    /// <summary>The reason of a result with its figures written.</summary>
    public static Reason Written(IndicatorResult result, Reason reason, FigureWriter? write)
    {
        (string Figure, double Value)? found = reason.Code switch
        {
            "unattributed" or "hiddenOutsideTotal" or "unattributedToMines" or "unsteadyMines" or "unknownOrigin" when result.Coverage is { } coverage => (Uncovered, 1 - coverage),
            "imputed" when result.ImputedShare is { } imputed => ("imputedShare", imputed),
            "belowMinimumShare" when result.Companions.FirstOrDefault(companion => companion.Id == StageShare)?.Value is { } share => (StageShare, share),
            _ => null,
        };
        return write is null || found is not { } figure
            ? reason
            : reason with { Arguments = [write(FigurePath.Result(result.Indicator, figure.Figure), figure.Value, DisplayNumber.PercentOfShare), .. reason.Arguments.Skip(1)] };
    }

    /// <summary>The remarks of a result with their figures written.</summary>
    public static IEnumerable<Reason> Remarks(IndicatorResult result, FigureWriter write) => result.Notes.Select((remark, index) => remark with
    {
        Arguments = [.. remark.Arguments.Select((argument, place) =>
            Figure(result, index, place) is var (value, _) ? write(FigurePath.Remark(result.Indicator, index, place), value, _ => argument) : argument)],
    });

    /// <summary>A figure in a remark with its unit, or none where the argument is no figure.</summary>
    /// <param name="result">The result.</param>
    /// <param name="index">Place of the remark, from 0.</param>
    /// <param name="place">Place of the argument, from 0.</param>
    public static (double Value, string Unit)? Figure(IndicatorResult result, int index, int place) =>
        index < result.Notes.Count && place < result.Notes[index].Arguments.Count
        && OfRemarks.TryGetValue(result.Notes[index].Code, out (int[] Places, string Unit) figures) && figures.Places.Contains(place)
        && double.TryParse(result.Notes[index].Arguments[place], NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double value)
            ? (value, figures.Unit)
            : null;
}
