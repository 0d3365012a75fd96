namespace Pipeline.Storage;

/// <summary>Where a snapshot is from and what its publisher allows: written once, beside the bytes.</summary>
public sealed record SnapshotRecord
{
    /// <summary>Source id, such as <c>usgs-mcs</c>.</summary>
    public required string SourceId { get; init; }

    /// <summary>Name of the file as the publisher gives it.</summary>
    public required string FileName { get; init; }

    /// <summary>Publisher.</summary>
    public required string Publisher { get; init; }

    /// <summary>Title of the publication.</summary>
    public required string Title { get; init; }

    /// <summary>Licence under which the figures may be used and shown.</summary>
    public required string Licence { get; init; }

    /// <summary>Citation to print with figures from this snapshot.</summary>
    public required string Citation { get; init; }

    /// <summary>When the bytes were obtained from the publisher.</summary>
    public required DateTimeOffset ObtainedAt { get; init; }

    /// <summary>
    /// From when the bytes could be known, where they replace an earlier snapshot of the same source and file name: a vintage of a quarter
    /// that ended before uses the earlier one. Null for the first bytes under a name, which are as old as their edition says.
    /// </summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>SHA-256 of the publisher's file where the snapshot is a cut or a member of it; null where the snapshot is that file.</summary>
    public string? PublisherFileHash { get; init; }

    /// <summary>True for a file that a command was given for one run: other runs do not choose it.</summary>
    public bool ForOneRun { get; init; }

    /// <summary>True when the figures are made up to show the form of a source; every output that uses them says so.</summary>
    public required bool Illustrative { get; init; }
}

/// <summary>A stored snapshot.</summary>
/// <param name="Hash">SHA-256 of the bytes, its name.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Record">Where it is from.</param>
public sealed record Snapshot(string Hash, long Length, SnapshotRecord Record);
