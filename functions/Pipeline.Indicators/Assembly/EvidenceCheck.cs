using Pipeline.Domain;

namespace Pipeline.Indicators.Assembly;

/// <summary>A number without evidence, or one that does not follow from its evidence, does not leave the assessment.</summary>
internal static class EvidenceCheck
{
    /// <summary>
    /// Requires that every value of every result leads to cells or to cited parameters, and that every figure is what its formula gives when
    /// it is computed again from the leaves alone.
    /// </summary>
    /// <exception cref="MissingEvidenceException">One does not.</exception>
    internal static void Require(MineralAssessment assessment)
    {
        foreach (IndicatorResult result in assessment.Results)
        {
            string place = $"{assessment.Mineral}, {result.Indicator}";
            if ((result.Value ?? result.Low ?? result.High) is not null && !result.AllEvidence.Any())
            {
                throw new MissingEvidenceException(new Fault("assessment", place, "evidence", "none", "give the result its evidence"));
            }

            RequireLeaves(place, result.AllEvidence);
            RequireNone(PublishedFigures.Unfounded(result));
        }

        foreach (ImportYear year in assessment.Imports)
        {
            string place = $"{assessment.Mineral}, imports of {year.Year.Code}";
            RequireLeaves(place, year.AllEvidence);
            RequireNone([.. year.AllEvidence.SelectMany(PublishedFigures.Unfounded)]);
        }
    }

    private static void RequireLeaves(string place, IEnumerable<EvidenceNode> trees)
    {
        foreach (EvidenceNode leaf in trees.SelectMany(node => node.Walk())
            .Where(node => node.Value is not null && node.Inputs.Count == 0 && node.Cells.Count == 0 && node.Reference is null))
        {
            throw new MissingEvidenceException(new Fault(
                "assessment", place, "a cell, a reference or inputs under every value", $"{leaf.Quantity} {leaf.Subject}", "give the node its cells"));
        }
    }

    private static void RequireNone(IReadOnlyList<Fault> unfounded)
    {
        if (unfounded is [var first, ..])
        {
            throw new MissingEvidenceException(first);
        }
    }
}
