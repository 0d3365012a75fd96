using Pipeline.App.Functions;
using Pipeline.App.Pulling;
using Pipeline.App.Settings;
using Pipeline.Sources;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Pulling;

public sealed class PullTimersTests
{
    [Fact]
    public async Task Every_source_has_its_timer_and_is_off_until_the_settings_give_an_address()
    {
        using Publisher publisher = new(PublisherHosts.None, TimeProvider.System);
        IReadOnlyDictionary<string, TimerWork> works = PullTimers.Works(
            new PipelineSettings(), publisher, StorageAccount.Connect("UseDevelopmentStorage=true"), (_, _) => Task.CompletedTask, TimeProvider.System);

        Assert.Equal(["PullCommodityPrices", "PullGovernance", "PullMineralSummaries", "PullTradeStatistics", "SweepInbox"], works.Keys);
        List<string> lines = [];
        foreach ((string function, TimerWork work) in works.Where(work => work.Key != PullTimers.SweepInbox))
        {
            lines.Add(await work(new TimerCall(function, DateTimeOffset.UnixEpoch, IsPastDue: false), default));
        }

        Assert.Equal(
            ["pink-sheet: not pulled, the settings give no address", "wgi: not pulled, the settings give no address",
             "usgs-mcs: not pulled, the settings give no address", "mof-trade: not pulled, the settings give no address"],
            lines);
    }
}
