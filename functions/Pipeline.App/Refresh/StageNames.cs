namespace Pipeline.App.Refresh;

/// <summary>The closed list of stages, in the way of the data.</summary>
internal static class StageNames
{
    /// <summary>Files are taken in as snapshots.</summary>
    public const string Take = "take";

    /// <summary>Snapshots become observations.</summary>
    public const string Read = "read";

    /// <summary>Observations become assessments.</summary>
    public const string Assess = "assess";

    /// <summary>Assessments become briefings.</summary>
    public const string Render = "render";

    /// <summary>A vintage is published.</summary>
    public const string Publish = "publish";

    /// <summary>The stages that have steps in the ledger, in the way of the data.</summary>
    public static IReadOnlyList<string> WithSteps { get; } = [Read, Assess, Render, Publish];
}
