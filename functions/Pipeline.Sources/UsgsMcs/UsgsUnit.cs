using Pipeline.Domain;
using Pipeline.Sources.Corrections;

namespace Pipeline.Sources.UsgsMcs;

/// <summary>The publisher's units: tokens of column names and names in full. Masses become tonnes.</summary>
/// <param name="Name"><c>t</c> or <c>percent</c>.</param>
/// <param name="Factor">Tonnes per unit, or 1.</param>
internal readonly record struct UsgsUnit(string Name, double Factor)
{
    /// <summary>Unit of a cell.</summary>
    /// <exception cref="UnitMismatchException">The unit is unknown; it is never guessed from the size of the figures.</exception>
    public static UsgsUnit Of(RawCell cell) => cell.Unit switch
    {
        "t" or "metric tons" or "tons" or "metric dry tons" => new("t", 1),
        "kt" or "thousand metric tons" or "thousand metric dry tons" => new("t", 1_000),
        "Mt" or "mmt" or "million metric tons" => new("t", 1_000_000),
        "kg" or "kilograms" => new("t", 0.001),
        "pct" or "percent" => new("percent", 1),
        _ => throw new UnitMismatchException(new Fault(
            cell.At.File, cell.At.Address, "a mass (t, kt, Mt, kg) or percent", "'" + cell.Unit + "'",
            "look the unit up in the publisher's printed table and, where the file is wrong, add a correction")),
    };
}
