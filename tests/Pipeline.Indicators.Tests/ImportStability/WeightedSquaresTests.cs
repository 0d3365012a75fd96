using Pipeline.Domain;
using Pipeline.Indicators.Bands;
using Pipeline.Indicators.ImportStability;
using Pipeline.Indicators.ImportStability.Governance;
using Pipeline.Indicators.Results;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.ImportStability;

[Trait("Clause", "4.2")]
public sealed class WeightedSquaresTests
{
    private static readonly PartnerShare A = Partner("A", 0.60, 0.30);
    private static readonly PartnerShare B = Partner("B", 0.30, 0.55);
    private static readonly PartnerShare C = Partner("C", 0.10, 0.80);

    [Fact]
    public void Three_partners_give_the_printed_score_and_what_is_shown_beside_it()
    {
        StabilityFigure figure = WeightedSquares.Compute([A, B, C], 0);
        Assert.Equal(0.46, figure.ImportConcentration, 1e-6);
        Assert.Equal(0.1655, figure.Value, 1e-6);
        Assert.Equal([0.1080, 0.0495, 0.0080], figure.Terms.Select(term => Math.Round(term.Term, 6)));
        Assert.Equal(0.359783, figure.EffectiveRisk!.Value, 1e-6);
        Assert.Equal(0.1955, figure.AlternativeValue, 1e-6);
        Assert.Equal(Band.High, BandMarks.Of(figure.Value, Given.Parameters.Open().Numbers("bands.importStability")));
    }

    [Fact]
    public void A_partner_of_unknown_risk_opens_the_interval_and_counts_as_imputed()
    {
        InstitutionalRisk unknown = Partner("C", 0.10, 0.5).Risk with { Low = 0, High = 1, IsImputed = true };
        StabilityFigure figure = WeightedSquares.Compute([A, B, C with { Risk = unknown }], 0);
        Assert.Equal(0.1625, figure.Value, 1e-6);
        Assert.Equal(0.1575, figure.Low, 1e-6);
        Assert.Equal(0.1675, figure.High, 1e-6);
        Assert.Equal(0.10, figure.ImputedShare, 1e-6);
        Assert.Equal(ResultStatus.Partial, Reliability.Status(1, figure.ImputedShare, Given.Parameters.Open()));
    }

    [Fact]
    public void Unknown_origin_is_at_worst_one_partner_of_the_highest_risk()
    {
        // Known shares stay shares of the whole: 0.6 and 0.3 with 0.1 unknown.
        StabilityFigure figure = WeightedSquares.Compute([A, B], 0.10);
        Assert.Equal(0.1575, figure.Value, 1e-6);
        Assert.Equal(0.1575, figure.Low, 1e-6);
        Assert.Equal(0.1675, figure.High, 1e-6);
    }

    [Fact]
    [Trait("Clause", "13")]
    public void The_product_form_swaps_value_and_alternative()
    {
        StabilityFigure figure = WeightedSquares.Compute([A, B, C], 0, product: true);
        Assert.Equal(0.1955, figure.Value, 1e-6);
        Assert.Equal(0.1655, figure.AlternativeValue, 1e-6);
        Assert.Equal(figure.Value, figure.Terms.Sum(term => term.Term), 1e-9);
    }

    [Fact]
    public void The_order_of_partners_does_not_change_a_single_bit() =>
        Assert.Equal(WeightedSquares.Compute([A, B, C], 0).Value, WeightedSquares.Compute([C, A, B], 0).Value);

    private static PartnerShare Partner(string key, double share, double risk) =>
        new(key, share, 0, new InstitutionalRisk(risk, risk, risk, false, [], new EvidenceNode("institutional risk", key, risk, "1")));
}
