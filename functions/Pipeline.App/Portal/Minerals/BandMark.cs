using Pipeline.App.Api;
using Pipeline.Briefings;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>
/// A result of the six in one cell: the band in words, the same as four dots, and what weakens it. Dots repeat the words for the eye: full up to the
/// certain band, half as far as the interval reaches. What is missing is seen as missing.
/// </summary>
internal static class BandMark
{
    private const int Bands = 4;
    private static readonly Bilingual Partial = new("一部不明", "partly known");
    private static readonly Bilingual Illustrative = new("例示", "illustrative");
    private static readonly Bilingual NotComputed = new("計算なし", "not computed");
    private static readonly Bilingual Between = new("範囲 ", "range ");

    /// <summary>The content of the cell and the name by which the stylesheet knows it.</summary>
    public static (Html Content, string Class) Of(IndicatorResult? result, Voice voice) => result switch
    {
        null => (Missing(voice.Say(NotComputed)), "missing"),
        { Status: ResultStatus.NotApplicable } => (Missing(ResultText.Status(result.Status, voice.Language)), "not-applicable"),
        { Score: not null, BandLow: { } low } => (Scored(result, low, voice), FormattableString.Invariant($"band band-{(int)Highest(result, low)}")),
        _ => (Unjudged(result, voice), "missing"),
    };

    private static Html Scored(IndicatorResult result, Band low, Voice voice) => Html.Of(
    [
        Tag("span", Dots((int)low, (int)Highest(result, low))).Class("dots").With("aria-hidden", "true"),
        Tag("span", ResultText.Bands(result, voice.Language)!).Class("word"),
        .. result.Status == ResultStatus.Partial ? [Tag("span", voice.Say(Partial)).Class("remark")] : Array.Empty<Html>(),
        .. result.Illustrative ? [Tag("span", voice.Say(Illustrative)).Class("remark")] : Array.Empty<Html>(),
    ]);

    private static Html Unjudged(IndicatorResult result, Voice voice) => Html.Of(
    [
        Missing(ResultText.Status(result.Status, voice.Language)),
        .. ResultText.Interval(result, voice.Language) is { } interval ? [Tag("span", voice.Say(Between) + interval + (result.Period is { } period ? voice.Say(new("、", ", ")) + PeriodText.Of(period, voice.Language) : string.Empty)).Class("remark")] : Array.Empty<Html>(),
        .. result.Illustrative ? [Tag("span", voice.Say(Illustrative)).Class("remark")] : Array.Empty<Html>(),
    ]);

    private static HtmlElement Missing(string words) => Tag("span", words).Class("word");

    private static string Dots(int certain, int possible) =>
        string.Concat(Enumerable.Range(0, Bands).Select(band => band <= certain ? '●' : band <= possible ? '◐' : '○'));

    private static Band Highest(IndicatorResult result, Band low) => result.BandHigh ?? (result.ScoreHigh is null ? Band.VeryHigh : low);
}
