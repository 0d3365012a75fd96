namespace Pipeline.Domain;

/// <summary>What a published cell says, closed: withheld, unknown, nothing and almost nothing are four different things.</summary>
public enum ValueKind
{
    /// <summary>A number as printed, or a bound such as <c>&gt;50</c>.</summary>
    Reported,

    /// <summary>A number marked as estimated, or a range.</summary>
    Estimated,

    /// <summary>A printed zero or dash.</summary>
    ReportedZero,

    /// <summary>Less than half of the last unit; point 0.</summary>
    Trace,

    /// <summary>Withheld by the source: at least 0, never 0.</summary>
    WithheldBySource,

    /// <summary>Not available or never asked for: unknown.</summary>
    NotCollected,

    /// <summary>Not applicable: left out.</summary>
    NotApplicable,
}

/// <summary>A published cell: its kind, its point value where there is one, and the interval that it leaves open.</summary>
/// <param name="Kind">What the cell says.</param>
/// <param name="Point">Point value, or none (withheld, unknown, a bound).</param>
/// <param name="Low">Smallest value the cell allows, or none where nothing is known.</param>
/// <param name="High">Largest value the cell allows, or none where there is no bound.</param>
/// <param name="Text">The cell as printed, without blanks at its ends.</param>
public sealed record PublishedValue(ValueKind Kind, double? Point, double? Low, double? High, string Text)
{
    /// <summary>A number as printed; 0 becomes a reported zero.</summary>
    public static PublishedValue Reported(double value, string text) =>
        value == 0 ? Zero(text) : new(ValueKind.Reported, value, value, value, text);

    /// <summary>A number marked as estimated.</summary>
    public static PublishedValue Estimated(double value, string text) => new(ValueKind.Estimated, value, value, value, text);

    /// <summary>A range; the point is its middle.</summary>
    public static PublishedValue Range(double low, double high, string text) => new(ValueKind.Estimated, (low + high) / 2, low, high, text);

    /// <summary>A printed zero or dash.</summary>
    public static PublishedValue Zero(string text) => new(ValueKind.ReportedZero, 0, 0, 0, text);

    /// <summary>Less than the limit: point 0, interval from 0 to the limit.</summary>
    public static PublishedValue Trace(double limit, string text) => new(ValueKind.Trace, 0, 0, limit, text);

    /// <summary>Withheld: at least 0, no point.</summary>
    public static PublishedValue Withheld(string text) => new(ValueKind.WithheldBySource, null, 0, null, text);

    /// <summary>Unknown.</summary>
    public static PublishedValue NotCollected(string text) => new(ValueKind.NotCollected, null, null, null, text);

    /// <summary>Not applicable.</summary>
    public static PublishedValue NotApplicable(string text) => new(ValueKind.NotApplicable, null, null, null, text);

    /// <summary>A lower bound such as <c>&gt;2,000,000</c>: no point.</summary>
    public static PublishedValue AtLeast(double bound, string text) => new(ValueKind.Reported, null, bound, null, text);

    /// <summary>An interval such as <c>&lt;25</c> or <c>&gt;50</c> per cent: no point.</summary>
    public static PublishedValue Between(double low, double high, string text) => new(ValueKind.Reported, null, low, high, text);

    /// <summary>At most the bound, as the sign for a net exporter: no point, no lower end.</summary>
    public static PublishedValue AtMost(double bound, string text) => new(ValueKind.Reported, null, null, bound, text);

    /// <summary>True for a lower bound.</summary>
    public bool IsLowerBound => Kind == ValueKind.Reported && Point is null && Low is not null && High is null;

    /// <summary>True when a point value can be added up.</summary>
    public bool HasPoint => Point is not null;

    /// <summary>The same cell in another unit; kind and printed text stay.</summary>
    /// <param name="factor">New units per old unit, above 0.</param>
    public PublishedValue Scale(double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        return factor == 1 ? this : this with { Point = Point * factor, Low = Low * factor, High = High * factor };
    }
}
