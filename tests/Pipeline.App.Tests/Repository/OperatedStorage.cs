using System.Text.Json;
using Pipeline.App.Functions;
using Pipeline.App.Refresh;
using Pipeline.App.Tests.Contract.Validation;
using Pipeline.App.Tests.Killing;
using Pipeline.App.Tests.Running;
using Pipeline.App.Tests.Runs;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Repository;

/// <summary>Name of the collection of tests that do what pages tell operators to do.</summary>
[CollectionDefinition(Name)]
public sealed class OperatedCollection : ICollectionFixture<OperatedStorage>
{
    /// <summary>Name for the attribute.</summary>
    public const string Name = "A serving program with much to be seen to";
}

/// <summary>
/// The program, serving over real storage in which something of each kind is wrong: a run that has failed, one that is stuck, a message that
/// was given up, a timer that was not called, a file that no reader knows, a row that was set aside. A vintage is published, and a trial has left its report.
/// </summary>
public sealed class OperatedStorage : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private StorageEmulator emulator = null!;
    private ServingProcess serving = null!;
    private ContractFront front = null!;

    /// <summary>Address of the program; what is asked there is held against the contract.</summary>
    public string Address => front.Address;

    /// <summary>Address at which the program itself listens.</summary>
    public string OwnAddress => serving.Address;

    /// <summary>The words that a page leaves to the operator, and the account.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal) { ["DOTNET_NOLOGO"] = "1" };

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(folder.File("azurite")));
        Environment["AzureWebJobsStorage"] = emulator.ConnectionString;
        Assert.Equal(0, (await CommandRun.OnAsync(emulator.ConnectionString, "refresh", "--quarter", "2026Q4")).ExitCode);
        Environment["DRY_RUN"] = JsonDocument.Parse((await CommandRun.OnAsync(emulator.ConnectionString, "refresh", "--dry-run", "--json")).Output).RootElement.GetProperty("run").GetString()!;

        // What is wrong has been so for hours.
        DateTimeOffset begun = TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(5);
        RunBench bench = new(StorageAccount.Connect(emulator.ConnectionString), new LookedAtClock(begun));
        Environment["RUN"] = (await FailedAsync(bench)).Id;
        await bench.Account.Timers.RegisterAsync("SweepInbox", begun);
        // By itself the watch comes round tomorrow: it would take back the alert of the run that is stuck, since the program does that run when it serves.
        await bench.Account.Timers.RegisterAsync("WatchRuns", begun + TimeSpan.FromDays(1));
        await bench.Account.Inbox.DropAsync("prices.csv", "no table of any source\n"u8.ToArray());
        Environment["ROW"] = await SetAsideAsync(bench.Account);
        await bench.StartSmallAsync("stuck");
        bench.Clock.Advance(TimeSpan.FromHours(3));
        await bench.WatchAsync();
        serving = await ServingProcess.StartAsync(emulator.ConnectionString);
        front = await ContractFront.StartAsync(serving.Address);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await front.DisposeAsync();
        await serving.DisposeAsync();
        await emulator.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>The starter feeds are read whole: that a row of one of their files was not is written beside it.</summary>
    private static async Task<string> SetAsideAsync(StorageAccount account)
    {
        PublishedVintage current = (await account.Vintages.CurrentAsync())!;
        SnapshotUse file = (await VintageFiles.ReadManifestAsync(account.Vintages, current.Vintage, default)).Snapshots.Single(snapshot => snapshot.Use.Source == "wgi");
        QuarantinedRow row = new("number", new SourceCell(file.Use.Snapshot, file.Use.File, null, 7, "value"), "a number", "see note 3", "Chad,TCD,see note 3");
        await account.Quarantine.PutAsync(file.Use.Snapshot, ReadStage.StoredVersion(file.Reader), VintageFiles.Write<QuarantinedRow[]>([row]), VintageFiles.Json);
        return SetAsideRow.Of(row, new Dictionary<string, QuarantineRelease>()).Id;
    }

    private static async Task<RunRecord> FailedAsync(RunBench bench)
    {
        const string cause = "storage was full";
        RunRequest request = new("2026Q3", RunMode.Publish, FeedOrigins.Stored, [], []);
        RunRecord run = await bench.Account.Runs.AddRunAsync(
            RunRecord.Start(request.Quarter, bench.Clock.GetUtcNow(), PublishStage.Code) with { Request = request.Text, Stage = StageNames.Render });
        RefreshStage render = bench.Engine.Stages.OfQueue(QueueNames.RenderBriefing);
        StepRecord step = new(run.Id, render.Name, "cobalt.ja", StepKey.Of(render.CodeVersion, render.Name, "cobalt.ja", new Dictionary<string, string>(StringComparer.Ordinal)));
        step = (await bench.Account.Runs.AddStepsAsync(run.Id, [step]))[0];
        step = await bench.Account.Runs.UpdateStepAsync(step.Begin(bench.Clock.GetUtcNow(), "delivery", TimeSpan.FromMinutes(1)));
        await bench.Account.Runs.UpdateStepAsync(step.Fail(bench.Clock.GetUtcNow(), cause));
        await bench.Account.Queue(QueueNames.RenderBriefing).AddPoisonAsync(new StepMessage(run.Id, "cobalt.ja", string.Empty), cause, 5);
        return await bench.Account.Runs.UpdateRunAsync(run.End(RunState.Failed, cause, bench.Clock.GetUtcNow()));
    }
}
