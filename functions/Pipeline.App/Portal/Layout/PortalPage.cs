using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>A page of the portal before it is laid out.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Address">Where it stands.</param>
/// <param name="Title">Its only first-level heading.</param>
/// <param name="Content">What stands below the heading.</param>
internal sealed record PortalPage(Language Language, PortalAddress Address, string Title, IReadOnlyList<Html> Content)
{
    /// <summary>Pages above it, the list of minerals not counted; from the top down.</summary>
    public IReadOnlyList<(PortalAddress Address, string Title)> Above { get; init; } = [];

    /// <summary>Addresses of scripts that it loads, in the order in which they run; none on all pages but one.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>Pages that its menu leads to; with none there is no menu.</summary>
    public IReadOnlyList<(PortalAddress Address, Bilingual Words)> Menu { get; init; } = PortalMenu.Entries;

    /// <summary>The vintage it was made of, or none.</summary>
    public PublishedView? View { get; init; }

    /// <summary>How what it shows is classified, or none where its parts say it.</summary>
    public (string Words, bool IsOpen)? Classification { get; init; }

    /// <summary>True for a page that stands in the place of another one, so that it is none of the menu.</summary>
    public bool IsProblem { get; init; }

    /// <summary>The page as an answer of its own.</summary>
    public PreparedAnswer Answer(Freshness freshness = Freshness.Latest) => new(new Representation(MediaForm.Html, Bytes()) { Language = Language }, freshness);

    /// <summary>The bytes of the page.</summary>
    public byte[] Bytes() => System.Text.Encoding.UTF8.GetBytes("<!DOCTYPE html>\n" + PortalLayout.Of(this));
}

/// <summary>What a page says its words and leads its links with.</summary>
/// <param name="Language">Language of the page.</param>
internal readonly record struct Voice(Language Language)
{
    /// <summary>Words in the language of the page.</summary>
    public string Say(Bilingual words) => words.In(Language);

    /// <summary>A link to another page in the same language.</summary>
    public HtmlElement To(PortalAddress address, params IReadOnlyList<Html> content) => Link(address.In(Language), content);

    /// <summary>A link with words of its own.</summary>
    public HtmlElement To(PortalAddress address, Bilingual words) => Link(address.In(Language), Say(words));
}
