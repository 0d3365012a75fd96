using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>The page of a mineral: what its briefing says, with the key points first, every figure as picture, text and table, and every number a way to its evidence.</summary>
internal static class MineralDetailPage
{
    private static readonly Bilingual Why = new("前の版から何が、なぜ動いたか", "What moved since the vintage before, and why");
    private static readonly Bilingual Compare = new("他の鉱種と比べる", "Compare with another mineral");
    private static readonly Bilingual WhatIf = new("対策を仮定して試算する", "Try a measure on it");

    /// <summary>The page.</summary>
    /// <param name="view">The vintage.</param>
    /// <param name="mineral">Identifier of the mineral.</param>
    /// <param name="briefing">Its briefing in the language of the page.</param>
    /// <param name="printed">Numbers of the file, or none in a vintage of an earlier version.</param>
    /// <param name="language">Language of the page.</param>
    public static PortalPage Of(PublishedView view, string mineral, ComposedBriefing briefing, NumbersOfBriefing? printed, Language language)
    {
        Voice voice = new(language);
        return new PortalPage(language, PortalAddress.Mineral(mineral), ResultText.Mineral(mineral, language), [Onward(view, mineral, voice), .. BriefingBody.Of(view, mineral, briefing, printed, voice)])
        {
            View = view, Classification = (briefing.Document.Classification.Text, briefing.Document.Classification.IsOpen),
        };
    }

    // The vintage before is the one that the briefing compares with, where it compares.
    private static HtmlElement Onward(PublishedView view, string mineral, Voice voice) => Tag("p",
        voice.To(PortalAddress.Changes(mineral, view.Manifest.Previous?.Vintage), Why), " ", voice.To(PortalAddress.Comparison(mineral, null), Compare), " ", voice.To(PortalAddress.WhatIf(mineral), WhatIf)).Class("downloads");
}
