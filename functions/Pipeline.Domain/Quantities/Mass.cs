namespace Pipeline.Domain;

/// <summary>Mass of goods as weighed (ore, concentrate, alloy, compound), in tonnes. Not addable to <see cref="ContainedMetal"/>.</summary>
/// <param name="Tonnes">Tonnes, 0 or more.</param>
public readonly record struct GrossWeight(double Tonnes)
{
    /// <summary>Mass of the metal in the goods.</summary>
    /// <param name="contentFactor">Tonnes of metal per tonne of goods, above 0 and at most 1.</param>
    public ContainedMetal Contained(double contentFactor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(contentFactor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(contentFactor, 1);
        return new ContainedMetal(Tonnes * contentFactor);
    }
}

/// <summary>Mass of the metal (or element) in goods, in tonnes. The only basis on which several trade codes are added up.</summary>
/// <param name="Tonnes">Tonnes, 0 or more.</param>
public readonly record struct ContainedMetal(double Tonnes)
{
    /// <summary>Sum of two masses on the same basis.</summary>
    public static ContainedMetal operator +(ContainedMetal left, ContainedMetal right) => new(left.Tonnes + right.Tonnes);

    /// <summary>Sum of two masses on the same basis.</summary>
    public static ContainedMetal Add(ContainedMetal left, ContainedMetal right) => left + right;
}
