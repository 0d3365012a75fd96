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
    public static HtmlElement Of(BriefingFile file, string vintage, Voice voice) => Link(
        new BriefingAddress(BriefingRow.IdOf(file), vintage).Content,
        $"{RequestLanguage.OwnName(file.Language)}{voice.Say(new("（PDF、", " (PDF, "))}{Size(file.Length)}{voice.Say(new("）", ")"))}").With("hreflang", file.Language);

    /// <summary>A length in words of thousand bytes.</summary>
    public static string Size(long bytes) => FormattableString.Invariant($"{Math.Max(1, (bytes + 500) / 1000):#,##0} kB");
}
