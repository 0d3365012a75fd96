using System.Text;
using Pipeline.App.Functions;
using Pipeline.App.Triggers;
using Pipeline.App.Triggers.Handler;

namespace Pipeline.App.Tests.Triggers;

public sealed class InvocationTests
{
    private const string Message = """{"run":"r","subject":"cobalt","trace":""}""";

    private static readonly DateTimeOffset Now = HostPlayer.Utc("2026-03-01T02:30:00.5");

    private static readonly TimerDefinition EveryFiveMinutes = new("WatchRuns", "timer", Schedule.TryParse("0 */5 * * * *")!, RetryRule.None);

    private static readonly QueueDefinition Assess = new("AssessMineral", "item", "assess-mineral");

    [Fact]
    public async Task The_occurrence_is_the_one_that_the_status_calls_next() =>
        Assert.Equal(new TimerCall("WatchRuns", HostPlayer.Utc("2026-03-01T02:30:00"), IsPastDue: false), await TimerAsync(HostPlayer.Timer("WatchRuns", "2026-03-01T02:30:00+00:00")));

    [Fact]
    public async Task An_occurrence_in_another_zone_is_the_same_occurrence() =>
        Assert.Equal(HostPlayer.Utc("2026-03-01T02:30:00"), (await TimerAsync(HostPlayer.Timer("WatchRuns", "2026-03-01T11:30:00+09:00"))).Occurrence);

    [Fact]
    public async Task Of_occurrences_missed_the_newest_is_caught_up() =>
        Assert.Equal(new TimerCall("WatchRuns", HostPlayer.Utc("2026-03-01T02:30:00"), IsPastDue: true), await TimerAsync(HostPlayer.Timer("WatchRuns", "2026-02-28T22:05:00Z", late: true)));

    [Theory]
    [InlineData(null)]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("2026-05-10T18:00:00Z")]
    public async Task A_call_by_hand_is_one_for_the_time_of_the_call(string? next) =>
        Assert.Equal(Now, (await TimerAsync(HostPlayer.Timer("WatchRuns", next))).Occurrence);

    [Theory]
    [InlineData("\"1\"", 1)]
    [InlineData("5", 5)]
    [InlineData("\"\\\"2\\\"\"", 2)]
    public async Task The_count_of_deliveries_may_be_a_text_or_a_number(string written, long tries) =>
        Assert.Equal(tries, (await QueueAsync(HostPlayer.Queue("AssessMineral", Message, dequeueCount: written))).Tries);

    [Theory]
    [InlineData("\"\\\"0c1\\\"\"", "0c1")]
    [InlineData("\"0c1\"", "0c1")]
    public async Task The_identifier_may_be_one_text_or_a_text_in_a_text(string written, string id) =>
        Assert.Equal(id, (await QueueAsync(HostPlayer.Queue("AssessMineral", Message, id: written))).MessageId);

    [Fact]
    public async Task A_message_may_be_one_string_or_two_or_the_object_itself()
    {
        string twice = HostPlayer.Queue("AssessMineral", Message);
        string once = twice.Replace(HostPlayer.Text(HostPlayer.Text(Message)), HostPlayer.Text(Message), StringComparison.Ordinal);
        string bare = twice.Replace(HostPlayer.Text(HostPlayer.Text(Message)), Message, StringComparison.Ordinal);

        Assert.All([twice, once, bare], async body => Assert.Equal(new StepMessage("r", "cobalt", ""), (await QueueAsync(body)).Message));
    }

    [Fact]
    public async Task A_member_of_the_message_is_read_from_the_message_and_never_from_what_was_merged_into_the_metadata()
    {
        string body = HostPlayer.Queue("AssessMineral", Message).Replace("\"subject\": ", "\"subject\": \"\\\"gallium\\\"\", \"x\": ", StringComparison.Ordinal);

        Assert.Equal("cobalt", (await QueueAsync(body)).Message.Subject);
    }

    [Theory]
    [InlineData("\"zero\"")]
    [InlineData("\"0\"")]
    [InlineData("null")]
    public async Task A_count_that_is_none_is_an_error_and_not_a_first_try(string written) =>
        Assert.Equal("Metadata.DequeueCount", (await Assert.ThrowsAsync<InvocationException>(() => QueueAsync(HostPlayer.Queue("AssessMineral", Message, dequeueCount: written)))).Fault.Place);

    [Theory]
    [InlineData("""{"run":"r","subject":"s"}""")]
    [InlineData("""{"run":"r","subject":null,"trace":""}""")]
    public async Task A_message_without_one_of_its_members_is_an_error(string message) =>
        Assert.Equal("Data.item", (await Assert.ThrowsAsync<InvocationException>(() => QueueAsync(HostPlayer.Queue("AssessMineral", message)))).Fault.Place);

    private static async Task<TimerCall> TimerAsync(string body)
    {
        using Invocation invocation = await Invocation.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), "WatchRuns", default);
        return invocation.Timer(EveryFiveMinutes, Now);
    }

    private static async Task<Delivery> QueueAsync(string body)
    {
        using Invocation invocation = await Invocation.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), "AssessMineral", default);
        return invocation.Queue(Assess);
    }
}
