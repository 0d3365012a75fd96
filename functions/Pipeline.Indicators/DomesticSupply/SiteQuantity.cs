using Pipeline.Domain;

namespace Pipeline.Indicators.DomesticSupply;

/// <summary>A quantity of one mine or smelter.</summary>
/// <param name="Amount">Tonnes, or the share.</param>
/// <param name="Node">Evidence of an end, or none where nothing states that end: a withheld figure is at least 0, but nobody has printed the 0.</param>
internal sealed record SiteQuantity(Interval Amount, Func<End, EvidenceNode?> Node)
{
    /// <summary>What the rows state of a site; unknown when none does, or when several compete.</summary>
    internal static SiteQuantity Of(IEnumerable<DomesticSupplyObservation> rows, string site, DomesticQuantity quantity)
    {
        DomesticSupplyObservation[] stated = [.. rows.Where(row => row.Site == site && row.Quantity == quantity)];
        if (stated is not [var row])
        {
            return new SiteQuantity(Interval.Unknown, _ => null);
        }

        return new SiteQuantity(Interval.Of(row.Value), end => Printed(row.Value, end) is { } value ? SurveyRows.Leaf(row, value) : null);
    }

    /// <summary>Equity quantity: production times the share of Japanese companies; a share that nobody states is at most the whole.</summary>
    internal static SiteQuantity Equity(string site, SiteQuantity production, SiteQuantity share)
    {
        Interval amount = Interval.Product(production.Amount, share.Amount with { High = share.Amount.High ?? 1 });
        return new SiteQuantity(amount, end => (production.Node(end), share.Node(end)) switch
        {
            ({ } produced, { } held) => new EvidenceNode("equity quantity", site, amount.At(end), "t")
            {
                Formula = "production * share",
                Inputs = [produced with { Symbol = "production" }, held with { Symbol = "share" }],
            },
            ({ } produced, null) when end == End.High => new EvidenceNode("equity quantity", site, amount.At(end), "t")
            {
                Formula = "production",
                Inputs = [produced with { Symbol = "production" }],
            },
            _ => null,
        });
    }

    private static double? Printed(PublishedValue value, End end) => end switch
    {
        End.Point => value.Point,
        End.Low => value.Kind == ValueKind.WithheldBySource ? null : value.Low,
        _ => value.High,
    };
}
