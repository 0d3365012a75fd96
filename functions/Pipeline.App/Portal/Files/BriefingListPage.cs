using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Storage;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>Every briefing of the vintage as a file, with what tells that a copy is whole.</summary>
internal static class BriefingListPage
{
    private static readonly Bilingual Caption = new("公表版の概要資料（PDF）。ハッシュ値が同じなら同じファイルである。", "Briefings of the vintage (PDF). Files of equal hash are the same file.");
    private static readonly Bilingual Subject = new("対象", "Subject");
    private static readonly Bilingual Tongue = new("言語", "Language");
    private static readonly Bilingual Size = new("大きさ", "Size");
    private static readonly Bilingual Vintage = new("公表版", "Vintage");
    private static readonly Bilingual Hash = new("ハッシュ値（SHA-256）", "Hash (SHA-256)");
    private static readonly Bilingual All = new("全鉱種の総覧", "All minerals");

    /// <summary>The page.</summary>
    public static PortalPage Of(PublishedView view, Language language)
    {
        Voice voice = new(language);
        return new PortalPage(language, PortalAddress.Briefings, voice.Say(PortalWords.Briefings), [Scrolling(voice.Say(Caption), Table(view, voice))]) { View = view };
    }

    private static HtmlElement Table(PublishedView view, Voice voice) => Tag("table",
        Markup.Caption(voice.Say(Caption)),
        Tag("thead", Tag("tr", [.. new[] { Subject, Tongue, Size, Vintage, Hash }.Select(heading => Tag("th", voice.Say(heading)).With("scope", "col"))])),
        Tag("tbody", [.. view.Manifest.Briefings.Select(file => Row(view, file, voice))])).Class("briefings");

    private static HtmlElement Row(PublishedView view, BriefingFile file, Voice voice)
    {
        string subject = file.Mineral == BriefingStore.Overview ? voice.Say(All) : ResultText.Mineral(file.Mineral, voice.Language);
        return Tag("tr",
            Tag("th", voice.To(file.Mineral == BriefingStore.Overview ? PortalAddress.Overview : PortalAddress.Mineral(file.Mineral), subject)).With("scope", "row"),
            Tag("td", Link(new BriefingAddress(BriefingRow.IdOf(file), view.Published.Vintage).Content, RequestLanguage.OwnName(file.Language), Unseen(voice.Say(new($"（{subject}、PDF）", $" ({subject}, PDF)"))))
                .With("hreflang", file.Language)),
            Tag("td", FileLink.Size(file.Length)).Class("number-cell"),
            Tag("td", view.Published.Vintage),
            Tag("td", Tag("code", file.Sha256)).Class("hash"));
    }
}
