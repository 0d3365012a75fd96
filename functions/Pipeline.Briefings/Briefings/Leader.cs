using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>The country that holds the largest share of what a result speaks of.</summary>
/// <param name="Name">Country in words.</param>
/// <param name="Share">Share on 0..1.</param>
internal sealed record Leader(string Name, double Share)
{
    /// <summary>Path of the share.</summary>
    public required FigurePath Path { get; init; }

    /// <summary>The leader of a result by country, or none; equal shares by ISO code.</summary>
    public static Leader? Of(IndicatorResult result, Language language)
    {
        Contribution? first = result.Contributions.Where(term => term.Share is not null && CountryCatalogue.Find(term.Key) is not null)
            .OrderByDescending(term => term.Share).ThenBy(term => term.Key, StringComparer.Ordinal).FirstOrDefault();
        return first is null ? null : new Leader(ResultText.Country(first.Key, language), first.Share!.Value)
        {
            Path = FigurePath.Contribution(result.Indicator, first.Key, "share"),
        };
    }
}
