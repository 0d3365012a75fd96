using Pipeline.App.Api;
using Pipeline.App.Vintages;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>A link to a file, which says what kind of file it is, in which language and how large.</summary>
internal static class FileLink
{
    /// <summary>The link.</summary>
    /// <param name="file">The briefing.</param>
    /// <param name="vintage">Identifier of its vintage.</param>
    /// <param name="voice">Language of the page.</param>
    /// <param name="subject">What the briefing is of, for those who hear the link away from its row; none where the page is of nothing else.</param>
    public static HtmlElement Of(BriefingFile file, string vintage, Voice voice, string? subject = null) => Link(
        new BriefingAddress(BriefingRow.IdOf(file), vintage).Content,
        subject is null ? Html.None : Unseen(subject + voice.Say(new("：", ": "))),
        $"{RequestLanguage.OwnName(file.Language)}{voice.Say(new("（PDF、", " (PDF, "))}{Size(file.Length)}{voice.Say(new("）", ")"))}").With("hreflang", file.Language);

    /// <summary>A length in words of thousand bytes, on one line.</summary>
    public static string Size(long bytes) => FormattableString.Invariant($"{Math.Max(1, (bytes + 500) / 1000):#,##0}\u00a0kB");
}
