using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Who may see a briefing.</summary>
public static class BriefingLabel
{
    /// <summary>The highest label of what a briefing shows: of its minerals, and of the same minerals in the vintage that it compares with.</summary>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    public static AccessLabel Of(IEnumerable<MineralAssessment> assessments) =>
        Labels.Highest(assessments.SelectMany(assessment => ShownAssessment.Of(assessment).Results).Select(result => result.Label));
}
