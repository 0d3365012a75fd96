using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Sources;

namespace Pipeline.App.Refresh;

/// <summary>The files a run works on, fixed before its first step and never changed: whoever does a step, now or after a kill, does it on these.</summary>
/// <param name="Feeds">Files to read, in order of source, file name and hash.</param>
/// <param name="Refused">Files that could not be recognised because they are damaged.</param>
/// <param name="PassedOver">Names of files that belong to no source, in ordinal order.</param>
internal sealed record RunPlan(IReadOnlyList<PlannedFeed> Feeds, IReadOnlyList<MissingSource> Refused, IReadOnlyList<string> PassedOver)
{
    /// <summary>Name of the file of the run that holds it.</summary>
    public const string File = "plan.json";

    /// <summary>The plan over some files; two of the same bytes are one, named by the first.</summary>
    public static RunPlan Of(IEnumerable<PlannedFeed> feeds, IEnumerable<MissingSource> refused, IEnumerable<string> passedOver) => new(
        [.. feeds.DistinctBy(feed => feed.Use.Snapshot)
            .OrderBy(feed => feed.Use.Source, StringComparer.Ordinal).ThenBy(feed => feed.Use.File, StringComparer.Ordinal).ThenBy(feed => feed.Use.Snapshot, StringComparer.Ordinal)],
        [.. refused],
        [.. passedOver.Order(StringComparer.Ordinal)]);

    /// <summary>The reader of a source.</summary>
    public static SourceReader Reader(string source) => SourceReaders.All.Single(reader => reader.Source == source);

    /// <summary>The reader of a source, or none when this version knows the source no more.</summary>
    public static SourceReader? TryReader(string source) => SourceReaders.All.SingleOrDefault(reader => reader.Source == source);
}

/// <summary>A file of a plan.</summary>
/// <param name="Use">The file and how outputs name it.</param>
/// <param name="KnownFrom">Day from which these bytes could be known where that is later than the day of their edition, or none.</param>
internal sealed record PlannedFeed(SourceUse Use, DateOnly? KnownFrom);
