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
        (PortalAddress.Comparison(null, null), PortalWords.Comparison),
        (PortalAddress.Changes(null), PortalWords.Changes),
        (PortalAddress.WhatIf(null), PortalWords.WhatIf),
        (PortalAddress.Explore(null, null), PortalWords.Explore),
        (PortalAddress.Briefings, PortalWords.Briefings),
        (PortalAddress.Sources, PortalWords.Sources),
        (PortalAddress.Help, PortalWords.Help),
    ];

    /// <summary>Pages of operators. They stand apart: the roles of readers and operators do not contain each other, and a page does not look into who reads it.</summary>
    public static IReadOnlyList<(PortalAddress Address, Bilingual Words)> Operators { get; } =
    [
        (PortalAddress.Runs, PortalWords.Runs),
        (PortalAddress.Quarantine, PortalWords.Quarantine),
    ];
}
