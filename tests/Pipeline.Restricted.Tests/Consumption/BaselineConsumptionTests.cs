using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Restricted.Tests.Support;

namespace Pipeline.Restricted.Tests.Consumption;

[Trait("Clause", "7.2")]
public sealed class BaselineConsumptionTests
{
    private static readonly FiscalYear Last = new(2018);

    private static readonly FiscalYear ZincLast = new(2019);

    // Zinc slab as users report it, FY2015 to FY2019, and the apparent figures of the same table.
    private static readonly DomesticSupplyObservation[] ZincReported =
        [.. new[] { 367_977.0, 362_209, 348_800, 356_937, 327_090 }.Select((tonnes, index) => Row(DomesticQuantity.Consumption, 2015 + index, "zinc slab", tonnes, "zinc"))];

    private static readonly DomesticSupplyObservation[] ZincApparent =
        [.. new[] { 455_977, 481_930, 479_928, 479_235, 450_743 }.Select((tonnes, index) => Row(DomesticQuantity.DomesticDemand, 2015 + index, "zinc slab", tonnes, "zinc"))];

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
        IReadOnlyList<ConsumptionYear> years = BaselineConsumption.Years("copper", survey, Last, Given.Sample, ParameterSet.InForce(Given.Day));
        Assert.Equal([(2017, 983_386.0), (2018, 1_036_342.0)], years.Select(year => (year.Year.Year, year.Value.Point!.Value)));
        Assert.All(years, year => Assert.Equal(ConsumptionKind.Reported, year.Kind));
        Assert.All(BaselineConsumption.Years("zinc", [Row(DomesticQuantity.DomesticDemand, 2018, "zinc slab", 479_235, "zinc")], Last, Given.Sample, ParameterSet.InForce(Given.Day)), year => Assert.Equal(ConsumptionKind.Apparent, year.Kind));
    }

    [Fact]
    public void Zinc_rests_on_what_its_users_report_although_its_self_sufficiency_rests_on_apparent_demand()
    {
        Baseline baseline = Zinc(ZincReported);
        AssertRestricted.Near(352_602.6, baseline.TonnesPerYear);
        Assert.Equal((ResultStatus.Ok, false), (baseline.Status, baseline.IsApparent));
    }

    [Fact]
    public void Four_reported_years_go_before_five_apparent_ones()
    {
        Baseline baseline = Zinc([.. ZincReported.Where(row => row.Period != new FiscalYear(2017))]);
        // (367,977 + 362,209 + 356,937 + 327,090) / 4: the missing year is not filled with the apparent one.
        AssertRestricted.Near(353_553.25, baseline.TonnesPerYear);
        Assert.Equal((ResultStatus.Partial, false), (baseline.Status, baseline.IsApparent));
    }

    [Fact]
    public void With_three_reported_years_all_five_are_apparent()
    {
        Baseline baseline = Zinc([.. ZincReported.Take(3)]);
        AssertRestricted.Near(469_562.6, baseline.TonnesPerYear);
        Assert.Equal((ResultStatus.Ok, true), (baseline.Status, baseline.IsApparent));
    }

    [Fact]
    public void A_reported_year_that_is_withheld_is_not_escaped_by_way_of_apparent_figures() => AssertNone(
        BaselineState.Withheld,
        Zinc([.. ZincReported.Take(3), ZincReported[3] with { Value = PublishedValue.Withheld("W") }, ZincReported[4] with { Value = PublishedValue.Withheld("W") }]));

    [Fact]
    public void Consumption_of_one_use_alone_is_no_consumption_of_the_mineral()
    {
        // Batteries are one use of lead; its demand is that of all uses, by calendar year only.
        DomesticSupplyObservation[] batteries =
            [.. new[] { 242_355.0, 268_194, 277_919, 280_981, 271_510 }.Select((tonnes, index) => Row(DomesticQuantity.Consumption, 2015 + index, "lead in batteries made", tonnes, "lead"))];
        DomesticSupplyObservation whole = Row(DomesticQuantity.Consumption, 2019, "refined lead, primary and secondary", 1, "lead") with { Period = new CalendarYear(2019) };
        AssertNone(
            BaselineState.TooManyMissing,
            BaselineConsumption.Of(BaselineConsumption.Years("lead", [.. batteries, whole], ZincLast, Given.Sample, ParameterSet.InForce(Given.Day)), ZincLast, Given.Sample));
    }

    private static Baseline Zinc(DomesticSupplyObservation[] reported) => BaselineConsumption.Of(
        BaselineConsumption.Years("zinc", [.. reported, .. ZincApparent], ZincLast, Given.Sample, ParameterSet.InForce(Given.Day)), ZincLast, Given.Sample);

    private static DomesticSupplyObservation Row(DomesticQuantity quantity, int year, string basis, double tonnes, string mineral = "copper") => new(
        "domestic-survey", new FiscalYear(year), new SourceCell("snapshot", "survey.csv", null, year, $"{quantity} {basis}"), mineral, null, quantity, null,
        PublishedValue.Reported(tonnes, "as printed"), "t", basis, "definition", "document", "publisher", "original");

    private static void AssertNone(BaselineState state, Baseline baseline)
    {
        Assert.Equal((state, ResultStatus.Insufficient), (baseline.State, baseline.Status));
        Assert.Null(baseline.TonnesPerYear);
    }
}
