namespace Pipeline.App.Api;

/// <summary>A value that a caller may send in a path, a query or a header.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Meaning">What it is for.</param>
/// <param name="Rule">Which values it takes.</param>
internal sealed record ApiParameter(string Name, Bilingual Meaning, ValueRule Rule)
{
    /// <summary>True when several values may be given, with commas between.</summary>
    public bool IsList { get; init; }

    /// <summary>What holds when it is not given, as it would be written; none when leaving it out means that nothing is asked for.</summary>
    public string? Default { get; init; }

    /// <summary>A value to show in the contract, valid in every vintage of the starter feeds.</summary>
    public string? Example { get; init; }

    /// <summary>The values of a written one: one, or as many as stand between commas.</summary>
    public IReadOnlyList<string> Split(string written) => IsList ? written.Split(',') : [written];
}
