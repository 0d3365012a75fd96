using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>How figures before and after the standard measures are worded.</summary>
internal static class EffectText
{
    /// <summary>True when the measures change what is printed of a figure.</summary>
    public static bool IsMoved(EffectFigure figure) => figure.Tools.Count > 0 && figure.Before != figure.After;

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

    /// <summary>The part by which the measures are taken, in per cent without decimals where it has none.</summary>
    public static string Percent(Composition briefing, double part) => briefing.Write(FigurePath.EffectPart, part * 100, Whole);

    /// <summary>The same without a number of its own, for headings.</summary>
    public static string Whole(double percent) => DisplayNumber.AxisMark(percent, percent);

    private static string Country(string? iso3, Composition briefing) => iso3 is null ? string.Empty : ResultText.Country(iso3, briefing.Language);

    /// <summary>Score, else value, else the interval of either, else the status in words.</summary>
    private static string Side(Composition briefing, EffectSide side, string unit, Func<string, FigurePath> path)
    {
        string Figure(string name, double value, bool isScore) => briefing.Write(path(name), value, Format(isScore, unit));
        string sign = briefing.Say(unit == "percent" ? Words.PercentSign : unit == "t" ? Words.TonnesSign : Words.NoSign);
        return side switch
        {
            { Status: ResultStatus.NotApplicable } => ResultText.Status(side.Status, briefing.Language),
            { Score: { } score } => Figure("score", score, true),
            { ScoreLow: { } low, ScoreHigh: { } high } => briefing.Say(Words.Range, Figure("scoreLow", low, true), Figure("scoreHigh", high, true)),
            { ScoreLow: { } low } => briefing.Say(Words.AtLeast, Figure("scoreLow", low, true)),
            { Value: { } value } => Figure("value", value, false) + sign,
            { Low: { } low, High: { } high } => briefing.Say(Words.Range, Figure("low", low, false), Figure("high", high, false)) + sign,
            { Low: { } low } => briefing.Say(Words.AtLeast, Figure("low", low, false) + sign),
            _ => ResultText.Status(side.Status, briefing.Language),
        };
    }

    private static Func<double, string> Format(bool isScore, string unit) => isScore ? DisplayNumber.Score : unit switch
    {
        "t" => DisplayNumber.Tonnes,
        "percent" => DisplayNumber.Percent,
        _ => DisplayNumber.Score,
    };
}
