using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>How figures before and after the standard measures are worded.</summary>
internal static class EffectText
{
    /// <summary>True when the measures change what is printed of a figure.</summary>
    public static bool IsMoved(EffectFigure figure) => figure.Tools.Count > 0 && Printed(figure.Before, figure.Unit) != Printed(figure.After, figure.Unit);

    /// <summary>Name of the figure for narrow places.</summary>
    public static string Name(string indicator, Language language) => indicator switch
    {
        IndicatorId.SelfSufficiency => Words.KindSelfSufficiency.In(language),
        IndicatorId.ScenarioElectricVehicles => Words.EffectVehicles.In(language),
        IndicatorId.ScenarioOffshoreWind => Words.EffectWind.In(language),
        _ => ShortName.Of(indicator, language),
    };

    /// <summary>The figure as the assessment has it.</summary>
    public static string Before(Composition briefing, EffectFigure figure) =>
        Side(briefing, figure.Before, figure.Unit, name => FigurePath.Result(figure.Indicator, name));

    /// <summary>The figure with the measures.</summary>
    public static string After(Composition briefing, EffectFigure figure) =>
        Side(briefing, figure.After, figure.Unit, name => FigurePath.Effect(figure.Indicator, name));

    /// <summary>The difference with its sign, or a dash where a side has no point.</summary>
    public static string Difference(Composition briefing, EffectFigure figure) => figure.Difference is not { } difference
        ? briefing.Say(Words.NoMark)
        : briefing.Write(FigurePath.Effect(figure.Indicator, "difference"), difference, value => DisplayNumber.Signed(value, Format(figure.After.Score is not null, figure.Unit)));

    /// <summary>An assumption as a sentence.</summary>
    /// <exception cref="UnknownCodeException">The input has no words.</exception>
    public static string Assumption(AssumedShift shift, Composition briefing)
    {
        Phrase words = shift.Input switch
        {
            "production" => Words.AssumeProduction,
            "imports/concentrate" => Words.AssumeConcentrate,
            "imports/refined" => Words.AssumeSmelter,
            "demand" => Words.AssumeLessUse,
            "secondary" => Words.AssumeRecycling,
            _ => throw new UnknownCodeException("inputs of standard measures", shift.Input, "production, imports/concentrate, imports/refined, demand or secondary"),
        };
        return briefing.Say(words, Percent(briefing, shift.Share), Country(shift.From, briefing), Country(shift.To, briefing));
    }

    /// <summary>What cannot be computed of a measure, and why.</summary>
    /// <exception cref="UnknownCodeException">The input has no figure.</exception>
    public static string Refused(RefusedShift refused, Composition briefing) => briefing.Say(
        Words.EffectRefused,
        Name(
            refused.Input switch
            {
                "production" => IndicatorId.ProductionConcentration,
                "imports/concentrate" => IndicatorId.ImportStabilityConcentrate,
                "imports/refined" => IndicatorId.ImportStabilityRefined,
                "demand" => IndicatorId.SelfSufficiency,
                "secondary" => IndicatorId.SecondaryUse,
                _ => throw new UnknownCodeException("inputs of standard measures", refused.Input, "production, imports/concentrate, imports/refined, demand or secondary"),
            },
            briefing.Language),
        ResultText.Sentence(refused.Why, briefing.Language));

    /// <summary>The part by which the measures are taken, in per cent without decimals where it has none.</summary>
    public static string Percent(Composition briefing, double part) => briefing.Write(FigurePath.EffectPart, part * 100, Whole);

    /// <summary>The same without a number of its own, for headings.</summary>
    public static string Whole(double percent) => DisplayNumber.AxisMark(percent, percent);

    private static string Country(string? iso3, Composition briefing) => iso3 is null ? string.Empty : ResultText.Country(iso3, briefing.Language);

    /// <summary>The figures as written, or the status in words where there is none.</summary>
    private static string Side(Composition briefing, EffectSide side, string unit, Func<string, FigurePath> path)
    {
        List<SideFigure> figures = Figures(side);
        if (figures.Count == 0) return ResultText.Status(side.Status, briefing.Language);
        List<string> texts = [.. figures.Select(figure => briefing.Write(path(figure.Name), figure.Value, Format(figure.IsScore, unit)))];
        string sign = figures[0].IsScore ? string.Empty : briefing.Say(unit == "percent" ? Words.PercentSign : unit == "t" ? Words.TonnesSign : Words.NoSign);
        return texts.Count == 2 ? briefing.Say(Words.Range, texts[0], texts[1]) + sign
            : figures[0].Name is "score" or "value" ? texts[0] + sign
            : briefing.Say(Words.AtLeast, texts[0] + sign);
    }

    /// <summary>Score, else value, else the interval of either.</summary>
    private static List<SideFigure> Figures(EffectSide side) => side switch
    {
        { Status: ResultStatus.NotApplicable } => [],
        { Score: { } score } => [new SideFigure("score", score, true)],
        { ScoreLow: { } low, ScoreHigh: { } high } => [new SideFigure("scoreLow", low, true), new SideFigure("scoreHigh", high, true)],
        { ScoreLow: { } low } => [new SideFigure("scoreLow", low, true)],
        { Value: { } value } => [new SideFigure("value", value, false)],
        { Low: { } low, High: { } high } => [new SideFigure("low", low, false), new SideFigure("high", high, false)],
        { Low: { } low } => [new SideFigure("low", low, false)],
        _ => [],
    };

    private static (ResultStatus? Status, string Figures) Printed(EffectSide side, string unit)
    {
        List<SideFigure> figures = Figures(side);
        return (figures.Count == 0 ? side.Status : null, string.Join(' ', figures.Select(figure => figure.Name + " " + Format(figure.IsScore, unit)(figure.Value))));
    }

    private static Func<double, string> Format(bool isScore, string unit) => isScore ? DisplayNumber.Score : unit switch
    {
        "t" => DisplayNumber.Tonnes,
        "percent" => DisplayNumber.Percent,
        _ => DisplayNumber.Score,
    };

    private sealed record SideFigure(string Name, double Value, bool IsScore);
}
