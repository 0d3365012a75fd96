using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

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
