namespace Pipeline.Briefings.Pdf.Writer;

/// <summary>A place on a page that leads somewhere.</summary>
/// <param name="Page">Page number from 0.</param>
/// <param name="Left">Left edge, in PDF space.</param>
/// <param name="Bottom">Bottom edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Top">Top edge.</param>
/// <param name="Target">Address or #anchor.</param>
/// <param name="Node">Structure element of the link.</param>
/// <param name="Description">Words for assistive technology.</param>
internal sealed record LinkArea(int Page, double Left, double Bottom, double Right, double Top, string Target, StructNode Node, string Description);

/// <summary>A place that a bookmark or a link can lead to.</summary>
/// <param name="Page">Page number from 0.</param>
/// <param name="Top">Height on the page, in PDF space.</param>
internal sealed record Destination(int Page, double Top);

/// <summary>An entry of the bookmarks.</summary>
/// <param name="Level">1 or 2.</param>
/// <param name="Title">Words of the heading.</param>
/// <param name="Place">Where it leads.</param>
internal sealed record Bookmark(int Level, string Title, Destination Place);
