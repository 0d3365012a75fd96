using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>The vintage that a briefing compares with: the newest published one of the latest quarter before its own.</summary>
/// <param name="Vintage">Identifier, for example <c>2026Q3-ff0fbefb</c>.</param>
/// <param name="Quarter">Quarter it was made for.</param>
/// <param name="Assessment">The mineral as it was published then, or none when that vintage does not cover it.</param>
public sealed record PreviousVintage(string Vintage, Quarter Quarter, MineralAssessment? Assessment)
{
    /// <summary>The same without what a briefing never shows.</summary>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    internal PreviousVintage Shown() => this with { Assessment = Assessment is { } assessment ? ShownAssessment.Of(assessment) : null };
}
