using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>The page of a mineral: what its briefing says, with the key points first, every figure as picture, text and table, and every number a way to its evidence.</summary>
internal static class MineralDetailPage
{
    /// <summary>The page.</summary>
    /// <param name="view">The vintage.</param>
    /// <param name="mineral">Identifier of the mineral.</param>
    /// <param name="briefing">Its briefing in the language of the page.</param>
    /// <param name="printed">Numbers of the file, or none in a vintage of an earlier version.</param>
    /// <param name="language">Language of the page.</param>
    public static PortalPage Of(PublishedView view, string mineral, ComposedBriefing briefing, NumbersOfBriefing? printed, Language language)
    {
        Voice voice = new(language);
        return new PortalPage(language, PortalAddress.Mineral(mineral), ResultText.Mineral(mineral, language), BriefingBody.Of(view, mineral, briefing, printed, voice))
        {
            View = view, Classification = (briefing.Document.Classification.Text, briefing.Document.Classification.IsOpen),
        };
    }
}

/// <summary>What pages that show a whole briefing share: how it is had as a file, its contents, and its body with the key points first.</summary>
internal static class BriefingBody
{
    private const string KeyPoints = "points";

    private static readonly Bilingual Contents = new("このページの内容", "On this page");
    private static readonly Bilingual Files = new("概要資料のダウンロード", "Download the briefing");

    /// <summary>The pieces below the heading of the page.</summary>
    public static IReadOnlyList<Html> Of(PublishedView view, string subject, ComposedBriefing briefing, NumbersOfBriefing? printed, Voice voice)
    {
        Document document = briefing.Document;
        DocumentHtml blocks = new(voice, new NumberLinks(briefing.Numbers, printed));
        Section[] sections = [.. DocumentHtml.Sections(document)];
        Section? first = sections.FirstOrDefault(section => section.Anchor == KeyPoints);
        return
        [
            blocks.About(document),
            .. first is null ? [] : new[] { blocks.Of(first) },
            .. document.Body.Where(block => block is not Section).Select(blocks.Of),
            Download(view, subject, voice),
            Tag("nav", Tag("h2", voice.Say(Contents)).With("id", "contents"), Tag("ul", [.. sections.Select(section => Tag("li", Link("#" + section.Anchor, section.Heading)))]))
                .Class("contents").With("aria-labelledby", "contents"),
            .. sections.Where(section => section != first).Select(blocks.Of),
        ];
    }

    private static HtmlElement Download(PublishedView view, string subject, Voice voice) => Tag("p",
    [
        Tag("strong", voice.Say(Files)), " ",
        .. view.Manifest.Briefings.Where(file => file.Mineral == subject).OrderBy(file => file.Language != RequestLanguage.Code(voice.Language)).SelectMany(file => new Html[]
        {
            FileLink.Of(file, voice), " ",
        }),
    ]).Class("downloads");
}

/// <summary>A link to a file, which says what kind of file it is, in which language and how large.</summary>
internal static class FileLink
{
    /// <summary>The link.</summary>
    public static HtmlElement Of(BriefingFile file, Voice voice) => Link(
        $"/api/v1/briefings/{BriefingRow.IdOf(file)}/content",
        $"{(file.Language == "ja" ? "日本語" : "English")}{voice.Say(new("（PDF、", " (PDF, "))}{Size(file.Length)}{voice.Say(new("）", ")"))}").With("hreflang", file.Language);

    /// <summary>A length in words of thousand bytes.</summary>
    public static string Size(long bytes) => FormattableString.Invariant($"{Math.Max(1, (bytes + 500) / 1000):#,##0} kB");
}
