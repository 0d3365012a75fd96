using Pipeline.Domain;
using Pipeline.Indicators.ScenarioDemand;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.ScenarioDemand;

[Trait("Clause", "9")]
public sealed class ScenarioDemandTests
{
    private const string File = "ScenarioDemand.scenario.case.json";

    public static TheoryData<string> Rows => Cases.Names<ScenarioCase>(File);

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_scenario_gives_the_printed_tonnes_ratio_demand_and_string(string name)
    {
        ScenarioCase row = Cases.Get<ScenarioCase>(File, name);
        IndicatorResult result = row.Technology == "vehicles"
            ? ScenarioIndicator.ElectricVehicles(row.Mineral, Given.Parameters)
            : ScenarioIndicator.OffshoreWind(row.Mineral, Given.Parameters);
        Assert.Equal(row.Tonnes, result.Value);
        Assert.Equal(row.Ratio, Companion(result, "ratioToDemand2018"), 1e-4);
        Assert.Equal(row.Demand, Companion(result, "demandIn2018"));
        Assert.Equal(row.Printed, PrintedTonnes.Japanese(result.Value!.Value));
        Assert.Equal(ResultStatus.Ok, result.Status);
        AssertEvidence.Recomputes(result);
        Assert.All(result.Evidence, node => Assert.StartsWith("parameter scenario.", node.Reference, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("copper", 17400, 198000, 18.6265)]
    [InlineData("rare-earths", 700, 1835, 39.6843)]
    public void Onshore_wind_and_both_scenarios_together_are_shown_beside(string mineral, double onshore, double together, double ratio)
    {
        IndicatorResult result = ScenarioIndicator.OffshoreWind(mineral, Given.Parameters);
        AssertEvidence.Recomputes(result);
        Assert.Equal(onshore, Companion(result, "onshoreDemand"));
        Assert.Equal(together, Companion(result, "combinedDemand"));
        Assert.Equal(ratio, Companion(result, "combinedRatio"), 1e-4);
    }

    [Fact]
    public void Kilograms_per_vehicle_are_marked_as_derived_and_neodymium_as_of_unstated_basis()
    {
        Assert.Equal(["derivedFromTotal"], ScenarioIndicator.ElectricVehicles("copper", Given.Parameters).Flags);
        Assert.Equal(["basisNotStated", "derivedFromTotal", "neodymiumOnly"], ScenarioIndicator.ElectricVehicles("rare-earths", Given.Parameters).Flags);
        Assert.Equal(["basisNotStated", "neodymiumOnly"], ScenarioIndicator.OffshoreWind("rare-earths", Given.Parameters).Flags);
        Assert.Empty(ScenarioIndicator.OffshoreWind("copper", Given.Parameters).Flags);
    }

    [Theory]
    [InlineData("lithium")]
    [InlineData("cobalt")]
    public void A_technology_without_an_intensity_contributes_nothing_and_is_listed_as_not_covered(string mineral)
    {
        IndicatorResult result = ScenarioIndicator.OffshoreWind(mineral, Given.Parameters);
        Assert.Equal((ResultStatus.NotApplicable, "technologyNotCovered"), (result.Status, result.Reason!.Code));
        Assert.Null(result.Value);
    }

    [Theory]
    [InlineData(9999.5, "10,000t")]
    [InlineData(10000, "1.0万t")]
    [InlineData(12500, "1.3万t")]
    [InlineData(0.5, "1t")]
    public void Printed_tonnes_round_a_half_away_from_zero(double tonnes, string printed) => Assert.Equal(printed, PrintedTonnes.Japanese(tonnes));

    private static double Companion(IndicatorResult result, string id) => result.Companions.Single(companion => companion.Id == id).Value!.Value;

    internal sealed record ScenarioCase(string Name, string Technology, string Mineral, double Demand, double Tonnes, double Ratio, string Printed) : INamedCase;
}
