using Pipeline.Domain;

namespace Pipeline.Indicators.Results;

/// <summary>Formulas that many rules share.</summary>
internal static class Figures
{
    /// <summary>The scores of a rule, as far as the result has them.</summary>
    /// <param name="result">The result with its scores.</param>
    /// <param name="score">Expression of the score of a figure, given the figure's name.</param>
    /// <param name="falling">True for a rule that scores a good thing, so that the low end of the figure has the high score.</param>
    internal static IEnumerable<FigureFormula> Scores(IndicatorResult result, Func<string, string> score, bool falling = false)
    {
        if (result.Score is not null)
        {
            yield return new FigureFormula("score", score("value"));
        }

        if (result.ScoreLow is not null)
        {
            yield return new FigureFormula("scoreLow", score(falling ? "high" : "low"));
        }

        if (result.ScoreHigh is not null)
        {
            yield return new FigureFormula("scoreHigh", score(falling ? "low" : "high"));
        }
    }
}
