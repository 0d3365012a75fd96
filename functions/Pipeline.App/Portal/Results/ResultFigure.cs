using System.Globalization;
using Pipeline.App.Api;
using Pipeline.App.Changes;
using Pipeline.Briefings;
using Pipeline.Domain;

namespace Pipeline.App.Portal;

/// <summary>The leading figure of a result in words: its score where it has one, else its value, each with its interval; else its status.</summary>
internal static class ResultFigure
{
    private static readonly Bilingual Range = new("{0}〜{1}", "{0}–{1}");
    private static readonly Bilingual AtLeast = new("{0}以上", "at least {0}");
    private static readonly Bilingual AtMost = new("{0}以下", "at most {0}");
    private static readonly Bilingual WithInterval = new("{0}（{1}）", "{0} ({1})");

    /// <summary>True when the result is read by its score.</summary>
    public static bool IsScored(IndicatorResult result) => result.Score is not null || result.ScoreLow is not null || IndicatorId.Six.Contains(result.Indicator);

    /// <summary>The figure: <c>0.159（0.159〜0.237）</c>, <c>61.5％</c>, <c>−12.0％</c>, <c>判定不能</c>.</summary>
    public static string Of(IndicatorResult? result, Language language) => result switch
    {
        null => ResultText.Status(ResultStatus.Insufficient, language),
        { Status: ResultStatus.NotApplicable } => ResultText.Status(result.Status, language),
        _ when IsScored(result) => ResultText.Score(result, language),
        _ => Valued(result, language),
    };

    /// <summary>One amount of a result that is no score.</summary>
    public static string Amount(IndicatorResult result, double value, Language language) => result.Indicator == IndicatorId.ImportGrowth
        ? DisplayNumber.SignedPercentOfShare(value) + new Bilingual("％", "%").In(language)
        : ResultText.Amount(value, result.Unit, language);

    private static string Valued(IndicatorResult result, Language language)
    {
        string? point = result.Value is { } value ? Amount(result, value, language) : null;
        string? interval = Interval(result, language);
        return (point, interval) switch
        {
            ({ } printed, { } range) => Said(WithInterval, language, printed, range),
            ({ } printed, null) => printed,
            (null, { } range) => Said(WithInterval, language, ResultText.Status(result.Status, language), range),
            _ => ResultText.Status(result.Status, language),
        };
    }

    private static string? Interval(IndicatorResult result, Language language) => (result.Low, result.High) switch
    {
        ({ } low, { } high) when result.Value is null || !ChangeRules.Same(low, high) => Amount(result, low, language) is var from && Amount(result, high, language) is var to && from != to
            ? Said(Range, language, from, to)
            : null,
        ({ } low, null) => Said(AtLeast, language, Amount(result, low, language)),
        (null, { } high) => Said(AtMost, language, Amount(result, high, language)),
        _ => null,
    };

    private static string Said(Bilingual words, Language language, params object[] figures) => string.Format(CultureInfo.InvariantCulture, words.In(language), figures);
}
