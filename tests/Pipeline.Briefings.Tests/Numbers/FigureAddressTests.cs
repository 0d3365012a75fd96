using System.Text.Json;
using Pipeline.Briefings.Numbers;
using Pipeline.Briefings.Tests.Content;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Numbers;

public sealed class FigureAddressTests
{
    private static readonly FigureResolver Resolver = new(Fixtures.All);

    [Theory]
    [InlineData("cobalt/production-concentration/score", 0.5835, "1")]
    [InlineData("cobalt/reserve-concentration/scoreHigh", 0.3521, "1")]
    [InlineData("cobalt/import-stability-refined/importConcentration", 0.1932, "1")]
    [InlineData("cobalt/production-concentration/contributions/COD/share", 0.76, "1")]
    [InlineData("cobalt/indicators/scored/count", 4, "1")]
    [InlineData("cobalt/imports/2021/total", 9300, "t")]
    [InlineData("cobalt/imports/2024/average", 9360, "t")]
    [InlineData("cobalt/partners/refined/FIN/share", 0.31, "1")]
    [InlineData("cobalt/partners/refined/top3/share", 0.66, "1")]
    [InlineData("cobalt/partners/refined/after10/count", 2, "1")]
    [InlineData("cobalt/partners/refined/count", 12, "1")]
    [InlineData("cobalt/countries/mine-production/cobalt/contained-metal/COD/value", 220_000, "t")]
    [InlineData("cobalt/countries/mine-production/cobalt/contained-metal/top3/share", 0.888, "1")]
    [InlineData("cobalt/self-sufficiency/value", 103, "percent")]
    [InlineData("cobalt/self-sufficiency/components/c3+c5/share", 0.31, "1")]
    [InlineData("copper/self-sufficiency/published/1/value", 50.1, "percent")]
    [InlineData("copper/prices/CY2024", 9142, "USD/t")]
    [InlineData("copper/outlook/demand/base/contained-metal/2026/value", 28_749_999, "t")]
    [InlineData("cobalt/trade-codes/810520/content-factor", 0.9, "t/t")]
    [InlineData("cobalt/parameters/result.coverage.ok", 0.85, "1")]
    public void An_address_leads_to_its_figure_and_comes_back_as_text(string text, double value, string unit)
    {
        FigureAddress address = FigureAddress.Parse(text);
        ResolvedFigure figure = Resolver.Resolve(address);
        Assert.Equal(value, figure.Value, 1e-9);
        Assert.Equal(unit, figure.Unit);
        Assert.NotEmpty(figure.Evidence);
        Assert.Equal(text, address.Text);
        Assert.Equal(address, JsonSerializer.Deserialize<FigureAddress>(JsonSerializer.Serialize(address, PipelineJson.Options), PipelineJson.Options));
    }

    [Theory]
    [InlineData("cobalt")]
    [InlineData("/production-concentration/score")]
    [InlineData("cobalt//score")]
    [InlineData("cobalt/production concentration/score")]
    public void A_text_that_is_no_address_is_refused(string text) => Assert.Throws<FigureAddressException>(() => FigureAddress.Parse(text));

    [Theory]
    [InlineData("iron/production-concentration/score")]
    [InlineData("cobalt/secondary-use/score")]
    [InlineData("cobalt/imports/1999/total")]
    [InlineData("cobalt/partners/refined/top13/share")]
    [InlineData("cobalt/partners/refined/TWN/risk")]
    [InlineData("cobalt/countries/mine-production/cobalt/contained-metal/USA/value")]
    [InlineData("cobalt/prices/2022-07")]
    [InlineData("cobalt@previous/production-concentration/score")]
    [InlineData("cobalt/factor-import-dependence/score")]
    public void An_address_that_leads_to_no_single_number_is_refused(string text)
    {
        FigureAddressException refused = Assert.Throws<FigureAddressException>(() => Resolver.Resolve(FigureAddress.Parse(text)));
        Assert.Equal(text, refused.Fault.Place);
    }

    [Fact]
    public void The_vintage_before_and_what_has_moved_since_have_addresses_of_their_own()
    {
        MineralAssessment before = Fixtures.Cobalt with
        {
            Results = [.. Fixtures.Cobalt.Results.Select(result => result.Indicator == IndicatorId.ProductionConcentration ? result with { Score = 0.5 } : result)],
        };
        LargeChange change = new("cobalt", IndicatorId.ProductionConcentration, [new ChangeCause(["newData"], 0.06), new ChangeCause(["parameters"], null)]);
        FigureResolver resolver = new([Fixtures.Cobalt], [before], [change]);
        Assert.Equal(0.5, resolver.Resolve(FigureAddress.Parse("cobalt@previous/production-concentration/score")).Value);
        Assert.Equal(0.5835, resolver.Resolve(FigureAddress.Parse("cobalt/production-concentration/score")).Value);
        ResolvedFigure moved = resolver.Resolve(FigureAddress.Parse("cobalt/production-concentration/change/score"));
        Assert.Equal(0.0835, moved.Value, 1e-12);
        Assert.Equal(("now - before", 0.5835, 0.5), (moved.Formulas[^1].Expression, moved.Evidence[0].Value, moved.Evidence[1].Value));
        Assert.Equal(0.06, resolver.Resolve(FigureAddress.Parse("cobalt/production-concentration/change/score/causes/1")).Value);
        foreach (string nowhere in new[] { "cobalt/production-concentration/change/score/causes/2", "cobalt/reserve-concentration/change/score/causes/1", "cobalt/secondary-use/change/score" })
            Assert.Throws<FigureAddressException>(() => resolver.Resolve(FigureAddress.Parse(nowhere)));
    }

    [Fact]
    public void A_figure_without_evidence_is_an_error()
    {
        MineralAssessment bare = Fixtures.Cobalt with { Results = [new IndicatorResult(IndicatorId.PriceFluctuation, "cobalt", Stage.Trade, ResultStatus.Ok, "1/year") { Score = 0.5 }] };
        Assert.Throws<MissingEvidenceException>(() => new FigureResolver([bare]).Resolve(FigureAddress.Parse("cobalt/price-fluctuation/score")));
    }

    [Fact]
    public void A_figure_of_an_illustrative_source_says_so() =>
        Assert.True(Resolver.Resolve(FigureAddress.Parse("gallium/countries/primary-production/gallium/contained-metal/CHN/value")).Illustrative);
}
