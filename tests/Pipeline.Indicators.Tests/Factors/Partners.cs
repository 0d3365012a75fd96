using Pipeline.Domain;
using Pipeline.Indicators.Factors;
using Pipeline.Indicators.Imports;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Factors;

/// <summary>Imports of cobalt, made by hand so that the metal content cancels.</summary>
internal static class Partners
{
    // A code of each chapter of cobalt must have rows by country before a year is complete.
    private static readonly (string Code, string Unit)[] OtherChapters = [("282200010", "KG"), ("260500000", "MT"), ("750120290", "KG")];

    /// <summary>Imports of metal of one year by origin, kilograms; none for unknown origin.</summary>
    internal static IEnumerable<TradeObservation> Year(int year, params (string? Iso3, double Kilograms)[] origins) =>
    [
        .. OtherChapters.SelectMany(other => Given.Import(year, other.Code, 0, 0, other.Unit, ("FIN", 0, 0))),
        .. Given.Import(year, "810520000", origins.Sum(origin => origin.Kilograms), 100, "KG", [.. origins.Select(origin => (origin.Iso3, origin.Kilograms, 1.0))]),
    ];

    /// <summary>The imports as the factors read them.</summary>
    internal static PartnerImports Of(IEnumerable<TradeObservation> rows, string mineral = "cobalt", int years = 3)
    {
        TradeLedger ledger = new(rows);
        return PartnerImports.Of(new MineralCodes(mineral, ledger), ledger, years);
    }
}
