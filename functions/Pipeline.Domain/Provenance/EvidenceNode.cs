using System.Text.Json.Serialization;

namespace Pipeline.Domain;

/// <summary>
/// One node of the tree that leads from a score down to source cells. A leaf has cells (or names a reference table or parameter);
/// an inner node says by which formula it follows from its inputs.
/// </summary>
/// <param name="Quantity">What the value is, as a stable English term, for example <c>share of imports</c>.</param>
/// <param name="Subject">Country, code, year or parameter the value belongs to, or empty.</param>
/// <param name="Value">The value, or none when the cell is withheld or unknown.</param>
/// <param name="Unit">Unit of the value, <c>1</c> for shares and scores.</param>
public sealed record EvidenceNode(string Quantity, string Subject, double? Value, string Unit)
{
    // JSON is read into an empty node: what no constructor takes would be passed over first and then read, at every level of a tree again.
    [JsonConstructor]
    private EvidenceNode()
        : this(null!, null!, null, null!)
    {
    }

    /// <summary>
    /// Name under which the formula above this node speaks of it, for example <c>quantity</c>; several inputs of one name are a list in the
    /// order in which they stand. None for a node that no formula speaks of.
    /// </summary>
    public string? Symbol { get; init; }

    /// <summary>How the value follows from <see cref="Inputs"/>: an expression over their symbols (<see cref="EvidenceFormula"/>), or none for a leaf.</summary>
    public string? Formula { get; init; }

    /// <summary>Cells the value was read from.</summary>
    public IReadOnlyList<SourceCell> Cells { get; init; } = [];

    /// <summary>Values this one was computed from.</summary>
    public IReadOnlyList<EvidenceNode> Inputs { get; init; } = [];

    /// <summary>Identifiers of corrections that were applied to the cells.</summary>
    public IReadOnlyList<string> Corrections { get; init; } = [];

    /// <summary>Parameter or reference-table row the value was taken from, or none.</summary>
    public string? Reference { get; init; }

    /// <summary>The node and everything below it, each node before its inputs and these in their order.</summary>
    public IEnumerable<EvidenceNode> Walk()
    {
        Stack<EvidenceNode> ahead = new([this]);
        while (ahead.TryPop(out EvidenceNode? node))
        {
            yield return node;
            for (int input = node.Inputs.Count - 1; input >= 0; input--) ahead.Push(node.Inputs[input]);
        }
    }
}
