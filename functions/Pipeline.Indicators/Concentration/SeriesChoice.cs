using Pipeline.Domain;

namespace Pipeline.Indicators.Concentration;

/// <summary>Which printed tables of a mineral feed the two concentrations, and why these.</summary>
internal sealed record SeriesChoice
{
    /// <summary>Table of indicator 2.</summary>
    public required TableChoice Production { get; init; }

    /// <summary>Table of indicator 1.</summary>
    public required TableChoice Reserves { get; init; }

    /// <summary>Why these tables.</summary>
    public required string Reason { get; init; }
}

/// <summary>Tables that are added up by country, or the reason why none can be used.</summary>
internal sealed record TableChoice
{
    /// <summary>Series on one content basis; empty where there is none.</summary>
    public IReadOnlyList<string> Series { get; init; } = [];

    /// <summary>What is measured.</summary>
    public Statistic Statistic { get; init; }

    /// <summary>Content basis where the series prints more than one.</summary>
    public string? Basis { get; init; }

    /// <summary>Marks that every result from these tables carries.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Code of the reason why there is no usable table.</summary>
    public string? Unusable { get; init; }
}
