using FsCheck;
using FsCheck.Fluent;
using Pipeline.Domain;
using Pipeline.Indicators.Factors.Disruption;

namespace Pipeline.Indicators.Tests.Factors;

[Trait("Clause", "6.2")]
public sealed class LikelihoodFigureTests
{
    private static readonly LikelihoodRule Rule = new(4, 0.5, 0.5);

    private static readonly CountryLikelihood A = Country("A", 0.6, 0.40, 1 - Math.Exp(-0.2), 0.10, 0.20, 0.35, 0.30, 0.28);
    private static readonly CountryLikelihood B = Country("B", 0.3, 0.60, null, 0.30, null, 0.50, 0.55, 0.45);
    private static readonly CountryLikelihood C = Country("C", 0.1, 0.90, null, null, null, null, null, null);

    private static readonly Arbitrary<Generated> Countries = (
        from rows in Gen.NonEmptyListOf(
            from share in Gen.Choose(1, 1000)
            from cells in Gen.ListOf(Gen.Choose(-60, 100), 14)
            select (share, cells))
        select new Generated([.. rows.Select(row => (row.share, (IReadOnlyList<int>)[.. row.cells]))])).ToArbitrary();

    [Fact]
    public void Seven_known_sub_factors_give_their_mean() => Assert.Equal(0.2587527496, A.Point, 1e-9);

    [Fact]
    public void Five_known_ones_give_their_mean_and_the_missing_two_open_the_interval()
    {
        Assert.Equal(0.48, B.Point, 1e-9);
        Assert.Equal((0.3428571429, 0.6285714286), (Math.Round(B.Low, 10), Math.Round(B.High, 10)));
    }

    [Fact]
    public void One_known_sub_factor_is_too_little() => Assert.Equal((0.5, 0.0, 1.0), (C.Point, C.Low, C.High));

    [Fact]
    public void Three_countries_give_the_printed_likelihood_and_interval()
    {
        LikelihoodFigure figure = LikelihoodFigure.Compute([A, B, C]);
        Assert.Equal(0.3492516497, figure.Value, 1e-9);
        Assert.Equal(0.2581087926, figure.Low, 1e-9);
        Assert.Equal(0.4438230783, figure.High, 1e-9);
        Assert.Equal(0.10, figure.ImputedShare, 1e-9);
        // 0.6 x 1 + 0.3 x 5/7.
        Assert.Equal(0.8142857143, figure.Coverage, 1e-9);
    }

    [Fact]
    public void Terms_explain_the_value_by_country_and_sub_factor()
    {
        LikelihoodFigure figure = LikelihoodFigure.Compute([A, B, C]);
        Assert.Equal(figure.Value, figure.Terms.Sum(term => term.Term), 1e-12);
        LikelihoodTerm policy = figure.Terms.Single(term => term.Key == "B/policyStability");
        // 0.3 x 0.60 / 5.
        Assert.Equal((0.3, 0.12, 0.036), (policy.Share, Math.Round(policy.Factor, 9), Math.Round(policy.Term, 9)));
        Assert.Equal(("C", 0.05), (figure.Terms[^1].Key, Math.Round(figure.Terms[^1].Term, 9)));
        Assert.Equal(7 + 5 + 1, figure.Terms.Count);
    }

    [Fact]
    public void Four_sub_factors_with_less_than_half_of_the_weight_are_too_little()
    {
        CountryLikelihood country = Country("A", 1, 0.9, 0.9, 0.9, 0.9, null, null, null);
        Assert.True(country.IsKnown);
        CountryLikelihood light = country with { SubFactors = [.. country.SubFactors.Select(subFactor => subFactor with { Weight = subFactor.Point is null ? 2 : 1 })] };
        Assert.False(light.IsKnown);
        Assert.Equal((0.5, 0.0, 1.0), (light.Point, light.Low, light.High));
    }

    [Fact]
    public void Weights_shift_the_mean()
    {
        CountryLikelihood country = Country("A", 1, 1, 0, 0, 0, 0, 0, 0);
        CountryLikelihood heavy = country with { SubFactors = [country.SubFactors[0] with { Weight = 6 }, .. country.SubFactors.Skip(1)] };
        Assert.Equal((1 / 7.0, 0.5), (country.Point, heavy.Point));
    }

    [Fact]
    public void Records_that_rule_out_the_mean_of_the_known_ones_count_at_the_nearest_value_they_allow()
    {
        // Measures on the register of a country that was not searched: a is at least 0.6, and the five known ones have a mean of 0.1.
        CountryLikelihood country = Country("A", 1, null, null, 0.1, 0.1, 0.1, 0.1, 0.1);
        SubFactor bounded = country.SubFactors[0] with { Low = 0.6, High = 0.9 };
        country = country with { SubFactors = [bounded, .. country.SubFactors.Skip(1)] };
        // (5 x 0.1 + 0.6) / 6; with b at 0 and at 1.
        Assert.Equal(0.1833333333, country.Point, 1e-9);
        Assert.Equal((1.1 / 7, 2.4 / 7), (country.Low, country.High), (expected, actual) => Math.Abs(expected.Item1 - actual.Item1) < 1e-12 && Math.Abs(expected.Item2 - actual.Item2) < 1e-12);
        Assert.Contains("A/policyStability", LikelihoodFigure.Compute([country]).Terms.Select(term => term.Key));
    }

    [Fact]
    public void The_value_lies_in_its_interval_and_the_terms_add_up_to_it() => RequireForAll(generated =>
    {
        LikelihoodFigure figure = LikelihoodFigure.Compute(generated.Countries);
        return figure.Low <= figure.Value + 1e-12 && figure.Value <= figure.High + 1e-12 && figure.Low >= 0 && figure.High <= 1 + 1e-12
            && Math.Abs(figure.Terms.Sum(term => term.Term) - figure.Value) < 1e-12;
    });

    [Fact]
    public void Shares_of_the_terms_of_a_country_are_its_share_and_all_shares_add_up_to_one() => RequireForAll(generated =>
        Math.Abs(LikelihoodFigure.Compute(generated.Countries).Terms.DistinctBy(term => term.Country.Key).Sum(term => term.Share) - 1) < 1e-9);

    [Fact]
    public void The_order_of_countries_does_not_matter() => RequireForAll(generated =>
        LikelihoodFigure.Compute(generated.Countries).Value.Equals(LikelihoodFigure.Compute(generated.Countries.Reverse()).Value));

    private static CountryLikelihood Country(string key, double share, params double?[] values) =>
        new(key, share, 0, [.. values.Select((value, index) => new SubFactor((DisruptionSubFactor)index, 1, value, value ?? 0, value ?? 1))], Rule);

    // A fixed seed, so that a run can be repeated.
    private static void RequireForAll(Func<Generated, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260701, 11), Prop.ForAll(Countries, property));

    /// <summary>Shares in thousandths, and fourteen cells a country: a point, or below 0 an interval from the cell of the second seven.</summary>
    private sealed record Generated(IReadOnlyList<(int Share, IReadOnlyList<int> Cells)> Rows)
    {
        internal IReadOnlyList<CountryLikelihood> Countries => [.. Rows.Select((row, index) => new CountryLikelihood(
            "K" + index.ToString("D3", System.Globalization.CultureInfo.InvariantCulture),
            (double)row.Share / Rows.Sum(each => each.Share),
            0,
            [.. Enumerable.Range(0, 7).Select(kind => row.Cells[kind] >= 0
                ? new SubFactor((DisruptionSubFactor)kind, 1, row.Cells[kind] / 100.0, row.Cells[kind] / 100.0, row.Cells[kind] / 100.0)
                : new SubFactor((DisruptionSubFactor)kind, 1, null, Math.Max(row.Cells[7 + kind], 0) / 200.0, 0.5 + (Math.Max(row.Cells[7 + kind], 0) / 200.0)))],
            Rule))];
    }
}
