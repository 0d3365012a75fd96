using Pipeline.App.Changes.Causes;

namespace Pipeline.App.Tests.Changes.Causes;

/// <summary>How many reports may wait for the one that is being computed.</summary>
public sealed class WaitingCausesTests
{
    [Fact]
    public async Task Four_reports_wait_for_the_one_that_is_computed_and_a_fifth_is_refused_until_they_are_done()
    {
        TaskCompletionSource<CausesReport> held = new();
        KnownCauses known = new((_, _) => held.Task, default);
        Task<CausesReport>[] asked = [.. Enumerable.Range(1, 5).Select(place => known.TryOf("before", $"after {place}")!)];

        Assert.All(asked, Assert.NotNull);
        Assert.Null(known.TryOf("before", "after 6"));
        // A report that waits already is nothing more to do.
        Assert.Same(asked[4], known.TryOf("before", "after 5"));

        held.SetResult(null!);
        await Task.WhenAll(asked);
        Assert.NotNull(known.TryOf("before", "after 6"));
    }
}
