using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>The country that holds the largest share of what a result speaks of.</summary>
/// <param name="Iso3">ISO code.</param>
/// <param name="Share">Share on 0..1.</param>
/// <param name="InstitutionalRisk">Institutional risk of a supplier, 0 (stable) to 1, or none where the rule does not weigh it.</param>
internal sealed record LeadingShare(string Iso3, double Share, double? InstitutionalRisk)
{
    /// <summary>Path of the share in the assessment.</summary>
    public required FigurePath Path { get; init; }

    /// <summary>The leader of a result by country, or none; equal shares by ISO code.</summary>
    public static LeadingShare? Of(IndicatorResult result)
    {
        Contribution? first = result.Contributions.Where(term => term.Share is not null && CountryCatalogue.Find(term.Key) is not null)
            .OrderByDescending(term => term.Share).ThenBy(term => term.Key, StringComparer.Ordinal).FirstOrDefault();
        bool weighed = result.Indicator is IndicatorId.ImportStabilityConcentrate or IndicatorId.ImportStabilityRefined;
        return first is null ? null : new LeadingShare(first.Key, first.Share!.Value, weighed ? first.Factor : null)
        {
            Path = FigurePath.Contribution(result.Indicator, first.Key, "share"),
        };
    }
}
