using System.Text.Json.Serialization;
using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers;

/// <summary>What an address leads to: one number, what it says of itself, and what it rests on.</summary>
/// <param name="Address">The address.</param>
/// <param name="Value">The number, not rounded.</param>
/// <param name="Unit">Unit of the number: <c>1</c> for scores, shares and counts, <c>t</c>, <c>percent</c>, or the unit of a series.</param>
/// <param name="Period">Time the number speaks of, or none for one that has none (a content factor).</param>
/// <param name="Status">How far it can be relied on; a published cell is ok as it stands.</param>
public sealed record ResolvedFigure(FigureAddress Address, double Value, string Unit, Period? Period, ResultStatus Status)
{
    /// <summary>What kind of cell it was published in, or none for a computed figure.</summary>
    public ValueKind? Kind { get; init; }

    /// <summary>True when it rests on any input that is invented or purely illustrative.</summary>
    public bool Illustrative { get; init; }

    /// <summary>Highest label of its inputs.</summary>
    public AccessLabel Label { get; init; } = AccessLabel.Open;

    /// <summary>Marks of the vocabulary.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>How the number follows from <see cref="Evidence"/>: expressions in the order of computation, the last one gives it; none where it is read off a cell.</summary>
    public IReadOnlyList<FigureFormula> Formulas { get; init; } = [];

    /// <summary>Trees down to source cells.</summary>
    public IReadOnlyList<EvidenceNode> Evidence { get; init; } = [];

    /// <summary>Files that the number is about, where it counts files or rows; the files of cells are not among them.</summary>
    public IReadOnlyList<SourceUse> Files { get; init; } = [];

    /// <summary>Parameters that were used.</summary>
    public IReadOnlyList<ParameterUse> Parameters { get; init; } = [];

    /// <summary>Cells it rests on, each once.</summary>
    [JsonIgnore]
    public IReadOnlyList<SourceCell> Cells => [.. Evidence.SelectMany(node => node.Walk()).SelectMany(node => node.Cells).Distinct()];
}
