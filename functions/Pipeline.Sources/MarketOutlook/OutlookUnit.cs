namespace Pipeline.Sources.MarketOutlook;

/// <summary>A unit that the market outlook takes.</summary>
/// <param name="Code">Unit of the figure once it is read.</param>
/// <param name="IsPrice">True for money per mass.</param>
/// <param name="Factor">Units of <paramref name="Code"/> in one unit as written.</param>
internal sealed record OutlookUnit(string Code, bool IsPrice, double Factor)
{
    /// <summary>A mass, read in tonnes.</summary>
    public static OutlookUnit Mass(double tonnes) => new("t", IsPrice: false, tonnes);

    /// <summary>A price, kept in its own unit: several units of one series are never mixed.</summary>
    public static OutlookUnit Price(string code) => new(code, IsPrice: true, 1);
}
