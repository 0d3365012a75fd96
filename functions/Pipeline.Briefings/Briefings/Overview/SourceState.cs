using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>A file that was used.</summary>
/// <param name="Use">Publisher, title, licence and hash.</param>
/// <param name="Edition">Edition, as its publisher names it.</param>
/// <param name="KnownOn">Day on which it was published, or first taken in where it is not dated.</param>
/// <param name="Rows">Its data rows.</param>
/// <param name="SetAside">Rows that were set aside.</param>
public sealed record UsedFile(SourceUse Use, string Edition, DateOnly KnownOn, long Rows, int SetAside);

/// <summary>How fresh a source is.</summary>
/// <param name="Source">Identifier of the source.</param>
/// <param name="Files">Files that were used, at least one.</param>
public sealed record SourceState(string Source, IReadOnlyList<UsedFile> Files)
{
    /// <summary>The newest file.</summary>
    public UsedFile Newest { get; } = Files.OrderByDescending(file => file.KnownOn).ThenByDescending(file => file.Edition, StringComparer.Ordinal).First();

    /// <summary>Day on which the newest edition was published, or first taken in where it is not dated.</summary>
    public DateOnly KnownOn => Newest.KnownOn;

    /// <summary>True when a file is invented or purely illustrative.</summary>
    public bool Illustrative => Files.Any(file => file.Use.Illustrative);

    /// <summary>Days from the publication of the newest edition to a day.</summary>
    public int AgeOn(DateOnly day) => day.DayNumber - KnownOn.DayNumber;
}

/// <summary>A source that is not there. Files are counted and not named: a name is whatever someone has typed, and may say what is not public.</summary>
/// <param name="Source">Identifier of the source, or none when files were not recognised.</param>
/// <param name="RefusedFiles">Files that were refused, 0 when no file was there.</param>
public sealed record AbsentSource(string? Source, int RefusedFiles);
