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

/// <summary>Arithmetic and marks of labels.</summary>
public static class Labels
{
    /// <summary>The highest label of the inputs; <see cref="AccessLabel.Open"/> when there is none.</summary>
    public static AccessLabel Highest(IEnumerable<AccessLabel> labels) => labels.DefaultIfEmpty(AccessLabel.Open).Max();

    /// <summary>A label as it is marked on a page: <c>公開</c>, <c>OPEN</c>, <c>部内限り</c>, <c>INTERNAL</c>.</summary>
    /// <exception cref="UnknownCodeException">The label has no words: nothing of it may be shown.</exception>
    public static string Mark(AccessLabel label, Language language) => Vocabulary.Word(Term.Label, label, language).ToUpperInvariant();
}
