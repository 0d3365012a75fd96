using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Fills of the cells that name a band; the word stands in the cell, so the fill carries nothing alone.</summary>
public static class BandTint
{
    /// <summary>Fill of the band of the less favourable end, or none without a band.</summary>
    public static Colour? Of(IndicatorResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return (result.BandHigh ?? result.BandLow) is { } band ? Palette.Bands[(int)band] : null;
    }

    /// <summary>The band that a fill repeats, or none for a fill that repeats none; for those who paint with tints of their own.</summary>
    public static Band? BandOf(Colour fill) => Palette.Bands.ToList().IndexOf(fill) is var band and >= 0 ? (Band)band : null;
}
