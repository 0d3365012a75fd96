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
    public void The_open_set_knows_none_of_them() => Assert.DoesNotContain(
        ParameterSet.InForce(Given.Day).Entries, entry => entry.Id.StartsWith("days.", StringComparison.Ordinal) || entry.Id.StartsWith("baseline.", StringComparison.Ordinal));

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static string Resource(string name)
    {
        using StreamReader reader = new(typeof(RestrictedParameters).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
