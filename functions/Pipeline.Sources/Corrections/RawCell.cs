using Pipeline.Domain;

namespace Pipeline.Sources.Corrections;

/// <summary>
/// One cell of a publisher's table in the publisher's own words, before anything is interpreted. Readers of different layouts bring
/// their tables into this form, corrections work on it, and one interpretation follows.
/// </summary>
/// <param name="At">Where the cell stands.</param>
/// <param name="Edition">Year of the edition.</param>
/// <param name="Table">Kind of table: <c>world</c> or <c>salient</c>.</param>
/// <param name="Commodity">Publisher's name (or file code) of the commodity, without blanks at its ends.</param>
/// <param name="Place">Publisher's name of the country or total, without blanks at its ends.</param>
/// <param name="Measure">What the column measures: <c>production</c>, <c>reserves</c>, <c>capacity</c>, <c>price</c>, …</param>
/// <param name="Words">Publisher's words for the statistic: type of the row, statistics detail, or the column of a wide table.</param>
/// <param name="Unit">Publisher's unit token or name.</param>
/// <param name="Year">Year of the figure, or none for stock figures without one.</param>
/// <param name="Value">The cell as printed, without blanks at its ends.</param>
/// <param name="Notes">Notes that belong to the cell.</param>
internal sealed record RawCell(
    SourceCell At,
    int Edition,
    string Table,
    string Commodity,
    string Place,
    string Measure,
    string Words,
    string Unit,
    int? Year,
    string Value,
    string Notes)
{
    /// <summary>True when the publisher marks the figure as an estimate by its column, type or notes.</summary>
    public bool IsEstimated { get; init; }

    /// <summary>Correct figure per printed figure; 1 unless a correction scales the cell.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>Identifiers of the corrections that were applied, in order.</summary>
    public IReadOnlyList<string> Corrections { get; init; } = [];

    /// <summary>Key of the cell within a correction: place, and year where the cell has one.</summary>
    public string Key => Year is { } year ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Place} {year}") : Place;
}
