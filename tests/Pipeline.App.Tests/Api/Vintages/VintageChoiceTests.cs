using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Api.Vintages;

/// <summary>Which vintage the words of a request mean, and how long an answer to them holds.</summary>
public sealed class VintageChoiceTests
{
    private static readonly PublishedVintage Third = new("2026Q3-00000003", 20263001, new DateTimeOffset(2026, 8, 20, 0, 0, 0, TimeSpan.Zero));
    private static readonly PublishedVintage Corrected = new("2026Q3-00000004", 20263002, new DateTimeOffset(2026, 9, 1, 23, 59, 59, TimeSpan.Zero).AddTicks(TimeSpan.TicksPerSecond - 1));
    private static readonly PublishedVintage Fourth = new("2026Q4-00000005", 20264001, new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero));
    private static readonly PublishedView Current = new(
        Fourth, new VintageManifest(Fourth.Vintage, "2026Q4", new DateOnly(2026, 11, 1), "key", "method", "code", [], ResultCounts.Of([]), [], [], [], []), new Dictionary<string, Domain.MineralAssessment>());

    [Theory]
    [InlineData(null, "2026Q4-00000005")]
    [InlineData("2026Q4-00000005", "2026Q4-00000005")]
    [InlineData("2026Q3-00000003", "2026Q3-00000003")]
    [InlineData("2026Q3", "2026Q3-00000004")]
    [InlineData("2026-08-31", "2026Q3-00000003")]
    [InlineData("2026-09-01", "2026Q3-00000004")]
    [InlineData("2026-11-19", "2026Q3-00000004")]
    [InlineData("9999-12-31", "2026Q4-00000005")]
    [InlineData("2026-08-19", null)]
    [InlineData("2026Q2", null)]
    [InlineData("2026Q3-00000009", null)]
    public async Task Words_mean_the_vintage_that_readers_had_then(string? words, string? expected) => Assert.Equal(expected, (await FindAsync(words))?.Published.Vintage);

    [Theory]
    [InlineData("2026Q4-00000005", true, true)]
    [InlineData("2026Q3-00000003", true, true)]
    [InlineData(null, false, true)]
    [InlineData("2026-09-01", false, true)]
    [InlineData("2026Q3", false, false)]
    public async Task Only_an_identifier_holds_for_good_and_a_quarter_may_be_corrected_any_time(string? words, bool isForGood, bool isSettled)
    {
        ChosenVintage chosen = (await FindAsync(words))!;

        Assert.Equal(isForGood ? Freshness.Pinned : Freshness.Latest, chosen.Freshness);
        Assert.Equal(isSettled, chosen.IsSettled);
    }

    [Fact]
    public void The_vintage_before_another_is_the_one_of_the_next_lower_ordinal()
    {
        PublishedVintage[] published = [Fourth, Third, Corrected];

        Assert.Equal(Corrected, VintageLookup.Before(published, Fourth));
        Assert.Equal(Third, VintageLookup.Before(published, Corrected));
        Assert.Null(VintageLookup.Before(published, Third));
    }

    [Fact]
    public void A_corrected_vintage_is_compared_with_the_quarter_before_and_not_with_what_it_corrects()
    {
        PublishedVintage again = new("2026Q4-00000006", 20264002, new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero));
        PublishedVintage[] published = [again, Fourth, Corrected, Third];

        Assert.Equal(Corrected, VintageLookup.OfEarlierQuarter(published, again));
        Assert.Null(VintageLookup.OfEarlierQuarter(published, Corrected));
    }

    private static Task<ChosenVintage?> FindAsync(string? words) =>
        VintageChoice.FindAsync(words, Current, () => Task.FromResult<IReadOnlyList<PublishedVintage>>([Fourth, Corrected, Third]));
}
