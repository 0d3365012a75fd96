namespace Pipeline.Sources;

/// <summary>How long and how often a publisher is asked for one target.</summary>
public sealed record FetchLimits
{
    /// <summary>The limits of every pull.</summary>
    public static FetchLimits Usual { get; } = new();

    /// <summary>Time for one target, with all tries and waits.</summary>
    public TimeSpan WholeFetch { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>Tries after the first.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Wait before the first of them; it doubles.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Longest wait that a publisher may ask for; when it asks for more, the next pull comes first.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Redirects that are followed.</summary>
    public int Redirects { get; init; } = 3;
}
