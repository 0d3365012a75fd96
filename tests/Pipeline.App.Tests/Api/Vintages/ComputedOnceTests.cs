using Pipeline.App.Vintages;

namespace Pipeline.App.Tests.Api.Vintages;

/// <summary>Values that take the whole machine for some seconds, asked for by many.</summary>
public sealed class ComputedOnceTests
{
    private const int Kept = 2;

    private readonly TaskCompletionSource held = new();
    private readonly List<int> computed = [];

    [Fact]
    public async Task One_is_computed_and_four_wait_however_few_are_kept_and_none_is_given_up_while_it_waits()
    {
        ComputedOnce<int, int> values = Values();
        List<Task<int>> asked = [.. Enumerable.Range(1, 5).Select(key => values.TryOf(key)!)];

        Assert.All(asked, Assert.NotNull);
        Assert.Null(values.TryOf(6));
        Assert.Same(asked[0], values.TryOf(1));
        held.SetResult();
        int[] found = await Task.WhenAll(asked);
        Assert.Equal([1, 2, 3, 4, 5], found);
        Assert.Equal([1, 2, 3, 4, 5], computed);
    }

    [Fact]
    public async Task When_all_are_done_no_more_are_kept_than_may_be_and_the_oldest_went_first()
    {
        held.SetResult();
        ComputedOnce<int, int> values = Values();
        foreach (int key in new List<int> { 1, 2, 3, 2, 3, 1 })
        {
            Assert.Equal(key, await values.TryOf(key)!);
        }

        // The third took the place of the first, which was computed again when it was asked for again.
        Assert.Equal([1, 2, 3, 1], computed);
    }

    private ComputedOnce<int, int> Values() => new(
        async key =>
        {
            await held.Task;
            computed.Add(key);
            return key;
        },
        Kept,
        default);
}
