namespace Pipeline.Indicators.DomesticSupply;

/// <summary>Which value of a quantity is asked for.</summary>
internal enum End
{
    /// <summary>The point value.</summary>
    Point,

    /// <summary>The smallest possible value.</summary>
    Low,

    /// <summary>The largest possible value.</summary>
    High,
}

/// <summary>A quantity in tonnes that is known, known within bounds, or unknown above its smallest value.</summary>
/// <param name="Point">Point value, or none.</param>
/// <param name="Low">Smallest value, 0 where nothing is known: a quantity is never negative.</param>
/// <param name="High">Largest value, or none without a bound.</param>
internal readonly record struct Interval(double? Point, double Low, double? High)
{
    /// <summary>Nothing is known but that it is no less than 0.</summary>
    internal static Interval Unknown { get; } = new(null, 0, null);

    /// <summary>True when the quantity is one number.</summary>
    internal bool IsExact => Point is { } point && point == Low && High == point;

    /// <summary>The value at an end.</summary>
    internal double? At(End end) => end switch { End.Point => Point, End.Low => Low, _ => High };

    /// <summary>The smaller of two quantities: what one end leaves open the other may close.</summary>
    internal static Interval Least(Interval left, Interval right) => new(
        left.Point is { } one && right.Point is { } other ? Math.Min(one, other) : null,
        Math.Min(left.Low, right.Low),
        (left.High, right.High) switch
        {
            ({ } first, { } second) => Math.Min(first, second),
            (var first, var second) => first ?? second,
        });

    /// <summary>The sum, in the order given; one part without a point or without a bound leaves the sum without.</summary>
    internal static Interval Sum(IEnumerable<Interval> parts)
    {
        Interval[] all = [.. parts];
        return new Interval(
            all.All(part => part.Point is not null) ? all.Sum(part => part.Point!.Value) : null,
            all.Sum(part => part.Low),
            all.All(part => part.High is not null) ? all.Sum(part => part.High!.Value) : null);
    }

    /// <summary>The product of two quantities that are not negative.</summary>
    internal static Interval Product(Interval left, Interval right) => new(left.Point * right.Point, left.Low * right.Low, left.High * right.High);

    /// <summary>What a published cell says of a quantity.</summary>
    internal static Interval Of(Domain.PublishedValue value) => new(value.Point, value.Low ?? 0, value.High);
}
