using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Sources;

namespace Pipeline.App.Refresh;

/// <summary>The files a run works on, fixed before its first step and never changed: whoever does a step, now or after a kill, does it on these.</summary>
/// <param name="Feeds">Files to read, in order of source, file name and hash.</param>
/// <param name="Refused">Files that could not be recognised because they are damaged.</param>
/// <param name="PassedOver">Names of files that belong to no source, in ordinal order.</param>
internal sealed record RunPlan(IReadOnlyList<SourceUse> Feeds, IReadOnlyList<MissingSource> Refused, IReadOnlyList<string> PassedOver)
{
    /// <summary>Name of the file of the run that holds it.</summary>
    public const string File = "plan.json";

    /// <summary>The plan over some files; two of the same bytes are one, named by the first.</summary>
    public static RunPlan Of(IEnumerable<SourceUse> feeds, IEnumerable<MissingSource> refused, IEnumerable<string> passedOver) => new(
        [.. feeds.DistinctBy(feed => feed.Snapshot)
            .OrderBy(feed => feed.Source, StringComparer.Ordinal).ThenBy(feed => feed.File, StringComparer.Ordinal).ThenBy(feed => feed.Snapshot, StringComparer.Ordinal)],
        [.. refused],
        [.. passedOver.Order(StringComparer.Ordinal)]);

    /// <summary>The reader of a source.</summary>
    public static SourceReader Reader(string source) => SourceReaders.All.Single(reader => reader.Source == source);
}
