namespace Pipeline.Domain.Tests;

public sealed class PublishedFiguresTests
{
    private static readonly SourceCell Cell = new("hash", "file.csv", null, 2, "value");

    private static readonly IndicatorResult Sound = new(IndicatorId.ReserveConcentration, "copper", Stage.Reserve, ResultStatus.Ok, "1")
    {
        Value = 0.52,
        Companions = [new Companion("lowestPossible", 0.26, "1"), new Companion("alternativeValue", null, "1")],
        Contributions = [Term("AUS", 0.36, 60), Term("CAN", 0.16, 40)],
        Formulas = [new("terms", "(quantity / sum(quantity))^2"), new("value", "sum(terms)"), new("lowestPossible", "value / 2")],
    };

    [Fact]
    public void Figures_that_follow_from_their_evidence_are_founded() => Assert.Empty(PublishedFigures.Unfounded(Sound));

    [Fact]
    public void Every_figure_that_is_stated_is_asked_for() =>
        Assert.Equal(["value", "lowestPossible", "terms"], PublishedFigures.Of(Sound).Select(figure => figure.Name));

    [Fact]
    public void A_figure_without_a_formula_is_unfounded() =>
        Assert.Equal("low", Assert.Single(PublishedFigures.Unfounded(Sound with { Low = 0.5 })).Place);

    [Fact]
    public void A_figure_that_is_not_what_its_formula_gives_is_unfounded() =>
        Assert.Equal("value", Assert.Single(PublishedFigures.Unfounded(Sound with { Value = 0.5200001 })).Place);

    [Fact]
    public void A_figure_that_the_result_withholds_is_not_given_away_by_a_formula() =>
        Assert.Equal(("value", "none"), Assert.Single(PublishedFigures.Unfounded(Sound with { Value = null }).Select(fault => (fault.Place, fault.Expected))));

    [Fact]
    public void A_wrong_leaf_makes_every_figure_above_it_unfounded() => Assert.Equal(
        ["value", "lowestPossible", "terms"],
        PublishedFigures.Unfounded(Sound with { Contributions = [Term("AUS", 0.36, 61), Term("CAN", 0.16, 40)] }).Select(fault => fault.Place));

    [Fact]
    public void A_formula_that_cannot_be_computed_is_named() =>
        Assert.Contains("quantity +", Assert.Single(PublishedFigures.Unfounded(Sound with { Formulas = [new("value", "quantity +")] })).Found, StringComparison.Ordinal);

    [Fact]
    public void A_node_that_is_not_what_its_inputs_give_is_unfounded_also_where_no_figure_speaks_of_it()
    {
        EvidenceNode mean = new("mean", "CHL", 2.5, "1") { Formula = "mean(part)", Inputs = [Leaf("part", 2), Leaf("part", 4)] };
        Fault fault = Assert.Single(PublishedFigures.Unfounded(Sound with { Evidence = [mean] }));
        Assert.Equal(("mean CHL", "2.5", "3"), (fault.Place, fault.Expected, fault.Found));
    }

    private static Contribution Term(string key, double term, double quantity) => new(key, null, null, term, Leaf("quantity", quantity));

    private static EvidenceNode Leaf(string symbol, double value) => new(symbol, string.Empty, value, "t") { Symbol = symbol, Cells = [Cell] };
}
