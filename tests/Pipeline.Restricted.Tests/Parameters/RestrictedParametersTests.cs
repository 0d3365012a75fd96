using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Restricted.Tests.Support;

namespace Pipeline.Restricted.Tests.Parameters;

[Trait("Clause", "11")]
public sealed class RestrictedParametersTests
{
    private const string Definition = """
        [ { "id": "days.base", "unit": "day", "label": "restricted", "basis": "policy",
            "values": [ { "from": "2021-04-01", "value": "seventeen", "reason": "test" } ], "lastConfirmedOn": "2026-04-01", "confirmEvery": "P1Y" } ]
        """;

    [Fact]
    public void The_sample_says_that_it_is_synthetic_in_every_value_of_days()
    {
        Assert.True(Given.Sample.IsSynthetic);
        string sample = Resource("Pipeline.Restricted.TargetDays.days.parameter.json");
        Assert.Equal(4, Occurrences(sample, "\"id\": \"days."));
        Assert.Equal(4, Occurrences(sample, "\"label\": \"restricted\", \"basis\": \"sample\""));
        Assert.Equal(4, Occurrences(sample, "\"reason\": \"synthetic: "));
    }

    [Fact]
    public void Parameters_in_force_come_from_files_that_are_kept_elsewhere() =>
        Assert.False(RestrictedParameters.From([("days.json", Definition)], Given.Day).IsSynthetic);

    [Fact]
    public void A_malformed_value_is_refused_without_being_repeated()
    {
        RestrictedParameters parameters = RestrictedParameters.From(
            [("days.json", Definition), ("neutral.json", Definition.Replace("days.base", "days.neutral", StringComparison.Ordinal))], Given.Day);
        ParameterException fault = Assert.Throws<ParameterException>(() => FactorsToDays.Compute(Given.Factors(0.5, 0.5, 0.5, 0.5, 0.5), parameters));
        Assert.Equal("days.neutral", fault.Fault.Place);
        Assert.DoesNotContain("seventeen", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_of_a_lower_label_is_refused() => Assert.Throws<ParameterException>(() =>
        RestrictedParameters.From([("days.json", Definition.Replace("\"restricted\"", "\"open\"", StringComparison.Ordinal))], Given.Day));

    [Fact]
    public void A_day_before_the_first_value_is_refused() => Assert.Throws<ParameterException>(() =>
        FactorsToDays.Compute(Given.Factors(0.5, 0.5, 0.5, 0.5, 0.5), RestrictedParameters.Sample(new DateOnly(2021, 3, 31))));

    [Fact]
    public void A_confirmation_of_one_year_holds_on_its_last_day_and_no_longer()
    {
        Assert.Empty(RestrictedParameters.Sample(new DateOnly(2027, 4, 1)).Stale);
        Assert.Equal(
            ["baseline.maximumMissing", "baseline.years", "days.base", "days.down", "days.neutral", "days.up"],
            RestrictedParameters.Sample(new DateOnly(2027, 4, 2)).Stale);
    }

    [Fact]
    public void A_stale_parameter_is_used_and_what_follows_from_it_says_so()
    {
        RestrictedParameters stale = RestrictedParameters.Sample(new DateOnly(2027, 4, 2));
        Baseline baseline = BaselineConsumption.Of(Given.Consumption(10_500, 11_200, 10_900, 11_600, 10_800), new FiscalYear(2018), stale);
        TargetDecision target = TargetDecision.Fix("cobalt", FactorsToDays.Compute(Given.Factors(0.62, 0.35, 0.70, 0.85, 0.75), stale), []);
        AssertRestricted.Near(11_000, baseline.TonnesPerYear);
        AssertRestricted.Near(2_772.602740, StockMass.Tonnes(target, baseline).Tonnes);
        Assert.Equal(["baseline.maximumMissing", "baseline.years"], baseline.StaleParameters);
        Assert.Equal(baseline.StaleParameters, StockMass.Tonnes(target, baseline).StaleParameters);
        Assert.Empty(BaselineConsumption.Of(Given.Consumption(10_500, 11_200, 10_900, 11_600, 10_800), new FiscalYear(2018), RestrictedParameters.Sample(new DateOnly(2027, 4, 1))).StaleParameters);
    }

    [Fact]
    public void Parameters_that_are_not_in_force_yet_are_not_stale() => Assert.Empty(RestrictedParameters.From(
        [("days.json", Definition.Replace("\"from\": \"2021-04-01\"", "\"from\": \"2028-04-01\"", StringComparison.Ordinal))], new DateOnly(2027, 4, 2)).Stale);

    [Fact]
    public void The_open_set_knows_none_of_them() => Assert.DoesNotContain(
        ParameterSet.InForce(Given.Day).Entries, entry => entry.Id.StartsWith("days.", StringComparison.Ordinal) || entry.Id.StartsWith("baseline.", StringComparison.Ordinal));

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static string Resource(string name)
    {
        using StreamReader reader = new(typeof(RestrictedParameters).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
