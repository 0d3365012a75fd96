using Pipeline.App.Pulling;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Pulling;

public sealed class SnapshotChoiceTests
{
    private static readonly DateOnly LastDay = new(2026, 9, 30);

    [Fact]
    public void What_became_known_after_the_quarter_is_left_to_the_next_one()
    {
        Snapshot[] snapshots = [Of("a", known: null), Of("b", known: "2026-09-30T23:59:59Z"), Of("c", known: "2026-10-01T00:00:00Z")];

        Assert.Equal("b", Assert.Single(SnapshotChoice.For(snapshots, LastDay)).Hash);
        Assert.Equal("c", Assert.Single(SnapshotChoice.For(snapshots, LastDay.AddDays(1))).Hash);
        Assert.Equal("a", Assert.Single(SnapshotChoice.For(snapshots, new DateOnly(2025, 3, 31))).Hash);
    }

    [Fact]
    public void The_day_is_that_of_universal_time_wherever_the_record_was_made() =>
        Assert.Equal("b", Assert.Single(SnapshotChoice.For([Of("a", known: null), Of("b", known: "2026-10-01T08:59:59+09:00")], LastDay)).Hash);

    [Fact]
    public void Of_bytes_known_at_the_same_time_those_obtained_last_win_then_the_greater_hash()
    {
        Assert.Equal("a", Choose(Of("b", "2026-08-01T00:00:00Z", obtained: 1), Of("a", "2026-08-01T00:00:00Z", obtained: 2)));
        Assert.Equal("b", Choose(Of("b", "2026-08-01T00:00:00Z", obtained: 1), Of("a", "2026-08-01T00:00:00Z", obtained: 1)));
        Assert.Equal("a", Choose(Of("b", known: null, obtained: 1), Of("a", known: null, obtained: 2)));
        Assert.Equal("b", Choose(Of("b", "2026-08-02T00:00:00Z", obtained: 1), Of("a", "2026-08-01T00:00:00Z", obtained: 2)));
    }

    [Fact]
    public void Each_file_of_each_source_is_chosen_by_itself_and_the_order_does_not_depend_on_the_input()
    {
        Snapshot[] snapshots =
        [
            Of("4", known: null, source: "wgi", file: "a.csv"), Of("3", known: null, source: "mof-trade", file: "b.csv"),
            Of("2", known: null, source: "mof-trade", file: "a.csv"), Of("1", known: null, source: "mof-trade", file: "B.csv"),
        ];

        Assert.Equal(["1", "2", "3", "4"], SnapshotChoice.For(snapshots, LastDay).Select(snapshot => snapshot.Hash));
        Assert.Equal(["1", "2", "3", "4"], SnapshotChoice.For(snapshots.Reverse(), LastDay).Select(snapshot => snapshot.Hash));
    }

    [Fact]
    public void A_file_of_which_nothing_was_known_yet_is_not_there() =>
        Assert.Empty(SnapshotChoice.For([Of("a", known: "2026-12-01T00:00:00Z")], LastDay));

    [Theory]
    [InlineData("2026-11-20T00:00:00Z", null, "2026-11-20T00:00:00Z")]
    [InlineData("2026-11-20T00:00:00Z", "2026-11-19T00:00:00Z", "2026-11-20T00:00:00Z")]
    [InlineData("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z")] // the earlier bytes were still there the day after
    [InlineData("2026-11-23T00:00:00Z", null, "2026-11-22T00:00:00Z")] // still to come
    [InlineData("1970-01-01T00:00:00Z", null, "2026-11-22T00:00:00Z")] // a server without a date
    [InlineData(null, "2026-11-19T00:00:00Z", "2026-11-22T00:00:00Z")]
    public void A_date_that_cannot_be_true_gives_way_to_the_time_obtained(string? lastModified, string? earlierSeen, string expected) =>
        Assert.Equal(Time(expected), SnapshotTaker.KnownAt(new Timing(Time(lastModified), Time(earlierSeen)), Time("2026-11-22T00:00:00Z")!.Value));

    private static string Choose(params Snapshot[] snapshots) => Assert.Single(SnapshotChoice.For(snapshots, LastDay)).Hash;

    private static DateTimeOffset? Time(string? text) => text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Snapshot Of(string hash, string? known, int obtained = 1, string source = "wgi", string file = "WGIData.csv") => new(hash, 1, new SnapshotRecord
    {
        SourceId = source,
        FileName = file,
        Publisher = "publisher",
        Title = "title",
        Licence = "licence",
        Citation = "citation",
        ObtainedAt = new DateTimeOffset(2026, 11, obtained, 0, 0, 0, TimeSpan.Zero),
        KnownAt = Time(known),
        Illustrative = false,
    });
}
