namespace Pipeline.Indicators.PriceFluctuation;

/// <summary>The one price series that stands for a mineral, and why. Several series of one mineral are not averaged.</summary>
internal sealed record PriceChoice
{
    /// <summary>Source of the series: a running monthly file, or the annual summaries.</summary>
    public required string Source { get; init; }

    /// <summary>Name of the series as its reader gives it; empty where none can be used.</summary>
    public string Series { get; init; } = string.Empty;

    /// <summary>First year from which the series has one definition.</summary>
    public int? FirstYear { get; init; }

    /// <summary>Code of the reason why the mineral has no usable series.</summary>
    public string? Unusable { get; init; }

    /// <summary>Code of the remark why older editions are not part of the series, or none.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// Monthly series of the market outlook that stands in for an annual or unusable one: <c>market-outlook/gallium/…</c>. Needed only where the
    /// outlook has several of the mineral; a single one stands in without being named.
    /// </summary>
    public string? Monthly { get; init; }

    /// <summary>Why this series.</summary>
    public required string Reason { get; init; }
}
