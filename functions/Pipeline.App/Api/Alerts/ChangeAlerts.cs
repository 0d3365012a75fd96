using Pipeline.App.Changes;
using Pipeline.Briefings;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.App.Api;

/// <summary>Which changes between two vintages readers are told of, and in which words.</summary>
internal static class ChangeAlerts
{
    /// <summary>Change of a score, on its scale of 0 to 1, from which it is told.</summary>
    public const double ScoreMoved = 0.1;

    /// <summary>Change of the self-sufficiency rate, in points, from which it is told.</summary>
    public const double PointsMoved = 10;

    /// <summary>The threshold in words.</summary>
    public static Bilingual Threshold { get; } = new(
        Invariant($"六指標と自給率について、判断の可否が変わった、評価区分の両端が変わった、スコアが {ScoreMoved} 以上動いた、または自給率が {PointsMoved} ポイント以上動いたもの。"),
        Invariant($"Of the six indicators and self-sufficiency: a judgement lost or gained, both ends in another band, a score moved by {ScoreMoved} or more, or the rate moved by {PointsMoved} points or more."));

    // Scores are reproducible to nine decimals: a move of the threshold itself is not lost to the last binary digit.
    private const double Rounding = 1e-9;

    private const string Percent = "percent";

    private static readonly HashSet<string> Told = new([.. IndicatorId.Six, IndicatorId.SelfSufficiency], StringComparer.Ordinal);

    /// <summary>The changes past the threshold, the most material first.</summary>
    /// <param name="before">Assessments of the vintage before, in any order.</param>
    /// <param name="after">Assessments of this one.</param>
    /// <param name="vintages">Identifiers of both.</param>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    public static IReadOnlyList<ChangeAlert> Of(IReadOnlyList<MineralAssessment> before, IReadOnlyList<MineralAssessment> after, (string Before, string After) vintages) =>
        [.. new VintageComparison(before, after).Values().Where(change => Told.Contains(change.Indicator) && IsPast(change)).Select(change => Of(change, vintages))];

    private static bool IsPast(ResultChange change) =>
        change.Materiality is Materiality.Judgement or Materiality.Band
        || Math.Abs(change.Score?.Amount ?? 0) >= ScoreMoved - Rounding
        || (change.After?.Unit == Percent && Math.Abs(change.Value?.Amount ?? 0) >= PointsMoved - Rounding);

    private static ChangeAlert Of(ResultChange change, (string Before, string After) vintages) => new(
        change.Mineral, change.Indicator, change.Stage, change.Materiality, change.Before, change.After,
        Words(change, Language.Japanese), Words(change, Language.English), change.Illustrative,
        $"/api/v1/vintages/{vintages.Before}/changes/{vintages.After}?mineral={change.Mineral}");

    private static string Words(ResultChange change, Language language)
    {
        bool isJapanese = language == Language.Japanese;
        Mineral mineral = MineralCatalogue.Get(change.Mineral);
        string subject = isJapanese
            ? $"{mineral.NameJa}、{Vocabulary.Word(Term.Indicator, change.Indicator, language)}"
            : $"{mineral.NameEn}, {Vocabulary.Word(Term.Indicator, change.Indicator, language)}";
        (string from, string to) = change.Materiality switch
        {
            Materiality.Judgement => (Status(change.Before, language), Status(change.After, language)),
            Materiality.Band => (Bands(change.Before, language), Bands(change.After, language)),
            _ when change.Score is not null => (Figure(change.Before!.Score), Figure(change.After!.Score)),
            _ => ($"{Figure(change.Before?.Value)} %", $"{Figure(change.After?.Value)} %"),
        };
        string what = change.Materiality switch
        {
            Materiality.Judgement => isJapanese ? "判断" : "judgement",
            Materiality.Band => isJapanese ? "評価区分" : "band",
            _ when change.Score is not null => isJapanese ? "スコア" : "score",
            _ => isJapanese ? "値" : "value",
        };
        return isJapanese ? $"{subject}：{what}が「{from}」から「{to}」に変わりました。" : $"{subject}: {what} changed from {from} to {to}.";
    }

    private static string Status(ResultState? state, Language language) => state is null
        ? (language == Language.Japanese ? "なし" : "none")
        : Vocabulary.Word(Term.Status, state.Status, language);

    private static string Bands(ResultState? state, Language language)
    {
        if (BandSpan.Of(state) is not { } span)
        {
            return language == Language.Japanese ? "なし" : "none";
        }

        string low = Vocabulary.Word(Term.Band, span.Low, language);
        string high = Vocabulary.Word(Term.Band, span.High, language);
        return low == high ? low : language == Language.Japanese ? $"{low}～{high}" : $"{low} to {high}";
    }

    private static string Figure(double? value) => value is { } number ? Invariant($"{number:0.00}") : "–";
}
