namespace Pipeline.Indicators.ScenarioDemand;

/// <summary>What a technology of a scenario needs of one mineral.</summary>
internal sealed record ScenarioIntensity
{
    /// <summary>Kilograms per vehicle or per megawatt.</summary>
    public required double Kilograms { get; init; }

    /// <summary>Marks that every result from this intensity carries.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}

/// <summary>A scenario: how many units of a technology, and what each needs.</summary>
/// <param name="Units">Vehicles or megawatts.</param>
/// <param name="KilogramsPerUnit">Kilograms of the mineral per unit.</param>
internal readonly record struct ScenarioInput(double Units, double KilogramsPerUnit)
{
    /// <summary>t = units x kg per unit / 1,000.</summary>
    internal double Tonnes => Units * KilogramsPerUnit / 1000;
}

/// <summary>Domestic demand that S compares with.</summary>
internal sealed record ScenarioDemandBase
{
    /// <summary>Tonnes in 2018 as printed.</summary>
    public required double Tonnes { get; init; }

    /// <summary>Marks that every ratio to it carries.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}
