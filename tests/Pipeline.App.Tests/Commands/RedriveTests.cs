using Pipeline.App.Commands;
using Pipeline.App.Functions;
using Pipeline.App.Tests.Running;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Commands;

/// <summary>Messages that were given up: an operator sees them with their cause and sends them again.</summary>
public sealed class RedriveTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private StorageEmulator emulator = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(folder.File("azurite")));

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await emulator.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_given_up_message_is_shown_with_its_cause_and_sent_again()
    {
        StorageAccount account = StorageAccount.Connect(emulator.ConnectionString);
        await account.CreateAsync();
        WorkQueue queue = account.Queue(QueueNames.AssessMineral);
        Assert.StartsWith("No message was given up.", (await CommandRun.OnAsync(emulator.ConnectionString, "runs", "--poison")).Output, StringComparison.Ordinal);
        await queue.AddPoisonAsync(new StepMessage("20261122T000000000Z-2026Q4", "cobalt", string.Empty), "storage was full\nfor an hour", 5);

        string shown = (await CommandRun.OnAsync(emulator.ConnectionString, "runs", "--poison")).Output;
        Assert.Matches("""^assess-mineral  20\d\d-\d\d-\d\d \d\d:\d\d:\d\dZ  5 tries  \{"run":"20261122T000000000Z-2026Q4","subject":"cobalt","trace":""\}\n    storage was full for an hour\n""", shown);

        CommandOutcome again = await CommandRun.OnAsync(emulator.ConnectionString, "redrive", "assess-mineral");
        Assert.Equal((ExitCode.Done, "assess-mineral: 1 sent again\n"), (again.ExitCode, again.Output));
        Assert.Equal("cobalt", Assert.Single(await queue.ReceiveAsync<StepMessage>(32, TimeSpan.FromMinutes(1))).Message.Subject);
        Assert.Equal("assess-mineral: 0 sent again\n", (await CommandRun.OnAsync(emulator.ConnectionString, "redrive", "assess-mineral")).Output);
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_a_fault_of_the_command_line()
    {
        CommandOutcome outcome = await CommandRun.RunAsync("redrive", "assess-minerals");

        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.Contains("'assess-minerals' is no queue; did you mean 'assess-mineral'?", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_up_messages_are_not_asked_for_run_by_run() =>
        Assert.Equal(ExitCode.Usage, (await CommandRun.RunAsync("runs", "20261122T000000000Z-2026Q4", "--poison")).ExitCode);
}
