using System.Text;
using Microsoft.Extensions.Primitives;
using Pipeline.App.Portal;
using Pipeline.Indicators.Scenarios;

namespace Pipeline.App.Tests.Portal;

/// <summary>What is typed into the form of a scenario, and the scenario that it means.</summary>
public sealed class WhatIfInputTests
{
    [Theory]
    [InlineData("kind=smelter&country=AUS&amount=25&unit=percent&displaces=largest", """{"mineral":"cobalt","measures":[{"kind":"smelter","share":0.25,"country":"AUS","displaces":"largest"}]}""")]
    [InlineData("kind=concentrate&country=CHL&amount=1,200.5&unit=tonnes&displaces=none", """{"mineral":"cobalt","measures":[{"kind":"supply","stage":"concentrate","tonnes":1200.5,"country":"CHL","displaces":"none"}]}""")]
    [InlineData("kind=mine&country=CAN&amount=2.5&unit=percent&displaces=proRata", """{"mineral":"cobalt","measures":[{"kind":"supply","stage":"mine","share":0.025,"country":"CAN","displaces":"proRata"}]}""")]
    [InlineData("kind=smelter&country=AUS&amount=１，２００&unit=tonnes&displaces=largest", """{"mineral":"cobalt","measures":[{"kind":"smelter","tonnes":1200,"country":"AUS","displaces":"largest"}]}""")]
    [InlineData("kind=smelter&country=AUS&amount=1,234,567.5&unit=tonnes&displaces=largest", """{"mineral":"cobalt","measures":[{"kind":"smelter","tonnes":1234567.5,"country":"AUS","displaces":"largest"}]}""")]
    [InlineData("kind=equity-mine&amount=.5", """{"mineral":"cobalt","measures":[{"kind":"equity","in":"mine","tonnes":0.5}]}""")]
    [InlineData("kind=equity-mine&amount=40", """{"mineral":"cobalt","measures":[{"kind":"equity","in":"mine","tonnes":40}]}""")]
    [InlineData("kind=old-scrap&amount=10&unit=percent", """{"mineral":"cobalt","measures":[{"kind":"recycling","component":"oldScrap","ratePoints":0.1}]}""")]
    [InlineData("kind=less-use&amount=１０", """{"mineral":"cobalt","measures":[{"kind":"lessUse","share":0.1}]}""")]
    public void A_form_means_the_scenario_that_the_api_takes(string fields, string json)
    {
        WhatIfInput input = WhatIfInput.Of(Fields("mineral=cobalt&" + fields));

        Assert.Empty(input.Faults);
        Assert.Equal(json, Encoding.UTF8.GetString(input.Json()));
        Assert.Equal("cobalt", ScenarioRequest.Read(input.Json()).Mineral);
    }

    [Theory]
    [InlineData("kind=smelter&amount=25&displaces=largest", "country")]
    [InlineData("kind=smelter&country=ATLANTIS&amount=25&displaces=largest", "country")]
    [InlineData("kind=concentrate&country=JPN&amount=25&displaces=largest", "country")]
    [InlineData("kind=smelter&country=AUS&amount=&displaces=largest", "amount")]
    [InlineData("kind=smelter&country=AUS&amount=0&displaces=largest", "amount")]
    [InlineData("kind=smelter&country=AUS&amount=-5&displaces=largest", "amount")]
    [InlineData("kind=smelter&country=AUS&amount=101&displaces=largest", "amount")]
    [InlineData("kind=smelter&country=AUS&amount=1e3&unit=tonnes&displaces=largest", "amount")]
    [InlineData("kind=smelter&country=AUS&amount=2,5&unit=percent&displaces=largest", "amount")]
    [InlineData("kind=smelter&country=AUS&amount=12,50&unit=tonnes&displaces=largest", "amount")]
    [InlineData("kind=smelter&country=AUS&amount=1200,500&unit=tonnes&displaces=largest", "amount")]
    [InlineData("kind=smelter&country=AUS&amount=1.200,5&unit=tonnes&displaces=largest", "amount")]
    [InlineData("kind=smelter&country=AUS&amount=,250&unit=tonnes&displaces=largest", "amount")]
    [InlineData("kind=smelter&country=AUS&amount=.&unit=tonnes&displaces=largest", "amount")]
    [InlineData("kind=smelter&country=AUS&amount=100&displaces=none", "amount")]
    [InlineData("kind=smelter&country=AUS&amount=25&displaces=everybody", "displaces")]
    [InlineData("kind=less-use&amount=100", "amount")]
    public void What_cannot_be_meant_is_named_by_its_field(string fields, string field)
    {
        (string found, _) = Assert.Single(WhatIfInput.Of(Fields("mineral=cobalt&" + fields)).Faults);

        Assert.Equal(field, found);
    }

    [Fact]
    public void A_measure_without_a_supplier_takes_no_country_from_the_form() =>
        Assert.DoesNotContain("AUS", Encoding.UTF8.GetString(WhatIfInput.Of(Fields("mineral=cobalt&kind=less-use&amount=10&country=AUS")).Json()), StringComparison.Ordinal);

    private static Dictionary<string, StringValues> Fields(string form) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(form);
}
