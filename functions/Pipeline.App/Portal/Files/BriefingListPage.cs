using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Storage;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>Every briefing of the vintage as a file: a row for each subject, a column for each language.</summary>
internal static class BriefingListPage
{
    private static readonly Bilingual Caption = new("公表版の概要資料（PDF）", "Briefings of the vintage (PDF)");
    private static readonly Bilingual Subject = new("対象", "Subject");
    private static readonly Bilingual All = new("全鉱種の総覧", "All minerals");
    private static readonly Bilingual Hashes = new(
        "保存した写しが配られたとおりかどうかは、ハッシュ値（SHA-256）で確かめられる：", "The hash (SHA-256) tells whether a copy is the file that was given out: ");

    private static readonly Bilingual HashesAsData = new("ハッシュ値の一覧（JSON）", "list of hashes (JSON)");

    /// <summary>The page.</summary>
    public static PortalPage Of(PublishedView view, Language language)
    {
        Voice voice = new(language);
        return new PortalPage(language, PortalAddress.Briefings, voice.Say(PortalWords.Briefings),
            [Scrolling(voice.Say(Caption), Table(view, voice)), Tag("p", voice.Say(Hashes), Link(BriefingRoutes.ListAddress, voice.Say(HashesAsData)))]) { View = view };
    }

    private static HtmlElement Table(PublishedView view, Voice voice) => Tag("table",
        Markup.Caption(voice.Say(Caption)),
        Tag("thead", Tag("tr", [Tag("th", voice.Say(Subject)).With("scope", "col"), .. RequestLanguage.Codes.Select(code => Tag("th", RequestLanguage.OwnName(code)).With("scope", "col").With("lang", code))])),
        Tag("tbody", [.. view.Manifest.Briefings.GroupBy(file => file.Mineral, StringComparer.Ordinal).Select(files => Row(view, files.Key, [.. files], voice))])).Class("briefings");

    private static HtmlElement Row(PublishedView view, string mineral, BriefingFile[] files, Voice voice)
    {
        bool isOverview = mineral == BriefingStore.Overview;
        string subject = isOverview ? voice.Say(All) : ResultText.Mineral(mineral, voice.Language);
        return Tag("tr",
        [
            Tag("th", voice.To(isOverview ? PortalAddress.Overview : PortalAddress.Mineral(mineral), subject)).With("scope", "row"),
            .. RequestLanguage.Codes.Select(code => Tag("td", files.FirstOrDefault(file => file.Language == code) is { } file ? FileLink.Of(file, view.Published.Vintage, voice, subject) : "—")),
        ]);
    }
}
