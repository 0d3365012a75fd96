using Pipeline.Domain;
using Pipeline.Indicators.Concentration;
using Pipeline.Indicators.Results;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Concentration;

[Trait("Clause", "3.3")]
public sealed class HerfindahlIndexTests
{
    private const string Shares = "Concentration.shares.case.json";
    private const string Totals = "Concentration.totals.case.json";

    public static TheoryData<string> ShareCases => Cases.Names<ShareCase>(Shares);

    public static TheoryData<string> TotalCases => Cases.Names<TotalCase>(Totals);

    [Theory]
    [MemberData(nameof(ShareCases))]
    public void Shares_and_residual_give_the_printed_concentration(string name)
    {
        ShareCase row = Cases.Get<ShareCase>(Shares, name);
        ConcentrationFigure figure = HerfindahlIndex.Compute(Input(row.Rows, row.Residual))!;
        Assert.Equal(row.Value, figure.Value, 1e-6);
        Assert.Equal(row.Value, figure.Low, 1e-6);
        Assert.Equal(row.High, figure.High!.Value, 1e-6);
        Assert.Equal(row.Coverage, figure.Coverage, 1e-6);
        Assert.Equal(row.Status, Reliability.Status(figure.Coverage, 0, Given.Parameters.Open()));
        Assert.Equal(figure.Value, figure.Terms.Sum(term => term.Term), 1e-12);
    }

    [Theory]
    [MemberData(nameof(TotalCases))]
    public void A_published_total_is_compared_with_its_rows_as_printed(string name)
    {
        TotalCase row = Cases.Get<TotalCase>(Totals, name);
        TotalComparison comparison = PublishedTotal.Compare(Given.Value(row.Total), row.Rows, 0.005, 2);
        Assert.Equal(row.Gap, comparison.Gap, 1e-6);
        Assert.Equal(row.Exceeds, comparison.RowsExceedTotal);
    }

    [Theory]
    [InlineData(12_000_000, 500_000)]
    [InlineData(302_000, 500)]
    [InlineData(2_000_000, 50_000)]
    [InlineData(433, 0.5)]
    [InlineData(848, 0.5)]
    [InlineData(0.8, 0.005)]
    public void Rounding_is_half_a_unit_of_the_last_significant_digit_of_at_least_two(double total, double rounding) =>
        Assert.Equal(rounding, PublishedTotal.HalfUnit(total, 2), 1e-9);

    [Fact]
    public void A_country_outside_the_total_that_was_never_reported_lowers_low_and_leaves_no_upper_bound()
    {
        ConcentrationFigure figure = HerfindahlIndex.Compute(Input([1, 1, 1, 1], 0) with { Hidden = [new HiddenRow("USA", null)] })!;
        Assert.Equal(0.25, figure.Value, 1e-6);
        Assert.Equal(0.20, figure.Low, 1e-6);
        Assert.Null(figure.High);
    }

    [Fact]
    public void A_country_outside_the_total_that_reported_only_zero_leaves_no_upper_bound() =>
        Assert.Null(HerfindahlIndex.Compute(Input([1, 1], 0) with { Hidden = [new HiddenRow("USA", 0)] })!.High);

    [Theory]
    [Trait("Clause", "14")]
    // h = 100: (5,000 + 10,000) / 200 squared = 0.375, below the 0.5 without it.
    [InlineData(100, 0.5)]
    // h = 400: (5,000 + 160,000) / 500 squared = 0.66.
    [InlineData(400, 0.66)]
    public void The_upper_end_is_the_larger_of_the_index_without_and_with_the_hidden_amount(double hidden, double expected) =>
        Assert.Equal(expected, HerfindahlIndex.Compute(Input([50, 50], 0) with { Hidden = [new HiddenRow("USA", hidden)] })!.High!.Value, 1e-6);

    [Fact]
    public void The_low_end_with_a_hidden_amount_is_the_minimum_over_every_amount()
    {
        // Rows 60 and 40: H = 0.52, smallest at h = 52 with (3,600 + 1,600 + 2,704) / 152 squared.
        ConcentrationFigure figure = HerfindahlIndex.Compute(Input([60, 40], 0) with { Hidden = [new HiddenRow("USA", null)] })!;
        Assert.Equal(0.52 / 1.52, figure.Low, 1e-9);
        Assert.Equal(7904.0 / (152 * 152), figure.Low, 1e-9);
        double smallest = Enumerable.Range(0, 200_000).Min(step => (5200 + Math.Pow(step * 0.01, 2)) / Math.Pow(100 + (step * 0.01), 2));
        Assert.Equal(smallest, figure.Low, 1e-7);
    }

    [Fact]
    public void Rows_that_are_all_zero_have_no_concentration() => Assert.Null(HerfindahlIndex.Compute(Input([0, 0], 5)));

    internal static ConcentrationInput Input(IReadOnlyList<double> rows, double residual) =>
        new([.. rows.Select((quantity, index) => new KnownRow($"C{index:D3}", quantity))], residual, []);

    internal sealed record ShareCase(string Name, double[] Rows, double Residual, double Value, double High, double Coverage, ResultStatus Status) : INamedCase;

    internal sealed record TotalCase(string Name, string Total, double Rows, double Gap, bool Exceeds) : INamedCase;
}
