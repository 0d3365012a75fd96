using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Domain;

namespace Pipeline.App.Refresh;

/// <summary>What a run is asked to do; kept in the ledger, so that whoever takes the run over knows it.</summary>
/// <param name="Quarter">Quarter to refresh, for example <c>2026Q4</c>.</param>
/// <param name="Mode">Whether the result is published.</param>
/// <param name="Feeds">Where its files come from.</param>
/// <param name="Minerals">Minerals to assess; empty for all. A run of some is stored and never made current.</param>
/// <param name="Snapshots">Hashes of the files, where they are named one by one; empty otherwise.</param>
internal sealed record RunRequest(string Quarter, RunMode Mode, FeedOrigins Feeds, IReadOnlyList<string> Minerals, IReadOnlyList<string> Snapshots)
{
    /// <summary>A run over everything in storage that was known by the end of the quarter.</summary>
    public static RunRequest OverStored(Quarter quarter, RunMode mode, IReadOnlyList<string> minerals) => new(quarter.Code, mode, FeedOrigins.Stored, minerals, []);

    /// <summary>Reads one file as soon as it is there, so that a fault in it is known long before the quarter needs it.</summary>
    public static RunRequest Read(Quarter quarter, string snapshot) => new(quarter.Code, RunMode.Read, FeedOrigins.Named, [], [snapshot]);

    /// <summary>The quarter.</summary>
    [JsonIgnore]
    public Quarter OfQuarter => Domain.Quarter.TryParse(Quarter, out Quarter quarter) ? quarter : throw new FormatException($"'{Quarter}' is no quarter.");

    /// <summary>The form in which the ledger keeps it.</summary>
    [JsonIgnore]
    public string Text => JsonSerializer.Serialize(this, PipelineJson.Options);

    /// <summary>True when the run makes a vintage that readers see: neither a trial, nor a reading, nor some minerals only.</summary>
    [JsonIgnore]
    public bool Publishes => Mode == RunMode.Publish && Minerals.Count == 0;

    /// <summary>The request of a run in the ledger. A run from before requests were kept was a refresh of given files.</summary>
    public static RunRequest Of(Storage.RunRecord run) => run.Request.Length > 0
        ? JsonSerializer.Deserialize<RunRequest>(run.Request, PipelineJson.Options)!
        : new RunRequest(run.Quarter, RunMode.Publish, FeedOrigins.Given, [], []);
}

/// <summary>Whether a run publishes.</summary>
internal enum RunMode
{
    /// <summary>The vintage is published.</summary>
    Publish,

    /// <summary>Nothing is published; the run leaves a report of what would change.</summary>
    DryRun,

    /// <summary>Files are read and nothing is computed.</summary>
    Read,
}

/// <summary>Where the files of a run come from.</summary>
internal enum FeedOrigins
{
    /// <summary>Snapshots in storage as they were known on the last day of the quarter, the starter feeds among them.</summary>
    Stored,

    /// <summary>Files that a command has taken in for this run, and no others.</summary>
    Given,

    /// <summary>Snapshots that the request names.</summary>
    Named,
}
