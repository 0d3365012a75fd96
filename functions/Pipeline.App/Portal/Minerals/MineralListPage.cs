using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>The list of minerals: what each of the six indicators says of each of them, and where it is said in full.</summary>
internal static class MineralListPage
{
    private static readonly Bilingual Title = new("重要鉱物の供給リスク", "Supply risk of critical minerals");
    private static readonly Bilingual Caption = new(
        "鉱種ごとの六指標の区分（供給リスクの高さ）と自給率。●は確かな区分、◐は幅の上端が届く区分。色は上端の区分による。", "Bands of the six indicators (how high the supply risk is) and self-sufficiency of each mineral. ● is certain, ◐ is as far as the range reaches; the tint follows the upper end.");
    private static readonly Bilingual Mineral = new("鉱種", "Mineral");
    private static readonly Bilingual Briefing = new("概要資料（PDF）", "Briefing (PDF)");
    private static readonly Bilingual None = new("条件に合う鉱種はない。条件を減らすか、別の文字で探す。", "No mineral fits. Take a condition away, or look for other text.");
    private static readonly Bilingual NoBriefing = new("なし", "none");

    /// <summary>The page.</summary>
    public static PortalPage Of(PublishedView view, MineralQuestion question, Language language)
    {
        Voice voice = new(language);
        IReadOnlyList<MineralAssessment> found = [.. question.Answer(view)];
        string count = voice.Say(new(FormattableString.Invariant($"{found.Count} 鉱種"), FormattableString.Invariant($"{found.Count} {(found.Count == 1 ? "mineral" : "minerals")}")));
        return new PortalPage(language, Address(question), voice.Say(Title),
        [
            MineralSearchForm.Of(question, voice),
            Tag("h2", count).With("id", "result"),
            found.Count == 0 ? Tag("p", voice.Say(None)) : Table(view, found, voice),
        ])
        { View = view };
    }

    private static PortalAddress Address(MineralQuestion question) => PortalAddress.Minerals
        .With("q", question.Words).With("group", question.Group).With("ordinance", question.Ordinance).With("status", question.Status);

    private static HtmlElement Table(PublishedView view, IReadOnlyList<MineralAssessment> found, Voice voice) => CardTable.Of(
        "minerals",
        voice.Say(Caption),
        CardTable.Columns([voice.Say(Mineral), .. IndicatorId.Six.Append(IndicatorId.SelfSufficiency).Select(id => Vocabulary.Word(Term.Indicator, id, voice.Language)), voice.Say(Briefing)]),
        found.Select(assessment => Row(view, assessment, voice)));

    private static (Html, IReadOnlyList<CardCell>) Row(PublishedView view, MineralAssessment assessment, Voice voice) => (Name(MineralCatalogue.Get(assessment.Mineral), voice),
    [
        .. IndicatorId.Six.Select(id => BandMark.Of(assessment.Find(id), voice)).Select(mark => new CardCell(mark.Content, mark.Class)),
        new CardCell(SelfSufficiency(assessment, voice), ResultText.IsRateKnown(assessment.Find(IndicatorId.SelfSufficiency)) ? "rate" : "rate missing"),
        new CardCell(Briefings(view, assessment.Mineral, voice), "files"),
    ]);

    private static Html Name(Mineral mineral, Voice voice)
    {
        (string first, string second, string code) = voice.Language == Language.Japanese ? (mineral.NameJa, mineral.NameEn, "en") : (mineral.NameEn, mineral.NameJa, "ja");
        return Html.Of(
        [
            voice.To(PortalAddress.Mineral(mineral.Id), first),
            Tag("span", Tag("span", second).With("lang", code), mineral.Symbol.Length > 0 ? voice.Say(new($"（{mineral.Symbol}）", $" ({mineral.Symbol})")) : string.Empty).Class("remark"),
        ]);
    }

    private static Html SelfSufficiency(MineralAssessment assessment, Voice voice)
    {
        PortalAddress figure = PortalAddress.Mineral(assessment.Mineral) with { Anchor = "self-sufficiency" };
        IndicatorResult? rate = assessment.Find(IndicatorId.SelfSufficiency);
        string sign = voice.Say(new("％", "%"));
        Html shown = rate switch
        {
            { Value: { } value } => voice.To(figure, DisplayNumber.Percent(value) + sign),
            { Low: { } low, High: { } high } => voice.To(figure, $"{DisplayNumber.Percent(low)}{voice.Say(new("〜", "–"))}{DisplayNumber.Percent(high)}{sign}"),
            { Low: > 0 and var low } => voice.To(figure, voice.Say(new($"{DisplayNumber.Percent(low)}％以上", $"at least {DisplayNumber.Percent(low)}%"))),
            _ => Tag("span", ResultText.Status(rate?.Status ?? ResultStatus.Insufficient, voice.Language)).Class("word"),
        };
        return ResultText.IsRateKnown(rate) && rate!.Period is { } period ? Html.Of([shown, Tag("span", PeriodText.Of(period, voice.Language)).Class("remark")]) : shown;
    }

    private static Html Briefings(PublishedView view, string mineral, Voice voice)
    {
        BriefingFile[] files = [.. view.Manifest.Briefings.Where(file => file.Mineral == mineral)];
        string name = ResultText.Mineral(mineral, voice.Language);
        return files.Length == 0 ? voice.Say(NoBriefing) : Html.Of(files.Select(file => Link(
            new BriefingAddress(BriefingRow.IdOf(file), view.Published.Vintage).Content, RequestLanguage.OwnName(file.Language), Unseen(voice.Say(new($"（{name}の概要資料、PDF）", $" (briefing on {name}, PDF)")))).With("hreflang", file.Language)));
    }
}
