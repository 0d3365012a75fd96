namespace Pipeline.Sources;

/// <summary>What a publisher says of the state of a file, to be given back when asking whether it has changed.</summary>
/// <param name="EntityTag">Entity tag as sent, with its quotation marks, or none.</param>
/// <param name="LastModified">When the publisher says it was last changed, or none.</param>
public sealed record Validators(string? EntityTag, DateTimeOffset? LastModified)
{
    /// <summary>Nothing to compare with: the file is fetched whole.</summary>
    public static Validators None { get; } = new(null, null);

    /// <summary>True when there is something to compare with.</summary>
    internal bool Any => EntityTag is not null || LastModified is not null;
}
