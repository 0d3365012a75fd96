using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Restricted.Tests.Support;

namespace Pipeline.Restricted.Tests.Consumption;

[Trait("Clause", "7.2")]
public sealed class BaselineConsumptionTests
{
    private static readonly FiscalYear Last = new(2018);

    [Fact]
    public void It_is_the_mean_of_five_years()
    {
        Baseline baseline = Given.Baseline(10_500, 11_200, 10_900, 11_600, 10_800);
        AssertRestricted.Near(11_000, baseline.TonnesPerYear);
        Assert.Equal((ResultStatus.Ok, "FY2014", "FY2018"), (baseline.Status, baseline.From.Code, baseline.To.Code));
    }

    [Fact]
    public void Years_outside_the_window_do_not_count()
    {
        ConsumptionYear[] years = [.. Given.Consumption(10_500, 11_200, 10_900, 11_600, 10_800, 99_999), new ConsumptionYear(new FiscalYear(2013), PublishedValue.Reported(1, "1"), ConsumptionKind.Apparent)];
        AssertRestricted.Near(11_000, BaselineConsumption.Of(years, Last, Given.Sample).TonnesPerYear);
    }

    [Fact]
    public void One_missing_year_leaves_the_mean_of_four()
    {
        Baseline baseline = Given.Baseline(10_500, null, 10_900, 11_600, 10_800);
        AssertRestricted.Near(10_950, baseline.TonnesPerYear);
        Assert.Equal(ResultStatus.Partial, baseline.Status);
        // A year without any row is as missing as one without a figure.
        AssertRestricted.Near(10_950, BaselineConsumption.Of([.. Given.Consumption(10_500, 0, 10_900, 11_600, 10_800).Where(year => year.Year.Year != 2015)], Last, Given.Sample).TonnesPerYear);
    }

    [Fact]
    public void Two_missing_years_leave_no_baseline() => AssertNone(BaselineState.TooManyMissing, Given.Baseline(10_500, null, 10_900, null, 10_800));

    [Fact]
    public void A_withheld_year_leaves_no_baseline() => AssertNone(BaselineState.Withheld, Given.Baseline(10_500, -1, 10_900, 11_600, 10_800));

    [Fact]
    public void Reported_and_apparent_consumption_are_not_mixed()
    {
        ConsumptionYear[] years = Given.Consumption(10_500, 11_200, 10_900, 11_600, 10_800);
        AssertNone(BaselineState.KindsMixed, BaselineConsumption.Of([.. years.Take(4), years[4] with { Kind = ConsumptionKind.Apparent }], Last, Given.Sample));
        Assert.True(BaselineConsumption.Of([.. years.Select(year => year with { Kind = ConsumptionKind.Apparent })], Last, Given.Sample).IsApparent);
    }

    [Fact]
    public void A_year_that_is_given_twice_is_refused()
    {
        ConsumptionYear[] years = Given.Consumption(10_500, 11_200, 10_900, 11_600, 10_800);
        Assert.Throws<ImplausibleValueException>(() => BaselineConsumption.Of([.. years, years[0]], Last, Given.Sample));
    }

    [Fact]
    public void The_survey_gives_the_years_of_one_kind_and_definition()
    {
        DomesticSupplyObservation[] survey =
        [
            Row(DomesticQuantity.Consumption, 2017, "refined copper metal", 983_386), Row(DomesticQuantity.DomesticDemand, 2017, "refined copper metal", 992_152),
            Row(DomesticQuantity.Consumption, 2018, "refined copper metal", 1_036_342), Row(DomesticQuantity.DomesticDemand, 2018, "as printed: 106.3万t", 1_063_000),
        ];
        IReadOnlyList<ConsumptionYear> years = BaselineConsumption.Years("copper", survey, ParameterSet.InForce(Given.Day));
        Assert.Equal([(2017, 983_386.0), (2018, 1_036_342.0)], years.Select(year => (year.Year.Year, year.Value.Point!.Value)));
        Assert.All(years, year => Assert.Equal(ConsumptionKind.Reported, year.Kind));
        Assert.All(BaselineConsumption.Years("zinc", [Row(DomesticQuantity.DomesticDemand, 2018, "zinc slab", 479_235, "zinc")], ParameterSet.InForce(Given.Day)), year => Assert.Equal(ConsumptionKind.Apparent, year.Kind));
    }

    private static DomesticSupplyObservation Row(DomesticQuantity quantity, int year, string basis, double tonnes, string mineral = "copper") => new(
        "domestic-survey", new FiscalYear(year), new SourceCell("snapshot", "survey.csv", null, year, $"{quantity} {basis}"), mineral, null, quantity, null,
        PublishedValue.Reported(tonnes, "as printed"), "t", basis, "definition", "document", "publisher", "original");

    private static void AssertNone(BaselineState state, Baseline baseline)
    {
        Assert.Equal((state, ResultStatus.Insufficient), (baseline.State, baseline.Status));
        Assert.Null(baseline.TonnesPerYear);
    }
}
