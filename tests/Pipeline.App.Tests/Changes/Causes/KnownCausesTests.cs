using Pipeline.App.Changes.Causes;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Changes.Causes;

/// <summary>What a serving program keeps of the reports that were asked for.</summary>
public sealed class KnownCausesTests(VintagesByCause vintages) : IClassFixture<VintagesByCause>
{
    [Fact]
    public async Task A_report_on_two_vintages_is_computed_once()
    {
        KnownCauses known = new((before, after) => CausesReport.ComputeAsync(vintages.Account, before, after, default), default);

        Task<CausesReport> first = known.TryOf(vintages.First, vintages.WithNewYear)!;
        Task<CausesReport> again = known.TryOf(vintages.First, vintages.WithNewYear)!;
        CausesReport back = await known.TryOf(vintages.WithNewYear, vintages.First)!;

        Assert.Same(first, again);
        Assert.Equal(vintages.WithNewYear, back.Before.Vintage);
        Assert.Equal(vintages.First, (await first).Before.Vintage);
    }

    [Fact]
    public async Task A_report_that_failed_is_tried_again_by_the_next_who_asks()
    {
        KnownCauses known = new((before, after) => CausesReport.ComputeAsync(vintages.Account, before, after, default), default);
        Task<CausesReport> failed = known.TryOf("2026Q4-missing", vintages.First)!;
        await Assert.ThrowsAsync<MissingContentException>(() => failed);

        Task<CausesReport> again = known.TryOf("2026Q4-missing", vintages.First)!;

        Assert.NotSame(failed, again);
        await Assert.ThrowsAsync<MissingContentException>(() => again);
    }
}
