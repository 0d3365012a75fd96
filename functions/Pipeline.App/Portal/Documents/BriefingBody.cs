using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>What pages that show a whole briefing share: how it is had as a file, its contents, and its body with the key points first.</summary>
internal static class BriefingBody
{
    private const string KeyPoints = "points";

    private static readonly Bilingual Contents = new("このページの内容", "On this page");
    private static readonly Bilingual Hint = new("点線の付いた数値は、その根拠へつながる。", "Numbers with a dotted line lead to their evidence.");
    private static readonly Bilingual Files = new("概要資料のダウンロード", "Download the briefing");

    /// <summary>The pieces below the heading of the page.</summary>
    public static IReadOnlyList<Html> Of(PublishedView view, string subject, ComposedBriefing briefing, NumbersOfBriefing? printed, Voice voice)
    {
        Document document = briefing.Document;
        DocumentHtml blocks = new(voice, new NumberLinks(briefing.Numbers, printed), Subjects(view, subject, voice));
        Section[] sections = [.. DocumentHtml.Sections(document)];
        Section? first = sections.FirstOrDefault(section => section.Anchor == KeyPoints);
        return
        [
            DocumentHtml.About(document),
            Tag("p", voice.Say(Hint)).Class("about"),
            .. first is null ? [] : new[] { blocks.Of(first) },
            .. document.Body.Where(block => block is not Section).Select(blocks.Of),
            Download(view, subject, voice),
            Tag("nav", Tag("h2", voice.Say(Contents)).With("id", "contents"), Tag("ul", [.. sections.Select(section => Tag("li", Link("#" + section.Anchor, section.Heading)))]))
                .Class("contents").With("aria-labelledby", "contents"),
            .. sections.Where(section => section != first).Select(blocks.Of),
        ];
    }

    /// <summary>The other minerals of the vintage by their name.</summary>
    private static Dictionary<string, PortalAddress> Subjects(PublishedView view, string subject, Voice voice) => view.Manifest.Minerals.Where(mineral => mineral != subject)
        .ToDictionary(mineral => ResultText.Mineral(mineral, voice.Language), PortalAddress.Mineral, StringComparer.Ordinal);

    private static HtmlElement Download(PublishedView view, string subject, Voice voice) => Tag("p",
    [
        Tag("strong", voice.Say(Files)), " ",
        .. view.Manifest.Briefings.Where(file => file.Mineral == subject).OrderBy(file => file.Language != RequestLanguage.Code(voice.Language)).SelectMany(file => new Html[]
        {
            FileLink.Of(file, view.Published.Vintage, voice), " ",
        }),
    ]).Class("downloads");
}
