using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.Bands;

/// <summary>Reading aid: where moderate, high and very high begin. A lower bound belongs to the higher band.</summary>
internal static class BandMarks
{
    // Marks are printed with six decimals (0.416667 for 0.25/0.60): a score on the mark belongs to the higher band.
    private const double PrintedDecimals = 1e-6;

    /// <summary>Band of a score 0..1.</summary>
    /// <param name="score">Score.</param>
    /// <param name="marks">The three lower bounds, ascending.</param>
    internal static Band Of(double score, IReadOnlyList<double> marks) => (Band)marks.Count(mark => score >= mark - PrintedDecimals);

    /// <summary>
    /// The result with score and bands. An interval that crosses a mark shows both bands; without an upper bound the worse band is
    /// the highest one, since nothing rules it out. A result without a point value has no band.
    /// </summary>
    /// <param name="result">Value, low and high are set.</param>
    /// <param name="score">Score of a value, monotone.</param>
    /// <param name="parameter">Identifier of the marks.</param>
    /// <param name="parameters">Parameters of the result.</param>
    /// <param name="formula">Expression of the score of a figure, given the figure's name; none when the caller gives the formulas.</param>
    internal static IndicatorResult Score(
        IndicatorResult result, Func<double, double> score, string parameter, ParameterScope parameters, Func<string, string>? formula = null)
    {
        double? atLow = result.Low is { } low ? score(low) : null;
        double? atHigh = result.High is { } high ? score(high) : null;
        // A rule that scores a good thing (secondary use) turns the interval round.
        bool falling = score(1) < score(0);
        IndicatorResult scored = result with
        {
            Score = result.Value is { } value ? score(value) : null,
            ScoreLow = falling ? atHigh : atLow,
            ScoreHigh = falling ? atLow : atHigh,
        };
        scored = formula is null ? scored : scored with { Formulas = [.. scored.Formulas, .. Formulas(scored, formula, falling)] };
        if (scored.Score is null)
        {
            return scored;
        }

        IReadOnlyList<double> marks = parameters.Numbers(parameter);
        return scored with
        {
            BandLow = Of(scored.ScoreLow ?? 0, marks),
            BandHigh = scored.ScoreHigh is { } worst ? Of(worst, marks) : Band.VeryHigh,
        };
    }

    private static IEnumerable<FigureFormula> Formulas(IndicatorResult scored, Func<string, string> formula, bool falling)
    {
        (double? Score, string Name, string Figure)[] figures =
        [
            (scored.Score, "score", "value"),
            (scored.ScoreLow, "scoreLow", falling ? "high" : "low"),
            (scored.ScoreHigh, "scoreHigh", falling ? "low" : "high"),
        ];
        return figures.Where(figure => figure.Score is not null).Select(figure => new FigureFormula(figure.Name, formula(figure.Figure)));
    }
}
