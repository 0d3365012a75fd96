namespace Pipeline.Sources.UsgsMcs;

/// <summary>Mineral Commodity Summaries: one edition a year, corrected in the months after it appears.</summary>
internal sealed class MineralSummariesPull : SourcePull
{
    private static readonly int LatestPosting = new DateOnly(2026, 2, 6).DayOfYear;

    public override string Source => "usgs-mcs";

    /// <summary>A year, and the weeks by which one edition has come later than the one before.</summary>
    public override int LateAfterDays => 400;

    /// <summary>The edition of the year once the latest day on which one was posted has passed, until then that of the year before.</summary>
    protected override IEnumerable<int> Years(DateOnly day) => [day.DayOfYear > LatestPosting ? day.Year : day.Year - 1];
}
