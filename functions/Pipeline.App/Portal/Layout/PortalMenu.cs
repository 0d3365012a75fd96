using Pipeline.App.Api;

namespace Pipeline.App.Portal;

/// <summary>Pages that every page leads to, in the order in which they stand.</summary>
internal static class PortalMenu
{
    /// <summary>All entries.</summary>
    public static IReadOnlyList<(PortalAddress Address, Bilingual Words)> Entries { get; } =
    [
        (PortalAddress.Minerals, PortalWords.Minerals),
        (PortalAddress.Overview, PortalWords.Overview),
        (PortalAddress.Briefings, PortalWords.Briefings),
        (PortalAddress.Sources, PortalWords.Sources),
        (PortalAddress.Help, PortalWords.Help),
    ];
}
