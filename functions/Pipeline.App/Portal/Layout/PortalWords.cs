using Pipeline.App.Api;

namespace Pipeline.App.Portal;

/// <summary>Names of pages, which links and headings share.</summary>
internal static class PortalWords
{
    /// <summary>The list of minerals.</summary>
    public static Bilingual Minerals { get; } = new("鉱種一覧", "Minerals");

    /// <summary>All minerals together.</summary>
    public static Bilingual Overview { get; } = new("総覧", "Overview");
}
