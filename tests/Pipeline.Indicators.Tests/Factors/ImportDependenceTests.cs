using Pipeline.Domain;
using Pipeline.Indicators.Factors;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Factors;

[Trait("Clause", "6.1")]
public sealed class ImportDependenceTests
{
    private static readonly (string? Iso3, double Kilograms)[] Printed = [("AUS", 620_000), ("BEL", 230_000), ("CAN", 100_000), (null, 50_000)];

    [Fact]
    public void The_largest_partner_is_the_dependence_and_unknown_origin_could_be_more_of_it()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess(Partners.Year(2020, Printed)));
        Assert.Equal(0.62, result.Value!.Value, 1e-9);
        Assert.Equal((0.62, 0.67), (Math.Round(result.Low!.Value, 9), Math.Round(result.High!.Value, 9)));
        Assert.Equal(0.95, result.Coverage!.Value, 1e-9);
        Assert.Equal((ResultStatus.Ok, AccessLabel.Internal, Stage.Trade), (result.Status, result.Label, result.Stage));
        Assert.Equal([("AUS", 0.62), ("BEL", 0.23), ("CAN", 0.10)], result.Contributions.Select(part => (part.Key, Math.Round(part.Share!.Value, 9))));
        Assert.Equal(["AUS"], result.Notes.Single(note => note.Code == "dependsOn").Arguments);
        Assert.Contains("unknownOrigin", result.Flags);
    }

    [Fact]
    public void The_watch_list_counts_together_when_it_is_larger()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess(Partners.Year(2020, Printed), Given.With("factor1.watchList", """["AUS", "CAN"]""")));
        Assert.Equal(0.72, result.Value!.Value, 1e-9);
        Assert.Equal(0.77, result.High!.Value, 1e-9);
        Assert.Equal(["AUS, CAN"], result.Notes.Single(note => note.Code == "dependsOn").Arguments);
    }

    [Fact]
    public void A_watch_list_that_is_smaller_than_the_largest_partner_changes_nothing()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess(Partners.Year(2020, Printed), Given.With("factor1.watchList", """["BEL", "CAN"]""")));
        Assert.Equal(0.62, result.Value!.Value, 1e-9);
        Assert.Equal(["AUS"], result.Notes.Single(note => note.Code == "dependsOn").Arguments);
    }

    [Fact]
    public void The_watch_list_is_empty_in_the_sample() => Assert.Empty(Given.Parameters.Open().Texts("factor1.watchList"));

    [Fact]
    public void Three_calendar_years_are_summed_and_the_fourth_is_not()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess(
        [
            .. Partners.Year(2017, ("CHN", 9_000_000)),
            .. Partners.Year(2018, ("AUS", 100_000)), .. Partners.Year(2019, ("AUS", 50_000), ("BEL", 250_000)), .. Partners.Year(2020, ("AUS", 400_000), ("CAN", 200_000)),
        ]));
        // 550 of 1,000 t.
        Assert.Equal(0.55, result.Value!.Value, 1e-9);
        Assert.Equal("CY2018/CY2020", result.Period!.Code);
        Assert.DoesNotContain("fewerYears", result.Flags);
    }

    [Fact]
    public void Fewer_years_are_used_and_flagged()
    {
        IndicatorResult result = Assess([.. Partners.Year(2018, ("BEL", 100_000)), .. Partners.Year(2020, ("AUS", 300_000))]);
        Assert.Equal(0.75, result.Value!.Value, 1e-9);
        Assert.Contains("fewerYears", result.Flags);
    }

    [Fact]
    public void Concentrate_and_refined_count_as_contained_metal_and_scrap_does_not()
    {
        TradeObservation[] rows =
        [
            .. Partners.Year(2020, ("AUS", 100_000)),
            .. Given.Import(2020, "810530000", 900_000, 9, "KG", ("CHN", 900_000, 9)),
        ];
        IndicatorResult result = Assess(rows);
        Assert.Equal(["AUS"], result.Contributions.Select(part => part.Key));
        Assert.Equal(1, result.Value!.Value, 1e-9);
    }

    [Fact]
    public void A_filled_in_weight_counts_as_imputed()
    {
        // CAN has a value and no weight: 100 t a thousand yen, at most one kilogram of the code.
        IndicatorResult result = AssertEvidence.Recomputes(Assess(
            Given.Import(2020, "810520000", 3, 300, "KG", ("AUS", 2, 200), ("BEL", 1, 100), ("CAN", 0, 100))
                .Concat(Partners.Year(2020).Where(row => row.Code != "810520000"))));
        Assert.Equal(0.5, result.Value!.Value, 1e-9);
        Assert.Equal(0.25, result.ImputedShare!.Value, 1e-9);
        Assert.Equal(ResultStatus.Partial, result.Status);
        Assert.Contains("estimatedWeight", result.Flags);
    }

    [Fact]
    public void Without_rows_by_country_there_is_no_dependence() =>
        Assert.Equal((ResultStatus.Insufficient, "noPartnerData"), Assess([]) is { } result ? (result.Status, result.Reason!.Code) : default);

    [Fact]
    public void Nothing_imported_is_no_dependence()
    {
        IndicatorResult result = Assess(Partners.Year(2020, ("AUS", 0)));
        Assert.Equal((ResultStatus.Insufficient, "noImports", null), (result.Status, result.Reason!.Code, result.Low));
    }

    [Fact]
    public void A_mineral_without_a_code_of_its_own_is_not_measurable() =>
        Assert.Contains(Assess(Partners.Year(2020, Printed), mineral: "gallium").Reason!.Code, new[] { "notMeasurable", "noExclusiveCode", "noPartnerData" });

    [Fact]
    public void The_order_of_shares_does_not_matter()
    {
        CountryShare[] shares = [new("AUS", 0.62), new("BEL", 0.23), new("CAN", 0.1)];
        Assert.Equal(ImportDependence.Compute(shares, 0.05, ["BEL", "CAN"]).Value, ImportDependence.Compute(shares.Reverse(), 0.05, ["CAN", "BEL"]).Value);
    }

    [Fact]
    public void The_upper_end_stops_at_one() => Assert.Equal(1, ImportDependence.Compute([new("AUS", 0.8)], 0.3, []).High);

    private static IndicatorResult Assess(IEnumerable<TradeObservation> rows, ParameterSet? set = null, string mineral = "cobalt") =>
        ImportDependence.Of(mineral, Partners.Of(rows, mineral), set ?? Given.Parameters);
}
