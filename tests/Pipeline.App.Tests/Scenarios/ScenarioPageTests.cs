using System.Text;
using System.Text.RegularExpressions;
using Pipeline.App.Tests.Running;
using Pipeline.Indicators.Scenarios;

namespace Pipeline.App.Tests.Scenarios;

/// <summary>The page that describes the JSON of a scenario.</summary>
public sealed partial class ScenarioPageTests
{
    private static readonly string Text = File.ReadAllText(RepositoryFolder.Path("infra", "scenarios.md"));

    [Fact]
    public void The_example_of_the_page_is_the_file_that_it_names()
    {
        string shown = Example().Match(Text).Groups[1].Value;
        Assert.Equal(File.ReadAllText(RepositoryFolder.Path("infra", "cobalt-smelter.scenario.json")), shown);
        Assert.Equal("cobalt", ScenarioRequest.Read(Encoding.UTF8.GetBytes(shown)).Mineral);
    }

    [Theory]
    [InlineData("""{"kind":"no"}""")]
    [InlineData("""{"kind":"supply","":0}""")]
    [InlineData("""{"kind":"smelter","":0}""")]
    [InlineData("""{"kind":"equity","":0}""")]
    [InlineData("""{"kind":"recycling","":0}""")]
    [InlineData("""{"kind":"lessUse","":0}""")]
    [InlineData("""{"kind":"scenarioDemand","":0}""")]
    [InlineData("""{"kind":"stock","":0}""")]
    public void Every_member_that_a_refusal_names_is_on_the_page(string measure)
    {
        ScenarioRequestException refused = Assert.Throws<ScenarioRequestException>(() => ScenarioRequest.Read(Encoding.UTF8.GetBytes($$"""{"mineral":"cobalt","measures":[{{measure}}]}""")));
        string expected = refused.Faults[0].Expected;
        string[] names = [.. expected[(expected.LastIndexOf(" of ", StringComparison.Ordinal) + 4)..].Replace("the members ", string.Empty, StringComparison.Ordinal).Split(", ")];

        Assert.True(names.Length > 1, expected);
        Assert.All(names, name => Assert.Contains($"`{name}`", Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_example_is_named_where_it_stands() => Assert.Contains("tests/Pipeline.App.Tests/Scenarios", Text, StringComparison.Ordinal);

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
