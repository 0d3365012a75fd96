using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Portal;

/// <summary>All minerals on one page: the heat map of the six indicators, self-sufficiency against its goal, what moved and why, what is fresh and what is missing.</summary>
internal static class OverviewPage
{
    /// <summary>The page.</summary>
    public static PortalPage Of(PublishedView view, ComposedBriefing briefing, NumbersOfBriefing? printed, Language language)
    {
        Voice voice = new(language);
        return new PortalPage(language, PortalAddress.Overview, voice.Say(PortalWords.Overview), BriefingBody.Of(view, BriefingStore.Overview, briefing, printed, voice))
        {
            View = view, Classification = (briefing.Document.Classification.Text, briefing.Document.Classification.IsOpen),
        };
    }
}
