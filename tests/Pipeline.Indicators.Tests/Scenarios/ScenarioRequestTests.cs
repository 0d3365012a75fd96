using System.Text;
using Pipeline.Indicators.Scenarios;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Scenarios;

[Trait("Clause", "10.2")]
public sealed class ScenarioRequestTests
{
    [Theory]
    [InlineData("", "", "a fault in line 1, byte 1")]
    [InlineData("[]", "", "a list of 0")]
    [InlineData("{}", "/mineral", "nothing")]
    [InlineData("""{"mineral":"cobald"}""", "/mineral", "'cobald'")]
    [InlineData("""{"mineral":"cobalt","mineral":"zinc"}""", "", "a member twice")]
    [InlineData("""{"mineral":"cobalt","measure":[]}""", "/measure", "a member that is not known")]
    [InlineData("""{"mineral":"cobalt","measures":{}}""", "/measures", "an object")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"magic"}]}""", "/measures/0/kind", "'magic'")]
    [InlineData("""{"mineral":"cobalt","measures":[{}]}""", "/measures/0", "an object")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"stock","days":366}]}""", "/measures/0/days", "366")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"stock","days":60,"target":true}]}""", "/measures/0/target", "a member that is not known")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"supply","stage":"refined","country":"AUS","tonnes":-1,"displaces":"none"}]}""", "/measures/0/tonnes", "-1")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"supply","stage":"refined","country":"ATL","tonnes":1,"displaces":"none"}]}""", "/measures/0/country", "'ATL'")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"supply","stage":"refined","country":"AUS","share":1.5,"displaces":"none"}]}""", "/measures/0/share", "1.5")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"supply","stage":"refined","country":"AUS","share":1,"displaces":"none"}]}""", "/measures/0/share", "1")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"supply","stage":"refined","country":"AUS","share":0.5,"tonnes":1,"displaces":"none"}]}""", "/measures/0", "both")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"supply","stage":"refined","country":"JPN","tonnes":1,"displaces":"none"}]}""", "/measures/0/country", "JPN")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"supply","stage":"refined","country":"AUS","tonnes":1e400,"displaces":"none"}]}""", "/measures/0/tonnes", "1e400")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"supply","stage":"refined","country":"AUS","tonnes":1}]}""", "/measures/0/displaces", "nothing")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"lessUse","share":1}]}""", "/measures/0/share", "1")]
    [InlineData("""{"mineral":"cobalt","measures":[{"kind":"scenarioDemand","years":0}]}""", "/measures/0/years", "0")]
    [InlineData("""{"mineral":"cobalt","inputs":{"mineral":"cobalt","year":2024}}""", "/inputs", "both")]
    [InlineData("""{"vintage":"2026Q4-1","inputs":{"mineral":"cobalt","year":2024}}""", "/inputs", "both")]
    [InlineData("""{"inputs":{"mineral":"cobalt"}}""", "/inputs/year", "nothing")]
    [InlineData("""{"inputs":{"mineral":"cobalt","year":2024,"production":{"countries":{"ATL":1}}}}""", "/inputs/production/countries/ATL", "ATL")]
    [InlineData("""{"inputs":{"mineral":"cobalt","year":2024,"production":{"countries":{}}}}""", "/inputs/production/countries", "0")]
    [InlineData("""{"inputs":{"mineral":"cobalt","year":2024,"reserves":{"countries":{"AUS":"many"}}}}""", "/inputs/reserves/countries/AUS", "'many'")]
    [InlineData("""{"inputs":{"mineral":"cobalt","year":2024,"imports":{"refined":[{"country":"AUS","tonnes":1},{"country":"AUS","tonnes":2}]}}}""", "/inputs/imports/refined/1", "AUS twice")]
    [InlineData("""{"inputs":{"mineral":"cobalt","year":2024,"imports":{"refined":[{"country":"AUS","tonnes":1,"institutionalRisk":1.2}]}}}""", "/inputs/imports/refined/0/institutionalRisk", "1.2")]
    [InlineData("""{"inputs":{"mineral":"cobalt","year":2024,"prices":{"last":"2025-13","monthly":[1]}}}""", "/inputs/prices/last", "'2025-13'")]
    [InlineData("""{"inputs":{"mineral":"cobalt","year":2024,"prices":{"last":"2025-12","monthly":[1,0]}}}""", "/inputs/prices/monthly/1", "0")]
    [InlineData("""{"inputs":{"mineral":"cobalt","year":2024,"domestic":{"oldScrap":1}}}""", "/inputs/domestic/demand", "nothing")]
    [InlineData("""{"inputs":{"mineral":"cobalt","year":2024,"domestic":{"demand":1,"mines":[{"name":"one","production":1,"equityShare":1.1}]}}}""", "/inputs/domestic/mines/0/equityShare", "1.1")]
    [InlineData("""{"inputs":{"mineral":"cobalt","year":2024,"parametersOn":"2026"}}""", "/inputs/parametersOn", "'2026'")]
    [InlineData("""{"inputs":{"mineral":"cobalt","year":2024,"domestic":{"demand":1,"mines":[{"name":"one","production":1,"equityShare":1},{"name":"one","production":2,"equityShare":1}]}}}""", "/inputs/domestic/mines/1/name", "a name twice")]
    [InlineData("""{"inputs":{"mineral":"cobalt","year":2024,"domestic":{"demand":1,"smelters":[{"name":"one","taken":1},{"name":"two","taken":1},{"name":"one","taken":2}]}}}""", "/inputs/domestic/smelters/2/name", "a name twice")]
    public void A_request_that_cannot_be_meant_is_refused_with_its_place(string json, string path, string found)
    {
        ScenarioRequestException refused = Assert.Throws<ScenarioRequestException>(() => Read(json));
        ScenarioFault fault = Assert.Single(refused.Faults);
        Assert.Equal((path, found), (fault.Path, fault.Found));
        Assert.NotEmpty(fault.Expected);
    }

    [Fact]
    public void One_answer_names_everything_that_is_wrong() => Assert.Equal(
        ["/measures/0/tonnes", "/measures/1/share", "/measures/2/days"],
        Assert.Throws<ScenarioRequestException>(() => Read("""
            {"mineral":"cobalt","measures":[
              {"kind":"supply","stage":"refined","country":"AUS","tonnes":-1,"displaces":"none"},
              {"kind":"lessUse","share":2},
              {"kind":"stock","days":-3}]}
            """)).Faults.Select(fault => fault.Path));

    [Fact]
    public void A_long_or_odd_text_is_counted_and_not_repeated() => Assert.Equal(
        "'(a text of 200 characters)'",
        Assert.Throws<ScenarioRequestException>(() => Read($$$"""{"mineral":"{{{new string('x', 200)}}}"}""")).Faults[0].Found);

    [Theory]
    [InlineData("""{ "kind": "supply", "stage": "refined", "country": "DEU", "share": 0.7, "displaces": "largest" }""", "/measures/0/share", "a share of at most 0.6, what AUS supplies")]
    [InlineData("""{ "kind": "supply", "stage": "refined", "country": "DEU", "tonnes": 101, "displaces": "proRata" }""", "/measures/0/tonnes", "at most 100 t, what the others supply")]
    [InlineData("""{ "kind": "supply", "stage": "mine", "country": "DEU", "tonnes": 1, "displaces": "none" }""", "/measures/0", "a base with production by country")]
    public void A_measure_that_cannot_take_effect_on_the_base_says_what_could(string measure, string path, string expected)
    {
        ScenarioRequest request = Read($$$"""
            {"inputs":{"mineral":"copper","year":2024,"imports":{"refined":[{"country":"AUS","tonnes":60},{"country":"CHL","tonnes":40}]}},"measures":[{{{measure}}}]}
            """);
        ScenarioFault fault = Assert.Single(Assert.Throws<ScenarioRequestException>(() => ScenarioRun.Of(request, Given.Parameters)).Faults);
        Assert.Equal((path, expected), (fault.Path, fault.Expected));
    }

    [Fact]
    public void A_stage_that_no_trade_code_of_the_mineral_measures_cannot_be_assumed()
    {
        ScenarioRequest request = Read("""{"inputs":{"mineral":"rare-earths","year":2024,"imports":{"concentrate":[{"country":"AUS","tonnes":60}]}}}""");
        Assert.Equal("/inputs/imports/concentrate/0", Assert.Throws<ScenarioRequestException>(() => ScenarioRun.Of(request, Given.Parameters)).Faults[0].Path);
    }

    private static ScenarioRequest Read(string json) => ScenarioRequest.Read(Encoding.UTF8.GetBytes(json));
}
