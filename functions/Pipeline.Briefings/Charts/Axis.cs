namespace Pipeline.Briefings.Charts;

/// <summary>An axis from zero with even steps.</summary>
/// <param name="Top">Value at the far end; a multiple of <paramref name="Step"/>.</param>
/// <param name="Step">Distance of two marks.</param>
internal sealed record Axis(double Top, double Step)
{
    private static readonly decimal[] Steps = [1m, 1.5m, 2m, 2.5m, 3m, 4m, 5m, 6m, 8m, 10m];

    /// <summary>Marks from zero to the top.</summary>
    public IReadOnlyList<double> Marks => [.. Enumerable.Range(0, (int)Math.Round(Top / Step) + 1).Select(index => (double)((decimal)Step * index))];

    /// <summary>The smallest axis of a number of steps that holds a maximum, with a step of 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten.</summary>
    /// <param name="maximum">Largest value to be shown; an axis of 1 when it is 0.</param>
    /// <param name="steps">Number of steps, 1 or more.</param>
    public static Axis For(double maximum, int steps = 5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximum);
        if (maximum == 0) return For(1, steps);
        decimal power = 1m;
        decimal target = (decimal)maximum / steps;
        while (power > target) power /= 10m;
        while (power * 10m <= target) power *= 10m;
        decimal step = Steps.First(candidate => candidate * power >= target) * power;
        return new Axis((double)(step * steps), (double)step);
    }

    /// <summary>Place of a value between two ends of the axis.</summary>
    public double Place(double value, double from, double to) => from + ((to - from) * value / Top);
}
