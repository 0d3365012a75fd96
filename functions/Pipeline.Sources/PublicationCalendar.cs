namespace Pipeline.Sources;

/// <summary>From which day the figures of a file could be known, where the file itself does not say it. A vintage uses nothing that became known after its quarter.</summary>
internal static class PublicationCalendar
{
    /// <summary>Days on which the editions of the Mineral Commodity Summaries were first posted, as stated by the publisher.</summary>
    private static readonly SortedDictionary<int, DateOnly> Summaries = new()
    {
        [2022] = new DateOnly(2022, 1, 31),
        [2023] = new DateOnly(2023, 1, 31),
        [2025] = new DateOnly(2025, 1, 31),
        [2026] = new DateOnly(2026, 2, 6),
    };

    /// <summary>Day on which an edition of the Mineral Commodity Summaries was first posted, or none for an edition not listed.</summary>
    public static DateOnly? MineralSummaries(int edition) => Summaries.TryGetValue(edition, out DateOnly day) ? day : null;

    /// <summary>Confirmed figures (確定) of a year of trade appear by the end of November of the next year.</summary>
    public static DateOnly ConfirmedTrade(int year) => new(year + 1, 11, 30);

    /// <summary>The governance indicators are released in September; the end of the month is taken.</summary>
    public static DateOnly GovernanceRelease(int release) => new(release, 9, 30);
}
