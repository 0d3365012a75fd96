namespace Pipeline.Domain;

/// <summary>Whether a trade code holds one mineral alone.</summary>
public enum Allocation
{
    /// <summary>The code holds this mineral only: it is added up.</summary>
    Exclusive,

    /// <summary>The code holds others as well: it is listed and never added up.</summary>
    Basket,
}

/// <summary>How sure a content factor is.</summary>
public enum Confidence
{
    High,
    Medium,
    Low,
}

/// <summary>What one trade code (six-digit heading or nine-digit Japanese code) means for one mineral.</summary>
/// <param name="Code">Six or nine digits.</param>
/// <param name="Mineral">Identifier of the mineral, or none for a nine-digit basket that is skipped.</param>
/// <param name="Stage">Concentrate, refined or scrap.</param>
/// <param name="ContentFactor">Tonnes of metal per tonne of goods, or none where no single factor can be defended.</param>
/// <param name="Basis">What the factor rests on.</param>
/// <param name="Source">Where the factor was taken from.</param>
/// <param name="Confidence">How sure the factor is.</param>
/// <param name="Editions">Editions of the Harmonized System in which the code exists, as in the table.</param>
/// <param name="Allocation">Whether the code holds this mineral alone.</param>
/// <param name="DescriptionJa">Official Japanese text of the code, or empty.</param>
/// <param name="Note">Remark of the table.</param>
/// <param name="WeakFactor">True where the factor is the weakest link of a figure that matters and is flagged in every result that uses it.</param>
public sealed record TradeCode(
    string Code,
    string? Mineral,
    Stage Stage,
    double? ContentFactor,
    string Basis,
    string Source,
    Confidence Confidence,
    string Editions,
    Allocation Allocation,
    string DescriptionJa,
    string Note,
    bool WeakFactor = false);
