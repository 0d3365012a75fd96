using Pipeline.Domain;
using Pipeline.Indicators.DomesticSupply;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.SelfSufficiency;

/// <summary>Who would have a figure that is missing, so that an open question names the office to be asked.</summary>
internal static class Holders
{
    private const string Table = "selfSufficiency.holders";

    /// <summary>Holders of a quantity of a mineral, likeliest first, as codes of the vocabulary.</summary>
    internal static IReadOnlyList<string> Of(string mineral, DomesticQuantity quantity, ParameterScope parameters)
    {
        Dictionary<DomesticQuantity, string[]> row = parameters.Row<Dictionary<DomesticQuantity, string[]>>(Table, mineral)
            ?? parameters.Row<Dictionary<DomesticQuantity, string[]>>(Table, "default")!;
        return row.GetValueOrDefault(quantity, []);
    }

    /// <summary>What is missing in a year, with who would have it.</summary>
    internal static IReadOnlyList<MissingFigure> Missing(string mineral, SupplyYear year, ParameterScope parameters) =>
        [.. year.Open.Select(component => Missing(mineral, Components.QuantityOf(component), year.StandingOf(component), parameters))];

    /// <summary>One missing figure with who would have it.</summary>
    internal static MissingFigure Missing(string mineral, DomesticQuantity quantity, ComponentStanding standing, ParameterScope parameters) =>
        new(quantity, standing, Of(mineral, quantity, parameters));

    /// <summary>Argument of a reason: the missing quantities.</summary>
    internal static string Quantities(IEnumerable<MissingFigure> missing) => Vocabulary.Argument(Term.Quantity, missing.Select(figure => Code(figure.Quantity)));

    /// <summary>Argument of a reason: the likeliest holder of each missing quantity, once.</summary>
    internal static string Names(IEnumerable<MissingFigure> missing) =>
        Vocabulary.Argument(Term.Holder, missing.SelectMany(figure => figure.Holders.Take(1)).Distinct(StringComparer.Ordinal));

    private static string Code(DomesticQuantity quantity)
    {
        string name = quantity.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
