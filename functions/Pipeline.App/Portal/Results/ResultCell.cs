using Pipeline.App.Api;
using Pipeline.Briefings;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>A result in a cell of a table that compares: figure with interval, band, and what weakens it. The figure leads to where the mineral's page shows it.</summary>
internal static class ResultCell
{
    private static readonly Bilingual Partial = new("一部不明", "partly known");
    private static readonly Bilingual Illustrative = new("例示データ", "illustrative");

    /// <summary>The cell of a published result.</summary>
    public static CardCell Of(MineralAssessment assessment, string indicator, Voice voice) =>
        Of(assessment.Find(indicator), PortalAddress.Mineral(assessment.Mineral) with { Anchor = Anchor(indicator) }, voice);

    /// <summary>The cell of a result.</summary>
    /// <param name="result">The result, or none where it was not computed.</param>
    /// <param name="target">Where its figure leads, or none.</param>
    /// <param name="voice">Language of the words.</param>
    public static CardCell Of(IndicatorResult? result, PortalAddress? target, Voice voice)
    {
        string figure = ResultFigure.Of(result, voice.Language);
        return new CardCell(
            Html.Of(
            [
                target is null ? Tag("span", figure).Class("figure") : voice.To(target, figure).Class("figure"),
                result is { Score: not null } && ResultText.Bands(result, voice.Language) is { } band ? Tag("span", band).Class("word") : Html.None,
                Remarks(result, voice),
            ]),
            Tint(result));
    }

    private static Html Remarks(IndicatorResult? result, Voice voice) => Html.Of(
    [
        .. result is { Period: { } period } && HasFigure(result) ? [Tag("span", PeriodText.Of(period, voice.Language)).Class("remark")] : Array.Empty<Html>(),
        .. result is { Status: ResultStatus.Partial } ? [Tag("span", voice.Say(Partial)).Class("remark")] : Array.Empty<Html>(),
        .. result is { Status: ResultStatus.Insufficient or ResultStatus.NotApplicable, Reason: not null } ? [Tag("span", ResultText.ShortReason(result, voice.Language)).Class("remark")] : Array.Empty<Html>(),
        .. result is { Illustrative: true } ? [Tag("span", voice.Say(Illustrative)).Class("remark")] : Array.Empty<Html>(),
    ]);

    private static bool HasFigure(IndicatorResult result) => (result.Value ?? result.Low ?? result.Score ?? result.ScoreLow) is not null;

    private static string Tint(IndicatorResult? result) => result switch
    {
        null or { Status: ResultStatus.Insufficient } => "missing",
        { Status: ResultStatus.NotApplicable } => "not-applicable",
        _ when IndicatorId.Six.Contains(result.Indicator) => BandMark.Of(result, new Voice(Language.English)).Class,
        _ => "figures",
    };

    /// <summary>The part of a mineral's page that shows an indicator.</summary>
    private static string Anchor(string indicator) => indicator switch
    {
        IndicatorId.SelfSufficiency => "self-sufficiency",
        IndicatorId.ImportAverage or IndicatorId.ImportGrowth => "imports",
        _ => "scores",
    };
}
