namespace Pipeline.Sources;

/// <summary>The list of starter feeds, <c>manifest.json</c>.</summary>
/// <param name="Feeds">Entries in order of path.</param>
public sealed record StarterFeedManifest(IReadOnlyList<StarterFeedEntry> Feeds)
{
    /// <summary>File name of the list.</summary>
    public const string FileName = "manifest.json";
}

/// <summary>One starter feed: a publisher's file cut down to the rows in use.</summary>
/// <param name="Path">Path below the folder, with slashes.</param>
/// <param name="Source">Identifier of the source.</param>
/// <param name="Publisher">Publisher.</param>
/// <param name="Title">Title of the publication.</param>
/// <param name="Edition">Edition as the publisher counts.</param>
/// <param name="Licence">Licence in one line.</param>
/// <param name="Citation">Credit line that outputs must show.</param>
/// <param name="Url">Address of the publication.</param>
/// <param name="OriginalName">Name of the file it was cut from.</param>
/// <param name="OriginalSnapshot">SHA-256 of the file it was cut from, lower-case hexadecimal.</param>
/// <param name="Snapshot">SHA-256 of the cut, lower-case hexadecimal.</param>
/// <param name="RowsKept">Data rows of the cut.</param>
/// <param name="Illustrative">True for figures made up to show the form; every output that uses them says so.</param>
public sealed record StarterFeedEntry(
    string Path,
    string Source,
    string Publisher,
    string Title,
    string Edition,
    string Licence,
    string Citation,
    string Url,
    string OriginalName,
    string OriginalSnapshot,
    string Snapshot,
    long RowsKept,
    bool Illustrative);

/// <summary>A starter feed with its bytes, verified against the manifest.</summary>
/// <param name="Entry">Line of the manifest.</param>
/// <param name="File">The cut.</param>
public sealed record StarterFeed(StarterFeedEntry Entry, SourceFile File);
