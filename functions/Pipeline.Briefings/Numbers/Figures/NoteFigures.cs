using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>
/// On how much a note rests: <c>notes/production-concentration/cells/count</c>, <c>notes/scenario/references/count</c>. It names each cell, parameter or
/// row of a reference table that it counts.
/// </summary>
internal static class NoteFigures
{
    private const string Symbol = "counted";

    public static ResolvedFigure? Find(MineralAssessment assessment, FigureAddress address, string[] words)
    {
        if (words is not [_, var note, var what, "count"]) return null;
        Proof proof = NoteEvidence.Of(assessment, note);
        List<EvidenceNode> counted = what switch
        {
            "cells" => [.. proof.SourceCells.Select(cell => new EvidenceNode(Symbol, cell.Address, 1, "1") { Symbol = Symbol, Cells = [cell] })],
            "references" => [.. proof.References.Select(reference => new EvidenceNode(Symbol, reference, 1, "1") { Symbol = Symbol, Reference = reference })],
            _ => [],
        };
        return counted.Count == 0 ? null : new ResolvedFigure(address, counted.Count, "1", null, ResultStatus.Ok)
        {
            Label = Labels.Highest(NoteEvidence.Results(assessment, note).Select(result => result.Label)),
            Formulas = [new FigureFormula("count", $"count({Symbol})")],
            Evidence = counted,
        };
    }
}
