using System.Text;
using Pipeline.App.Refresh;
using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Runs;

/// <summary>Name of the collection of tests that look at one storage with a revision and change nothing in it.</summary>
[CollectionDefinition(Name)]
public sealed class RevisedCollection : ICollectionFixture<RevisedStorage>
{
    /// <summary>Name for the attribute.</summary>
    public const string Name = "A storage with a revision and three quarters";
}

/// <summary>
/// The vintage of 2026Q4 is published; then a revision of the mineral summaries is stored that was known on 15 August 2026, in which 26,000 t
/// of cobalt mined in 2024 have moved from Congo to Australia. Trials before and after it, and a backfill of a quarter without any data, the
/// quarter before the revision and the quarter of the revision. Made once for all tests that look at it.
/// </summary>
public sealed class RevisedStorage : EmptyRunStorage
{
    /// <summary>Name of the revised file.</summary>
    public const string File = "MCS2026_Commodities_Data.csv";

    internal new StorageAccount Account => base.Account;

    internal PublishedVintage Current { get; private set; } = null!;

    internal CommandOutcome TrialBefore { get; private set; } = null!;

    internal RunRecord TrialRunBefore { get; private set; } = null!;

    internal CommandOutcome TrialAfter { get; private set; } = null!;

    internal CommandOutcome TrialAfterAsJson { get; private set; } = null!;

    internal RunRecord TrialRunAfter { get; private set; } = null!;

    internal IReadOnlyList<RunRecord> Backfill { get; private set; } = [];

    internal IReadOnlyList<RunState> StatesAtStart { get; private set; } = [];

    internal CommandOutcome BackfillAgain { get; private set; } = null!;

    internal CommandOutcome BackfillOfNothing { get; private set; } = null!;

    internal static string First { get; } = ContentHash.Of(RunBench.Feed("usgs-mcs", File));

    internal static byte[] Revised { get; } = Revise(RunBench.Feed("usgs-mcs", File));

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        CommandOutcome refresh = await CommandRun.OnAsync(Connection, "refresh", "--quarter", "2026Q4", "--json");
        Assert.True(refresh.ExitCode is 0 or 3, refresh.Error);
        Current = (await Account.Vintages.CurrentAsync())!;
        TrialBefore = await CommandRun.OnAsync(Connection, "refresh", "--quarter", "2026Q4", "--dry-run");
        TrialRunBefore = await TrialAsync("before");

        await Bench.StoreAsync("usgs-mcs", File, Revised, knownAt: new DateTimeOffset(2026, 8, 15, 0, 0, 0, TimeSpan.Zero));
        TrialRunAfter = await TrialAsync("after");
        TrialAfter = await CommandRun.OnAsync(Connection, "refresh", "--quarter", "2026Q4", "--dry-run");
        TrialAfterAsJson = await CommandRun.OnAsync(Connection, "refresh", "--quarter", "2026Q4", "--dry-run", "--json");

        IReadOnlyList<RunRecord> started = await Bench.Engine.Start.StartAsync(
            [.. new[] { "1999Q4", "2026Q2", "2026Q3" }.Select(quarter => RunRequest.OverStored(Of(quarter), RunMode.Publish, []))], "backfill", default);
        StatesAtStart = [.. started.Select(run => run.State)];
        await Bench.DrainAsync();
        Backfill = [.. await Task.WhenAll(started.Select(run => Bench.RunAsync(run.Id)))];
        BackfillAgain = await CommandRun.OnAsync(Connection, "backfill", "--from", "2026Q2", "--to", "2026Q3");
        BackfillOfNothing = await CommandRun.OnAsync(Connection, "backfill", "--from", "1999Q4", "--to", "2000Q1");
    }

    internal async Task<VintageManifest> ManifestAsync(RunRecord run) => await Bench.Engine.Driver.View(run).ReadAsync<VintageManifest>(VintageStore.Manifest, default);

    internal Task<StoredContent?> ChangesAsync(RunRecord run) => Account.RunFiles.TryGetAsync(run.Id, PublishStage.ChangesFile);

    internal RunBench Runs => Bench;

    private static Quarter Of(string text) => Quarter.TryParse(text, out Quarter quarter) ? quarter : throw new FormatException(text);

    private async Task<RunRecord> TrialAsync(string key)
    {
        IReadOnlyList<RunRecord> runs = await Bench.Engine.Start.StartAsync([RunRequest.OverStored(Of("2026Q4"), RunMode.DryRun, [])], key, default);
        await Bench.DrainAsync();
        return await Bench.RunAsync(runs[0].Id);
    }

    private static byte[] Revise(byte[] file)
    {
        // One byte a letter, so that what is not touched comes back as it was.
        string text = Encoding.Latin1.GetString(file);
        foreach ((string country, string printed, string revised) in new[] { ("Congo (Kinshasa)", "\"226,000\"", "\"200,000\""), ("Australia", "\"4,780\"", "\"30,780\"") })
        {
            string row = $"COBALT,World Mine Production and Reserves,Cobalt,{country},Production,Mine production,metric tons,2024,";
            Assert.Equal(2, text.Split(row + printed).Length);
            text = text.Replace(row + printed, row + revised, StringComparison.Ordinal);
        }

        return Encoding.Latin1.GetBytes(text);
    }
}
