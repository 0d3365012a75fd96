using Pipeline.Domain;
using Pipeline.Indicators.Factors;
using Pipeline.Indicators.Factors.Disruption;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Factors;

[Trait("Clause", "12")]
public sealed class FactorParametersTests
{
    [Fact]
    public void Parameters_of_the_factors_are_internal_but_for_the_number_of_years_and_no_other_parameter_is()
    {
        Assert.Equal(
            [
                "factor1.watchList", "factor2.minimum", "factor2.minimumWeight", "factor2.severity", "factor2.unknown", "factor2.weights", "factor2.years",
                "factor4.scale",
            ],
            ParameterFile.Embedded.Where(definition => definition.Label == AccessLabel.Internal).Select(definition => definition.Id));
        Assert.DoesNotContain(ParameterFile.Embedded, definition => definition.Label == AccessLabel.Restricted);
    }

    [Theory]
    [InlineData("exportBan", 1.0)]
    [InlineData("exportQuota", 0.75)]
    [InlineData("exportTax", 0.5)]
    [InlineData("exportLicence", 0.5)]
    public void Severities_are_those_of_the_method(string kind, double severity) =>
        Assert.Equal(severity, Given.Parameters.Open().Row<MeasureSeverity>("factor2.severity", kind)!.Severity);

    [Fact]
    public void Weights_of_the_seven_sub_factors_are_equal() => Assert.All(Enum.GetValues<DisruptionSubFactor>(), kind =>
        Assert.Equal(1, Given.Parameters.Open().Row<SubFactorWeight>("factor2.weights", SubFactor.NameOf(kind))!.Weight));

    [Fact]
    public void Steps_of_another_result_keep_their_names_apart_from_those_of_the_factor()
    {
        FigureFormula[] formulas = [new("demand", "sum(demand)"), new("low", "supply / demand * 1e2"), new("value", "least(low, 100) + min(low, lowest)")];
        Assert.Equal(
            [
                new FigureFormula("rate.demand", "sum(demand)"),
                new FigureFormula("rate.low", "supply / rate.demand * 1e2"),
                new FigureFormula("rate.value", "least(rate.low, 100) + min(rate.low, lowest)"),
            ],
            FactorResult.Steps("rate", formulas));
    }
}
