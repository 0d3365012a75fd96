namespace Pipeline.Storage;

/// <summary>A vintage that readers may see.</summary>
/// <param name="Vintage">Its id, such as <c>2026Q4-1</c>.</param>
/// <param name="Ordinal">Its place among all vintages: a later quarter, or a later correction of the same quarter, has a greater
/// one.</param>
/// <param name="PublishedAt">When it was published.</param>
public sealed record PublishedVintage(string Vintage, long Ordinal, DateTimeOffset PublishedAt);

/// <summary>What publishing did.</summary>
public enum Publication
{
    /// <summary>The vintage is the current one.</summary>
    BecameCurrent,

    /// <summary>The vintage can be read, but a later one stays current.</summary>
    JoinedBehindCurrent,

    /// <summary>The vintage was published before; nothing changed.</summary>
    WasPublished,
}
