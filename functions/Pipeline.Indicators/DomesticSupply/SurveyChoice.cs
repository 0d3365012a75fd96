using Pipeline.Domain;

namespace Pipeline.Indicators.DomesticSupply;

/// <summary>How much of a component a figure covers.</summary>
internal enum Extent
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>A part: the figure is a lower bound.</summary>
    Part,

    /// <summary>More than it: the figure is an upper bound, and the component may be nothing.</summary>
    Ceiling,
}

/// <summary>Which rows of the survey make up demand and the components of one mineral, where several rows of one key compete or a row is not plainly one component.</summary>
internal sealed record SurveyChoice
{
    /// <summary>Row of demand, or none where one row a year is all there is.</summary>
    public RowChoice? Demand { get; init; }

    /// <summary>Rows of the components that need a word; others are taken by their quantity.</summary>
    public IReadOnlyList<ComponentChoice> Components { get; init; } = [];

    /// <summary>Why these.</summary>
    public required string Reason { get; init; }
}

/// <summary>One row of a key with several.</summary>
internal sealed record RowChoice
{
    /// <summary>Quantity of the row.</summary>
    public required DomesticQuantity Quantity { get; init; }

    /// <summary>Content basis in the words of the source.</summary>
    public required string Basis { get; init; }

    /// <summary>Words that the definition of the row has, where one basis has several rows.</summary>
    public string? Definition { get; init; }

    /// <summary>Marks that go with the figure.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>True for the row.</summary>
    internal bool Fits(DomesticSupplyObservation row) =>
        row.Basis == Basis && (Definition is null || row.Definition.Contains(Definition, StringComparison.Ordinal));
}

/// <summary>A row that stands for one or several components.</summary>
internal sealed record ComponentChoice
{
    /// <summary>Quantity of the row.</summary>
    public required DomesticQuantity Quantity { get; init; }

    /// <summary>Content basis in the words of the source.</summary>
    public required string Basis { get; init; }

    /// <summary>Numbers of the components that the row may hold, ascending.</summary>
    public required IReadOnlyList<int> Components { get; init; }

    /// <summary>How much of them it covers.</summary>
    public Extent Extent { get; init; }

    /// <summary>True when the fiscal year of the same number may stand in for a calendar year, for want of both in one.</summary>
    public bool FiscalYearStandsIn { get; init; }

    /// <summary>Marks that go with the figure.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
