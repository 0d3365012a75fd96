using Pipeline.App.Api;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Api.Observations;

/// <summary>What counts as another statement of a figure.</summary>
public sealed class RevisionHistoryTests
{
    [Fact]
    public async Task While_nothing_is_known_another_period_is_no_other_statement()
    {
        RevisionHistory history = await FollowAsync(Year(2023, null), Year(2024, null), Year(2025, null));

        Assert.Equal("2026Q1", Assert.Single(Assert.Single(history.Chains)).Vintage.Vintage);
    }

    [Fact]
    public async Task Each_period_of_which_something_is_known_has_its_own_history()
    {
        RevisionHistory history = await FollowAsync(Year(2023, null), Year(2024, 7), Year(2024, 8), Year(2025, 8));

        Assert.Equal(
            [["2026Q1"], ["2026Q2", "2026Q3"], ["2026Q4"]],
            history.Chains.Select(chain => chain.Select(revision => revision.Vintage.Vintage)));
    }

    private static Task<RevisionHistory> FollowAsync(params Datum[] stated)
    {
        PublishedVintage[] vintages = [.. stated.Select((_, place) => new PublishedVintage($"2026Q{place + 1}", place, DateTimeOffset.UnixEpoch))];
        return RevisionHistory.FollowAsync(vintages, vintage => Task.FromResult(new VintageFigures(vintage, null!, [stated[vintage.Ordinal]], [])));
    }

    private static Datum Year(int year, double? value) => new("cobalt", "secondary-use", "value", FigurePath.Result("secondary-use", "value"), "1", value is null ? ResultStatus.Insufficient : ResultStatus.Ok)
    {
        Period = new CalendarYear(year), Value = value,
    };
}
