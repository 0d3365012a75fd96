using Pipeline.App.Overview;
using Pipeline.App.Vintages;
using Pipeline.Briefings;

namespace Pipeline.App.Tests.Overviews;

/// <summary>What the briefing of all minerals learns of files that were refused: how many of which source, and no name.</summary>
public sealed class AbsentSourcesTests
{
    [Fact]
    public void Refused_files_are_counted_by_source_and_a_source_without_a_file_has_none() => Assert.Equal(
        [new AbsentSource("mof-trade", 2), new AbsentSource(null, 1), new AbsentSource("pink-sheet", 0)],
        OverviewMaker.AbsentOf(
        [
            new MissingSource("mof-trade", "a.csv", "fault"), new MissingSource(null, "minutes of a meeting.xlsx", "fault"),
            new MissingSource("mof-trade", "b.csv", "fault"), new MissingSource("mof-trade", "b.csv", "another fault"),
            new MissingSource("pink-sheet", MissingSource.NoFile, "fault"),
        ]));
}
