using System.Globalization;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// The figures in the reasons and remarks of a result. A reason carries them as text; those that are figures of the result are looked up there,
/// and its own, counts among them, are read from its text (<see cref="Figure"/>). Years, codes and names are no figures.
/// </summary>
internal static class ReasonText
{
    /// <summary>Figure of a result: the part of the quantity that is not attributed or not known, 1 less the coverage.</summary>
    public const string Uncovered = "uncovered";

    /// <summary>Reason whose figures are of other prices than those of the result.</summary>
    public const string OfOtherPrices = "outlookPricesTooFew";

    private const string StageShare = "stageShare";

    /// <summary>Arguments that are figures, by code.</summary>
    private static readonly Dictionary<string, (int[] Places, string Unit)> Figures = new(StringComparer.Ordinal)
    {
        ["codeFell"] = ([2, 3], "t"),
        ["severalHidden"] = ([0, 1], "1"),
        ["tooFewPrices"] = ([0, 1], "1"),
        ["missingPrices"] = ([0, 1], "1"),
        [OfOtherPrices] = ([0, 1], "1"),
        ["tooFewGrades"] = ([0, 1], "1"),
    };

    /// <summary>Parameters that the second argument states, by code: of monthly or of annual prices, or of years.</summary>
    private static readonly Dictionary<string, string[]> WantedBy = new(StringComparer.Ordinal)
    {
        ["tooFewPrices"] = ["price.partial", "price.annualMinimum"],
        ["missingPrices"] = ["price.months", "price.annualChanges"],
        ["tooFewGrades"] = ["grade.minimumYears"],
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
        if (write is null) return reason;
        return found is { } figure
            ? reason with { Arguments = [write(FigurePath.Result(result.Indicator, figure.Figure), figure.Value, DisplayNumber.PercentOfShare), .. reason.Arguments.Skip(1)] }
            : Written(reason, place => FigurePath.Reason(result.Indicator, place), write);
    }

    /// <summary>The remarks of a result with their figures written.</summary>
    public static IEnumerable<Reason> Remarks(IndicatorResult result, FigureWriter write) => 
        result.Notes.Select((remark, index) => Written(remark, place => FigurePath.Remark(result.Indicator, index, place), write));

    /// <summary>A figure in a reason or remark with its unit, or none where the argument is no figure.</summary>
    /// <param name="reason">The reason or remark.</param>
    /// <param name="place">Place of the argument, from 0.</param>
    public static (double Value, string Unit)? Figure(Reason reason, int place) =>
        place < reason.Arguments.Count && Figures.TryGetValue(reason.Code, out (int[] Places, string Unit) figures) && figures.Places.Contains(place)
        && double.TryParse(reason.Arguments[place], NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double value)
            ? (value, figures.Unit)
            : null;

    /// <summary>The parameter that an argument states, or none where it states none that the result used.</summary>
    /// <param name="result">The result.</param>
    /// <param name="reason">Its reason or a remark of it.</param>
    /// <param name="place">Place of the argument, from 0.</param>
    public static ParameterUse? Wanted(IndicatorResult result, Reason reason, int place) =>
        place == 1 && WantedBy.TryGetValue(reason.Code, out string[]? wanted) ? result.Parameters.FirstOrDefault(parameter => wanted.Contains(parameter.Id)) : null;

    /// <summary>Items of a list in an argument: it is separated by comma and space, so that a number with thousands separators is none.</summary>
    public static IReadOnlyList<string> Items(string argument) => argument.Split(", ");

    private static Reason Written(Reason reason, Func<int, FigurePath> path, FigureWriter write) => reason with
    {
        Arguments = [.. reason.Arguments.Select((argument, place) => Figure(reason, place) is var (value, _) ? write(path(place), value, _ => argument) : argument)],
    };
}
