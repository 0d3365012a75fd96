using Pipeline.App.Functions;
using Pipeline.App.Tests.Running;
using Pipeline.App.Triggers;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Triggers;

public sealed class FunctionDefinitionsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public FunctionDefinitionsTests() => Write("host.json", """{ "version": "2.0", "functionTimeout": "00:30:00" }""");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Beside_the_program_stand_the_functions_of_the_app()
    {
        FunctionDefinitions all = FunctionDefinitions.Load();

        Assert.Equal(RecordingFunctions.TimerNames, all.Timers.Select(timer => timer.Name));
        Assert.Equal(RecordingFunctions.QueueFunctions, all.Queues.Select(queue => queue.Name));
        Assert.Equal(["Web"], all.All.OfType<HttpDefinition>().Select(http => http.Name));
        Assert.Equal("{*path}", all.All.OfType<HttpDefinition>().Single().Route);
        Assert.Equal(TimeSpan.FromMinutes(30), all.Timeout);
    }

    [Fact]
    public void Every_stage_has_one_function_that_listens_to_its_queue() =>
        Assert.Equal(QueueNames.All.Order(StringComparer.Ordinal), FunctionDefinitions.Load().Queues.Select(queue => queue.Queue).Order(StringComparer.Ordinal));

    /// <summary>The first six calls of each timer from the first of January 2026 on.</summary>
    [Theory]
    [InlineData("RefreshQuarter", "02-10 18:00", "05-10 18:00", "08-10 18:00", "11-10 18:00")]
    [InlineData("PullTradeStatistics", "01-28 03:00", "01-29 03:00", "01-30 03:00", "01-31 03:00", "02-28 03:00", "03-28 03:00")]
    [InlineData("PullCommodityPrices", "01-02 05:00", "01-03 05:00", "01-04 05:00", "01-05 05:00", "01-06 05:00", "01-07 05:00")]
    [InlineData("PullMineralSummaries", "01-01 04:00", "01-02 04:00", "01-03 04:00", "01-06 04:00", "01-07 04:00")]
    [InlineData("PullGovernance", "09-01 06:00", "09-02 06:00")]
    [InlineData("SweepInbox", "01-01 00:07", "01-01 01:07")]
    [InlineData("WatchRuns", "01-01 00:05", "01-01 00:10")]
    public void Timers_come_round_on_their_publishers_days(string function, params string[] expected)
    {
        Schedule schedule = FunctionDefinitions.Load().Timers.Single(timer => timer.Name == function).Schedule;
        List<string> found = [];
        DateTimeOffset time = HostPlayer.Utc("2026-01-01T00:00:00");
        while (found.Count < expected.Length)
        {
            time = schedule.After(time)!.Value;
            found.Add(time.ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.Equal(expected, found);
    }

    [Fact]
    public void A_setting_stands_for_the_whole_of_a_schedule()
    {
        Write("Nightly/function.json", """{ "bindings": [{ "name": "timer", "type": "timerTrigger", "direction": "in", "schedule": "%NightlySchedule%" }] }""");

        FunctionDefinitions all = FunctionDefinitions.Load(folder.Path, name => name == "NightlySchedule" ? "0 30 2 * * *" : null);

        Assert.Equal("0 30 2 * * *", Assert.Single(all.Timers).Schedule.Text);
    }

    [Theory]
    [InlineData("""{ "bindings": [{ "name": "timer", "type": "timerTrigger", "direction": "in", "schedule": "0 30 2 * *" }] }""", "schedule")]
    [InlineData("""{ "bindings": [{ "name": "timer", "type": "timerTrigger", "direction": "in" }] }""", "schedule")]
    [InlineData("""{ "bindings": [{ "name": "timer", "type": "timerTrigger", "direction": "in", "schedule": "%Unset%" }] }""", "schedule")]
    [InlineData("""{ "bindings": [{ "name": "timer", "type": "timerTrigger", "direction": "in", "schedule": "0 %Minute% 2 * * *" }] }""", "schedule")]
    [InlineData("""{ "bindings": [{ "name": "item", "type": "queueTrigger", "direction": "in", "queue": "read-snapshot" }] }""", "line 1")]
    [InlineData("""{ "bindings": [{ "name": "item", "type": "queueTrigger", "direction": "in", "connection": "AzureWebJobsStorage" }] }""", "queueName")]
    [InlineData("""{ "bindings": [{ "name": "item", "type": "blobTrigger", "direction": "in" }] }""", "bindings")]
    [InlineData("""{ "bindings": [] }""", "bindings")]
    [InlineData("""{ }""", "line 1")]
    [InlineData("""{ "bindings": [{ "name": "item", "type": "queueTrigger", "direction": "in", "queueName": "q", "connection": "c" }], "retry": { "strategy": "fixedDelay", "maxRetryCount": 3, "delayInterval": "00:01:00" } }""", "retry")]
    [InlineData("""{ "bindings": [{ "name": "timer", "type": "timerTrigger", "direction": "in", "schedule": "0 30 2 * * *" }], "retry": { "strategy": "exponential", "maxRetryCount": 3, "delayInterval": "00:01:00" } }""", "retry")]
    public void What_the_host_would_drop_or_ignore_in_silence_is_an_error_that_names_its_place(string definition, string place)
    {
        Write("Faulty/function.json", definition);

        FunctionDefinitionException fault = Assert.Throws<FunctionDefinitionException>(() => FunctionDefinitions.Load(folder.Path, _ => null));

        Assert.Equal(folder.File("Faulty", "function.json"), fault.Fault.Source);
        Assert.Equal(place, fault.Fault.Place);
    }

    [Fact]
    public void A_folder_without_functions_is_no_app() => Assert.Throws<FunctionDefinitionException>(() => FunctionDefinitions.Load(folder.Path, _ => null));

    [Theory]
    [InlineData("""{ "version": "2.0" }""")]
    [InlineData("""{ "version": "2.0", "functionTimeout": "-1" }""")]
    public void The_longest_time_of_a_call_must_be_said(string host)
    {
        Write("host.json", host);
        Write("Nightly/function.json", """{ "bindings": [{ "name": "timer", "type": "timerTrigger", "direction": "in", "schedule": "0 30 2 * * *" }] }""");

        Assert.Equal("functionTimeout", Assert.Throws<FunctionDefinitionException>(() => FunctionDefinitions.Load(folder.Path, _ => null)).Fault.Place);
    }

    [Fact]
    public void Every_definition_has_a_work_and_every_work_a_definition()
    {
        FunctionDefinitions all = FunctionDefinitions.Load();
        RecordingFunctions functions = new();
        FunctionTable table = functions.Table();

        all.RequireAll(table);
        Assert.Equal("WatchRuns", Missing(functions.Table([.. RecordingFunctions.TimerNames.Where(name => name != "WatchRuns")])));
        Assert.Equal("Sweep", Missing(functions.Table([.. RecordingFunctions.TimerNames, "Sweep"])));
        Assert.Equal("PublishVintage", Missing(table with { Queues = table.Queues.Where(queue => queue.Key != "PublishVintage").ToDictionary() }));

        string Missing(FunctionTable incomplete) => Assert.Throws<FunctionDefinitionException>(() => all.RequireAll(incomplete)).Fault.Place;
    }

    [Fact]
    public void The_host_gives_a_message_up_after_as_many_tries_as_the_program_does() =>
        Assert.Contains($"\"maxDequeueCount\": {Delivery.MaximumTries},", File.ReadAllText(RepositoryFolder.Path("functions", "Pipeline.App", "Triggers", "Definitions", "host.json")), StringComparison.Ordinal);

    private void Write(string name, string text)
    {
        string path = folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
