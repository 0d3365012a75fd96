using Pipeline.Briefings.Charts;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>What a briefing says about itself, besides the results of its mineral.</summary>
/// <param name="Vintage">Identifier of the vintage the results belong to.</param>
/// <param name="Quarter">Quarter of the run.</param>
/// <param name="AsOf">Date of the data, in Japan standard time.</param>
/// <param name="Method">Method version: short hash of code and parameter set.</param>
/// <param name="OfficeJa">Office that is responsible, in Japanese.</param>
/// <param name="OfficeEn">Office that is responsible, in English.</param>
public sealed record BriefingContext(string Vintage, Quarter Quarter, DateOnly AsOf, string Method, string OfficeJa, string OfficeEn)
{
    /// <summary>Widths of texts, to place labels in charts; the typeface's own where it is at hand, a cautious estimate otherwise.</summary>
    public TextMeasure Measure { get; init; } = TextMeasures.Estimate;

    /// <summary>Public address of the API, to which the numbers of the notes lead; none where it is not known.</summary>
    public Uri? Api { get; init; }

    /// <summary>The vintage to compare with, or none when no earlier quarter was published.</summary>
    public PreviousVintage? Previous { get; init; }

    /// <summary>Goal of self-sufficiency in force, or none before the first.</summary>
    public SelfSufficiencyGoal? Goal { get; init; }
}
