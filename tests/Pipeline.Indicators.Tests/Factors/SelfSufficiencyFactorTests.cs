using Pipeline.Domain;
using Pipeline.Indicators.Factors;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Factors;

[Trait("Clause", "6.3")]
public sealed class SelfSufficiencyFactorTests
{
    [Theory]
    [InlineData(30, 0.70)]
    [InlineData(103, 0)]
    [InlineData(0, 1)]
    public void A_rate_becomes_what_is_missing_of_a_hundred(double rate, double expected)
    {
        IndicatorResult result = AssertEvidence.Recomputes(Of(Rate(rate, rate, rate)));
        Assert.Equal((expected, expected, expected), (Math.Round(result.Value!.Value, 9), Math.Round(result.Low!.Value, 9), Math.Round(result.High!.Value, 9)));
        Assert.Equal((ResultStatus.Ok, AccessLabel.Internal, Stage.Use, "FY2018"), (result.Status, result.Label, result.Stage, result.Period!.Code));
    }

    [Fact]
    public void At_least_40_per_cent_is_an_interval_without_a_point()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Of(Rate(null, 40, null)));
        Assert.Equal((ResultStatus.Insufficient, null, 0.0), (result.Status, result.Value, result.Low));
        Assert.Equal(0.60, result.High!.Value, 1e-9);
        Assert.Equal("withheldComponent", result.Reason!.Code);
    }

    [Fact]
    public void An_interval_of_the_rate_turns_round()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Of(Rate(null, 20, 90)));
        Assert.Equal((0.1, 0.8), (Math.Round(result.Low!.Value, 9), Math.Round(result.High!.Value, 9)));
    }

    [Fact]
    public void Without_a_rate_there_is_neither_value_nor_interval()
    {
        IndicatorResult result = Of(Rate(null, null, null) with { Reason = new Reason("noDomesticSurvey", []), Evidence = [], Formulas = [] });
        Assert.Equal((ResultStatus.Insufficient, null, null, null, "noDomesticSurvey"), (result.Status, result.Value, result.Low, result.High, result.Reason!.Code));
    }

    [Fact]
    public void A_restricted_rate_makes_the_factor_restricted() =>
        Assert.Equal(AccessLabel.Restricted, Of(Rate(30, 30, 30) with { Label = AccessLabel.Restricted }).Label);

    private static IndicatorResult Of(IndicatorResult rate) => SelfSufficiencyFactor.Of("cobalt", rate, Given.Parameters);

    private static IndicatorResult Rate(double? value, double? low, double? high)
    {
        (double? Figure, string Name)[] figures = [(value, "value"), (low, "low"), (high, "high")];
        return new IndicatorResult(IndicatorId.SelfSufficiency, "cobalt", Stage.Use, value is null ? ResultStatus.Insufficient : ResultStatus.Ok, "percent")
        {
            Period = new FiscalYear(2018),
            Value = value,
            Low = low,
            High = high,
            Coverage = value is null ? null : 1,
            ImputedShare = 0,
            Reason = value is null ? new Reason("withheldComponent", []) : null,
            Evidence =
            [
                .. figures.Where(figure => figure.Figure is not null).Select(figure =>
                    new EvidenceNode("supply", figure.Name, figure.Figure * 10, "t") { Symbol = "supply" + figure.Name, Cells = [Given.Cell("survey.csv", 2, figure.Name)] }),
                new EvidenceNode("demand", string.Empty, 1000, "t") { Symbol = "demand", Cells = [Given.Cell("survey.csv", 9)] },
            ],
            Formulas =
            [
                .. figures.Where(figure => figure.Figure is not null).Select(figure => new FigureFormula(figure.Name, $"supply{figure.Name} / demand * 100")),
                .. value is null ? Array.Empty<FigureFormula>() : [new FigureFormula("coverage", "1")],
                new FigureFormula("imputedShare", "0"),
            ],
        };
    }
}
