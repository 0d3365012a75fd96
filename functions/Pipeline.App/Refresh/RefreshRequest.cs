using Pipeline.Domain;

namespace Pipeline.App.Refresh;

/// <summary>What a refresh is asked to do.</summary>
/// <param name="Quarter">Quarter to refresh.</param>
/// <param name="FeedsFolder">Folder of publisher files, or none for the starter feeds.</param>
/// <param name="Minerals">Minerals to assess; empty for all. A refresh of some is stored and never made current.</param>
/// <param name="DryRun">True to publish nothing.</param>
internal sealed record RefreshRequest(Quarter Quarter, string? FeedsFolder, IReadOnlyList<string> Minerals, bool DryRun);

/// <summary>How a refresh ended with regard to publishing.</summary>
internal enum RefreshEnd
{
    /// <summary>A new vintage is current.</summary>
    Published,

    /// <summary>Nothing had changed: the vintage published before stays current.</summary>
    Unchanged,

    /// <summary>The vintage can be read, but one of a later quarter stays current.</summary>
    PublishedBehindCurrent,

    /// <summary>Computed and not published: a dry run, or a refresh of some minerals only.</summary>
    NotPublished,
}
