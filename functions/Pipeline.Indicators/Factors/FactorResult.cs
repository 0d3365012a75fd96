using System.Text.RegularExpressions;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;

namespace Pipeline.Indicators.Factors;

/// <summary>What the five stockpile factors (P 2(2)) have in common: a score 0..1, higher = more reason for a longer target, for ministry staff only.</summary>
internal static partial class FactorResult
{
    /// <summary>A factor about which nothing is known yet.</summary>
    internal static IndicatorResult Empty(string factor, string mineral, Stage stage) =>
        new(factor, mineral, stage, ResultStatus.Insufficient, "1") { Label = AccessLabel.Internal };

    /// <summary>The factor with parameters and flags; never below internal, and above it where an input is.</summary>
    /// <param name="result">The factor.</param>
    /// <param name="parameters">Parameters that it read itself.</param>
    /// <param name="inputs">Results that it was computed from: what they rest on, it rests on too.</param>
    internal static IndicatorResult Finish(IndicatorResult result, ParameterScope parameters, params IEnumerable<IndicatorResult> inputs)
    {
        IndicatorResult[] all = [.. inputs];
        IndicatorResult finished = ResultMarks.Finish(result, parameters);
        return finished with
        {
            Label = Labels.Highest(all.Select(input => input.Label).Append(AccessLabel.Internal)),
            Parameters = [.. all.SelectMany(input => input.Parameters).Concat(finished.Parameters)
                .DistinctBy(use => use.Id).OrderBy(use => use.Id, StringComparer.Ordinal)],
            Flags = ResultMarks.Ordered(all.SelectMany(input => input.Flags).Concat(finished.Flags)),
        };
    }

    /// <summary>
    /// Formulas of a result as steps of another one: each figure is named <c>prefix.figure</c>, so that the value of the one is not taken
    /// for the value of the other.
    /// </summary>
    internal static IReadOnlyList<FigureFormula> Steps(string prefix, IReadOnlyList<FigureFormula> formulas)
    {
        HashSet<string> figures = new(StringComparer.Ordinal);
        List<FigureFormula> steps = [];
        foreach (FigureFormula formula in formulas)
        {
            // A name is a figure only once it has been computed; before, it is a symbol of the evidence.
            string expression = Name().Replace(formula.Expression, name => figures.Contains(name.Value) ? $"{prefix}.{name.Value}" : name.Value);
            steps.Add(new FigureFormula($"{prefix}.{formula.Figure}", expression));
            figures.Add(formula.Figure);
        }

        return steps;
    }

    /// <summary>
    /// Expression of a figure that is taken over from another result: the step, or what the other result states where nothing enters into it.
    /// </summary>
    internal static string Taken(string prefix, string figure, IReadOnlyList<FigureFormula> formulas) =>
        formulas.FirstOrDefault(formula => formula.Figure == figure)?.Expression is { } stated && !stated.Any(char.IsAsciiLetter)
            ? stated
            : $"{prefix}.{figure}";

    [GeneratedRegex(@"(?<![A-Za-z0-9.])[A-Za-z][A-Za-z0-9.]*(?![A-Za-z0-9.]|\s*\()")]
    private static partial Regex Name();
}
