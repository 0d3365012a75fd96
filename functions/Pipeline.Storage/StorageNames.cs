namespace Pipeline.Storage;

/// <summary>Names of the queues, one a stage.</summary>
public static class QueueNames
{
    /// <summary>Snapshots to read.</summary>
    public const string ReadSnapshot = "read-snapshot";

    /// <summary>Minerals to assess.</summary>
    public const string AssessMineral = "assess-mineral";

    /// <summary>Briefings to render.</summary>
    public const string RenderBriefing = "render-briefing";

    /// <summary>Vintages to publish.</summary>
    public const string PublishVintage = "publish-vintage";

    /// <summary>All of them, in the order of the stages.</summary>
    public static IReadOnlyList<string> All { get; } = [ReadSnapshot, AssessMineral, RenderBriefing, PublishVintage];
}

/// <summary>Names of the blob containers.</summary>
internal static class ContainerNames
{
    public const string Snapshots = "snapshots";
    public const string Observations = "observations";
    public const string Vintages = "vintages";
    public const string Briefings = "briefings";
    public const string Quarantine = "quarantine";
    public const string Inbox = "inbox";

    public static readonly string[] All = [Snapshots, Observations, Vintages, Briefings, Quarantine, Inbox];
}

/// <summary>Names of the tables.</summary>
internal static class TableNames
{
    public const string Runs = "runs";
    public const string Steps = "steps";
    public const string Sources = "sources";
    public const string Alerts = "alerts";
    public const string Requests = "requests";
    public const string Timers = "timers";
    public const string Releases = "releases";

    public static readonly string[] All = [Runs, Steps, Sources, Alerts, Requests, Timers, Releases];
}
