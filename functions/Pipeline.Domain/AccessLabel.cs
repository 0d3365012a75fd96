namespace Pipeline.Domain;

/// <summary>Who may see a value. Combining values takes the highest label of the inputs (basic policy 2020, 2(5)).</summary>
public enum AccessLabel
{
    /// <summary>公開: rests on public data only.</summary>
    Open = 0,

    /// <summary>部内限り: ministry staff.</summary>
    Internal = 1,

    /// <summary>非公開: target days, stock, and anything they could be inferred from.</summary>
    Restricted = 2,
}

/// <summary>Arithmetic of labels.</summary>
public static class Labels
{
    /// <summary>The highest label of the inputs; <see cref="AccessLabel.Open"/> when there is none.</summary>
    public static AccessLabel Highest(IEnumerable<AccessLabel> labels) => labels.DefaultIfEmpty(AccessLabel.Open).Max();
}
