using Pipeline.Domain;
using Pipeline.Indicators.ImportStability.Governance;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.ImportStability;

[Trait("Clause", "4.1")]
public sealed class InstitutionalRiskTests
{
    private static readonly double?[] Printed = [1.2, 0.4, 0.9, 1.1, 1.0, 0.8];

    [Fact]
    public void Six_estimates_give_their_mean_and_the_mean_gives_the_risk()
    {
        InstitutionalRisk risk = Risk("AUS", 2020, Given.Governance("AUS", 2020, Printed));
        Assert.Equal(0.32, risk.Point, 1e-6);
        Assert.Equal((risk.Point, risk.Point), (risk.Low, risk.High));
        Assert.Equal(0.9, risk.Evidence.Inputs.Single().Value!.Value, 1e-6);
        Assert.Equal(6, risk.Evidence.Walk().SelectMany(node => node.Cells).Distinct().Count());
        Assert.Empty(risk.Flags);
    }

    [Theory]
    [InlineData(-2.6, 1)]
    [InlineData(2.6, 0)]
    [InlineData(0, 0.5)]
    public void The_risk_is_held_between_zero_and_one(double mean, double risk) => Assert.Equal(risk, InstitutionalRisk.FromMean(mean), 1e-6);

    [Fact]
    public void Four_dimensions_of_six_are_enough() =>
        Assert.Equal(0.3, Risk("AUS", 2020, Given.Governance("AUS", 2020, 1, 1, 1, 1, null, null)).Point, 1e-6);

    [Fact]
    public void Three_dimensions_of_six_take_the_last_value_at_most_three_years_older()
    {
        InstitutionalRisk risk = Risk("AUS", 2020, [.. Given.Governance("AUS", 2020, 1, 1, 1, null, null, null), .. Given.Governance("AUS", 2017, Printed)]);
        Assert.Equal(0.32, risk.Point, 1e-6);
        Assert.Equal(["staleGovernance"], risk.Flags);
    }

    [Fact]
    public void A_value_four_years_older_does_not_count()
    {
        InstitutionalRisk risk = Risk("AUS", 2020, [.. Given.Governance("CAN", 2020, Printed), .. Given.Governance("AUS", 2016, Printed)]);
        Assert.True(risk.IsImputed);
    }

    [Fact]
    public void A_territory_takes_the_value_of_its_sovereign()
    {
        InstitutionalRisk risk = Risk("NCL", 2020, Given.Governance("FRA", 2020, Printed));
        Assert.Equal(0.32, risk.Point, 1e-6);
        Assert.Equal(["inheritedGovernance"], risk.Flags);
        Assert.Contains("NCL FRA", risk.Evidence.Reference, StringComparison.Ordinal);
    }

    [Fact]
    public void A_country_without_any_value_is_in_the_middle_with_the_whole_interval_open()
    {
        InstitutionalRisk risk = Risk("PRK", 2020, Given.Governance("AUS", 2020, Printed));
        Assert.Equal((0.5, 0.0, 1.0, true), (risk.Point, risk.Low, risk.High, risk.IsImputed));
        Assert.Equal(["unknownGovernance"], risk.Flags);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void The_year_of_the_trade_is_used_else_the_last_earlier_one_of_the_release()
    {
        GovernanceBook book = new([.. Given.Governance("AUS", 2019, Printed), .. Given.Governance("AUS", 2021, 0, 0, 0, 0, 0, 0)]);
        Assert.Equal(2019, book.YearFor(2020));
        Assert.Equal(0.32, book.Find("AUS", 2020, Given.Parameters.Open()).Point, 1e-6);
        Assert.Equal(0.5, book.Find("AUS", 2021, Given.Parameters.Open()).Point, 1e-6);
        Assert.Null(book.YearFor(2018));
    }

    [Fact]
    public void One_release_the_newest_is_used_for_all_countries()
    {
        IEnumerable<GovernanceObservation> older = Given.Governance("AUS", 2020, 0, 0, 0, 0, 0, 0).Select(row => row with { Release = 2021 });
        InstitutionalRisk risk = Risk("AUS", 2020, [.. Given.Governance("AUS", 2020, Printed), .. older]);
        Assert.Equal(0.32, risk.Point, 1e-6);
    }

    private static InstitutionalRisk Risk(string iso3, int year, IEnumerable<GovernanceObservation> rows) =>
        new GovernanceBook(rows).Find(iso3, year, Given.Parameters.Open());
}
