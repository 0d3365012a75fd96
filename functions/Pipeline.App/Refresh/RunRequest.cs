using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Domain;

namespace Pipeline.App.Refresh;

/// <summary>What a run is asked to do; kept in the ledger, so that whoever takes the run over knows it.</summary>
/// <param name="Quarter">Quarter to refresh, for example <c>2026Q4</c>.</param>
/// <param name="Mode">Whether the result is published.</param>
/// <param name="Feeds">Where its files come from.</param>
/// <param name="Minerals">Minerals to assess; empty for all. A run of some is stored and never made current.</param>
internal sealed record RunRequest(string Quarter, RunMode Mode, FeedOrigins Feeds, IReadOnlyList<string> Minerals)
{
    /// <summary>The quarter.</summary>
    [JsonIgnore]
    public Quarter OfQuarter => Domain.Quarter.TryParse(Quarter, out Quarter quarter) ? quarter : throw new FormatException($"'{Quarter}' is no quarter.");

    /// <summary>The form in which the ledger keeps it.</summary>
    [JsonIgnore]
    public string Text => JsonSerializer.Serialize(this, PipelineJson.Options);

    /// <summary>The request of a run in the ledger.</summary>
    public static RunRequest Of(Storage.RunRecord run) => JsonSerializer.Deserialize<RunRequest>(run.Request, PipelineJson.Options)!;
}

/// <summary>Whether a run publishes.</summary>
internal enum RunMode
{
    /// <summary>The vintage is published.</summary>
    Publish,

    /// <summary>Nothing is published; the run leaves a report of what would change.</summary>
    DryRun,
}

/// <summary>Where the files of a run come from.</summary>
internal enum FeedOrigins
{
    /// <summary>Snapshots in storage as they were known on the last day of the quarter, the starter feeds among them.</summary>
    Stored,

    /// <summary>Files that a command has taken in for this run, and no others.</summary>
    Given,
}
