namespace Pipeline.Sources.MofTrade;

/// <summary>Trade statistics: a file a year and section, revised until the year is confirmed.</summary>
internal sealed class TradeStatisticsPull : SourcePull
{
    /// <summary>The file of a year is complete with the figures of December, which come out at the end of January.</summary>
    private const int FirstMonthOfLastYear = 3;

    public override string Source => "mof-trade";

    /// <summary>From the confirmed figures of March to the final ones of November, and a month.</summary>
    public override int LateAfterDays => 270;

    /// <summary>A whole year by country is about a hundred megabytes.</summary>
    public override long LargestAnswer => 256L * 1024 * 1024;

    /// <summary>The two last whole years: a year is final in November of the next, and files are put right afterwards.</summary>
    protected override IEnumerable<int> Years(DateOnly day)
    {
        int last = day.Month >= FirstMonthOfLastYear ? day.Year - 1 : day.Year - 2;
        return [last - 1, last];
    }
}
