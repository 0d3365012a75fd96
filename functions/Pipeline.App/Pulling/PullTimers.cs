using Pipeline.App.Functions;
using Pipeline.App.Settings;
using Pipeline.Sources;
using Pipeline.Storage;

namespace Pipeline.App.Pulling;

/// <summary>The timers that bring files in, by the names of their functions.</summary>
internal static class PullTimers
{
    /// <summary>Name of the function that takes dropped files.</summary>
    public const string SweepInbox = nameof(SweepInbox);

    /// <summary>Function, source and addresses of each pull.</summary>
    private static readonly (string Function, string Source, Func<PipelineSettings, IReadOnlyList<PullAddress>> Addresses)[] Pulls =
    [
        ("PullTradeStatistics", "mof-trade", settings => settings.TradeStatisticsAddresses),
        ("PullMineralSummaries", "usgs-mcs", settings => settings.MineralSummariesAddresses),
        ("PullCommodityPrices", "pink-sheet", settings => settings.CommodityPricesAddresses),
        ("PullGovernance", "wgi", settings => settings.GovernanceAddresses),
    ];

    /// <summary>Name of the function that fetches a source, or none for one that is handed in.</summary>
    public static string? FunctionOf(string source) => Pulls.Where(pull => pull.Source == source).Select(pull => pull.Function).FirstOrDefault();

    /// <summary>The work of every timer that brings files in.</summary>
    /// <param name="settings">Addresses.</param>
    /// <param name="publisher">Client that asks publishers; it lives as long as the work.</param>
    /// <param name="storage">Storage.</param>
    /// <param name="startRead">Starts the read of a snapshot; it may be called again for the same snapshot.</param>
    /// <param name="clock">The clock.</param>
    public static IReadOnlyDictionary<string, TimerWork> Works(
        PipelineSettings settings, Publisher publisher, StorageAccount storage, Func<Snapshot, CancellationToken, Task> startRead, TimeProvider clock)
    {
        SortedDictionary<string, TimerWork> works = new(StringComparer.Ordinal)
        {
            [SweepInbox] = new SweepInboxWork(storage, startRead, clock).RunAsync,
        };
        foreach ((string function, string source, Func<PipelineSettings, IReadOnlyList<PullAddress>> addresses) in Pulls)
        {
            SourcePull pull = SourcePulls.All.Single(one => one.Source == source);
            works.Add(function, new PullWork(pull, addresses(settings), publisher, storage, startRead, clock).RunAsync);
        }

        return works;
    }
}
