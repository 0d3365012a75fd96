using Pipeline.Domain;

namespace Pipeline.Sources.Tests.MarketOutlook;

/// <summary>The invented outlook as it lies in the repository.</summary>
public sealed class StarterOutlookTests
{
    private static readonly Lazy<StarterFeed> Feed = new(() =>
        Assert.Single(Sources.StarterFeeds.Load(PublisherFile.StarterFolder), feed => feed.Entry.Source == "market-outlook"));

    private static readonly Lazy<IReadOnlyList<Observation>> Read = new(() => SourceReaders.Read(Feed.Value.File).Observations);

    [Fact]
    public void Every_figure_and_the_file_itself_are_marked_illustrative()
    {
        Assert.True(Feed.Value.Entry.Illustrative);
        Assert.All(Read.Value, one => Assert.True(one.Cell.Illustrative));
        Assert.All(Read.Value.OfType<OutlookObservation>(), one => Assert.StartsWith("Invented figures", one.Citation, StringComparison.Ordinal));
    }

    [Fact]
    public void Five_minerals_have_three_quantities_in_three_cases_from_2022_to_2035()
    {
        OutlookObservation[] years = [.. Read.Value.OfType<OutlookObservation>()];

        Assert.Equal(["cobalt", "copper", "lithium", "nickel", "rare-earths"], years.Select(one => one.Mineral).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(5 * 3 * 3 * 14, years.Length);
        Assert.Equal(years.Length, years.Select(one => (one.Mineral, one.Quantity, one.Case, one.Period)).Distinct().Count());
        Assert.Equal((2022, 2035), (years.Min(one => one.Period.EndYear), years.Max(one => one.Period.EndYear)));
    }

    [Fact]
    public void History_is_the_same_in_every_case() => Assert.All(
        Read.Value.OfType<OutlookObservation>().Where(one => one.Period.EndYear <= one.IssuedOn.Year).GroupBy(one => (one.Mineral, one.Quantity, one.Period)),
        year => Assert.Single(year.Select(one => one.Value.Point).Distinct()));

    [Fact]
    public void Invented_prices_are_given_only_for_a_mineral_without_a_real_series_that_can_be_used()
    {
        PriceObservation[] prices = [.. Read.Value.OfType<PriceObservation>()];

        Assert.Equal(["market-outlook/lithium/carbonate"], prices.Select(one => one.Series).Distinct());
        Assert.Equal(72, prices.Length);
        Assert.Equal(("2019-12", "2025-11"), (prices[0].Period.Code, prices[^1].Period.Code));
        Assert.All(prices, one => Assert.Equal(0, one.Value.Point!.Value % 1000));
    }
}
