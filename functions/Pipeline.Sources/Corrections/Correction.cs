namespace Pipeline.Sources.Corrections;

/// <summary>What a correction does to the cells it matches.</summary>
internal enum CorrectionAction
{
    /// <summary>The printed figure is multiplied.</summary>
    Scale,

    /// <summary>The printed figure is replaced.</summary>
    Override,

    /// <summary>The cell is left out.</summary>
    Drop,

    /// <summary>Unit, measure, commodity, words or notes are replaced; the figure stays.</summary>
    Relabel,
}

/// <summary>State of a fault at the publisher.</summary>
internal enum CorrectionStatus
{
    Open,
    Reported,
    Fixed,
}

/// <summary>A known fault of a publisher's file, with what to do about it and a guard that notices when the publisher has changed the file.</summary>
/// <param name="Id">Stable identifier, carried by every figure it touched.</param>
/// <param name="Match">Cells that are concerned.</param>
/// <param name="Action">What is done.</param>
/// <param name="Expect">What the uncorrected cells look like.</param>
/// <param name="Reason">Why the printed figure is wrong.</param>
/// <param name="Citation">Publication that shows it.</param>
/// <param name="Date">Day on which the fault was found.</param>
/// <param name="Status">State at the publisher.</param>
internal sealed record Correction(
    string Id,
    CorrectionMatch Match,
    CorrectionAction Action,
    CorrectionExpectation Expect,
    string Reason,
    string Citation,
    DateOnly Date,
    CorrectionStatus Status)
{
    /// <summary>Factor of a <see cref="CorrectionAction.Scale"/>.</summary>
    public double? Factor { get; init; }

    /// <summary>New text of a <see cref="CorrectionAction.Override"/>, as the publisher would print it.</summary>
    public string? Value { get; init; }

    /// <summary>New labels of a <see cref="CorrectionAction.Relabel"/>.</summary>
    public CorrectionLabels? Labels { get; init; }
}

/// <summary>Cells a correction is about. A list that is left out matches every cell.</summary>
/// <param name="Edition">Year of the edition.</param>
/// <param name="Table">Kind of table.</param>
/// <param name="Commodities">Commodity names, wrong and right ones, so that a repaired name is noticed.</param>
internal sealed record CorrectionMatch(int Edition, string Table, IReadOnlyList<string> Commodities)
{
    /// <summary>Measures, for example <c>reserves</c>.</summary>
    public IReadOnlyList<string>? Measures { get; init; }

    /// <summary>Words for the statistic.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>Column names.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Places.</summary>
    public IReadOnlyList<string>? Places { get; init; }

    /// <summary>Years.</summary>
    public IReadOnlyList<int>? Years { get; init; }

    /// <summary>
    /// True when the cell belongs to the commodity's table and measure of the correction. A file with such cells must hold every cell that
    /// the correction expects; a file without any (another commodity's, or a cut) is not concerned.
    /// </summary>
    public bool IsAbout(RawCell cell) => cell.Edition == Edition && cell.Table == Table
        && Commodities.Contains(cell.Commodity, StringComparer.Ordinal) && Among(Measures, cell.Measure);

    /// <summary>True when the cell is concerned.</summary>
    public bool Fits(RawCell cell) => IsAbout(cell)
        && Among(Words, cell.Words) && Among(Columns, cell.At.Column) && Among(Places, cell.Place)
        && (Years is null || (cell.Year is { } year && Years.Contains(year)));

    private static bool Among(IReadOnlyList<string>? list, string text) => list is null || list.Contains(text, StringComparer.Ordinal);
}

/// <summary>What the uncorrected cells look like; anything else means that the publisher has changed them.</summary>
/// <param name="Cells">Printed figure by place and year (<c>China 2023</c>), one entry for every matched cell.</param>
internal sealed record CorrectionExpectation(IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>Unit of every matched cell, or none when the unit does not matter.</summary>
    public string? Unit { get; init; }

    /// <summary>Commodity of every matched cell.</summary>
    public string? Commodity { get; init; }

    /// <summary>Column of every matched cell.</summary>
    public string? Column { get; init; }

    /// <summary>Notes of every matched cell.</summary>
    public string? Notes { get; init; }
}

/// <summary>Labels that a relabelling replaces; one that is left out stays.</summary>
internal sealed record CorrectionLabels
{
    public string? Unit { get; init; }

    public string? Measure { get; init; }

    public string? Commodity { get; init; }

    public string? Words { get; init; }

    public string? Notes { get; init; }
}
