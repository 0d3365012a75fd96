using System.Globalization;
using System.Text.Json;
using Pipeline.Domain;
using Pipeline.Restricted.Tests.Support;

namespace Pipeline.Restricted.Tests;

/// <summary>A restricted value cannot be read without a purpose, in whatever way.</summary>
[Trait("Clause", "11")]
public sealed class RestrictedTests
{
    private static readonly Restricted<double> Secret = new(91.74);

    [Fact]
    public void It_has_no_text_form()
    {
        Assert.Equal("(restricted)", Secret.ToString());
        Assert.Equal("(restricted)", string.Format(CultureInfo.InvariantCulture, "{0:0.00}", Secret));
        Assert.Equal("(restricted)", $"{Secret}");
    }

    [Fact]
    public void It_cannot_be_written_as_JSON_whatever_it_stands_in()
    {
        ComputedDays days = FactorsToDays.Compute(Given.Factors(0.62, 0.35, 0.70, 0.85, 0.75), Given.Sample);
        Assert.All(new[] { JsonSerializerOptions.Default, PipelineJson.Options, PipelineJson.Indented }, options =>
        {
            Assert.Throws<RefusedException>(() => JsonSerializer.Serialize(Secret, options));
            Assert.Throws<RefusedException>(() => JsonSerializer.Serialize(new[] { Secret }, options));
            Assert.Throws<RefusedException>(() => JsonSerializer.Serialize<object>(Secret, options));
            Assert.Throws<RefusedException>(() => JsonSerializer.Serialize(days, options));
            Assert.Throws<RefusedException>(() => JsonSerializer.Deserialize<Restricted<double>>("1", options));
        });
    }

    [Fact]
    public void It_can_be_neither_compared_nor_formatted()
    {
        Type[] interfaces = typeof(Restricted<double>).GetInterfaces();
        Assert.Empty(interfaces);
        Assert.False(Secret.Equals(new Restricted<double>(91.74)));
        Assert.NotEqual(Secret.GetHashCode(), new Restricted<double>(91.74).GetHashCode());
        Assert.Empty(typeof(Restricted<double>).GetProperties());
        Assert.Empty(typeof(Restricted<double>).GetFields());
    }

    [Fact]
    public void It_is_revealed_for_a_stated_purpose_only()
    {
        Assert.Throws<ArgumentException>(() => Secret.Reveal(" "));
        AssertRestricted.Near(91.74, Secret);
    }

    [Fact]
    public void What_follows_from_it_is_restricted_too()
    {
        AssertRestricted.Near(183.48, Secret.Derive(days => days * 2));
        AssertRestricted.Near(92.74, Secret.Combine(new Restricted<double>(1), (left, right) => left + right));
    }

    [Fact]
    public void Results_show_no_value_when_they_are_printed()
    {
        ComputedDays days = FactorsToDays.Compute(Given.Factors(0.62, 0.35, 0.70, 0.85, 0.75), Given.Sample);
        Baseline baseline = Given.Baseline(10_500, 11_200, 10_900, 11_600, 10_800);
        Assert.All(new object[] { days, days.Parts[0], baseline, TargetDecision.Fix("cobalt", days, []) }, result =>
        {
            Assert.Contains("(restricted)", result.ToString()!, StringComparison.Ordinal);
            Assert.DoesNotMatch("[0-9]{2}\\.[0-9]|11,?000", result.ToString()!);
        });
    }

    [Fact]
    public void Every_public_result_of_a_restricted_rule_holds_its_numbers_as_restricted()
    {
        Type[] numbers = [typeof(double), typeof(double?), typeof(decimal), typeof(int), typeof(int?)];
        string[] open = [.. typeof(Restricted<>).Assembly.GetExportedTypes()
            .Where(type => !type.IsEnum && !typeof(Exception).IsAssignableFrom(type))
            .SelectMany(type => type.GetProperties().Where(property => numbers.Contains(property.PropertyType)).Select(property => $"{type.Name}.{property.Name}"))];
        Assert.Empty(open);
    }
}
