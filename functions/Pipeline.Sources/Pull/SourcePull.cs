using Pipeline.Domain;

namespace Pipeline.Sources;

/// <summary>Which files a source has to fetch, and what to expect of them.</summary>
public abstract class SourcePull
{
    private const long Megabyte = 1024 * 1024;
    private static readonly string[] Descriptions = [".xml", ".txt", ".pdf", ".html"];

    /// <summary>Source.</summary>
    public abstract string Source { get; }

    /// <summary>Days without new figures after which the source is late: the publisher's longest interval and a margin.</summary>
    public abstract int LateAfterDays { get; }

    /// <summary>Largest answer that is taken, in bytes, packed or unpacked.</summary>
    public virtual long LargestAnswer => 64 * Megabyte;

    /// <summary>What to fetch on a day.</summary>
    /// <param name="addresses">Addresses of the settings.</param>
    /// <param name="day">The day.</param>
    /// <returns>Targets in order of file name, one an address and, for a yearly address, one a year.</returns>
    /// <exception cref="PublisherAddressException">Two targets have the same file name: each would replace the other.</exception>
    public IReadOnlyList<PullTarget> Targets(IReadOnlyList<PullAddress> addresses, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        PullTarget[] targets =
        [
            .. addresses.SelectMany(address => (address.IsYearly ? Years(day) : [day.Year]).Select(year => address.Target(Source, year)))
                .OrderBy(target => target.FileName, StringComparer.Ordinal),
        ];
        return targets.GroupBy(target => target.FileName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new PublisherAddressException(new Fault(
                $"addresses of {Source}", twice.Key, "a file name of its own for each address", "two of the same name",
                "give each a name of its own after #, or remove one"))
            : targets;
    }

    /// <summary>True for a member of the publisher's archive that describes the data and is passed over; every other must be a file of the source.</summary>
    /// <param name="member">Name of the member.</param>
    public virtual bool IsDescription(string member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.StartsWith("README", StringComparison.OrdinalIgnoreCase)
            || Descriptions.Any(extension => member.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Years whose file the publisher may still change on this day.</summary>
    protected abstract IEnumerable<int> Years(DateOnly day);
}

/// <summary>The pull side of every source that is fetched.</summary>
public static class SourcePulls
{
    /// <summary>All of them, in order of source.</summary>
    public static IReadOnlyList<SourcePull> All { get; } =
        [new MofTrade.TradeStatisticsPull(), new PinkSheet.CommodityPricesPull(), new UsgsMcs.MineralSummariesPull(), new Governance.GovernancePull()];
}
