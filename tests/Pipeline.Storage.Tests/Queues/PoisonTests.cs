namespace Pipeline.Storage.Tests;

/// <summary>Messages that were given up: kept with their cause, and sent again when an operator asks for it.</summary>
[Collection(EmulatorGroup.Name)]
public sealed class PoisonTests(EmulatorFixture emulator)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private sealed record AssessMineral(string RunId, string Mineral);

    [Fact]
    public async Task A_message_that_another_holds_can_be_put_aside_with_cause_and_tries()
    {
        var (work, _, _) = await emulator.QueueAsync();

        await work.AddPoisonAsync(new AssessMineral("r", "cobalt"), new string('x', 9000), 5);

        var item = Assert.Single(await work.PeekPoisonAsync());
        Assert.Equal(("""{"runId":"r","mineral":"cobalt"}""", 5L), (item.Message, item.Deliveries));
        Assert.Equal((8000, '…'), (item.Cause.Length, item.Cause[^1]));
        Assert.NotEqual(default, item.PoisonedAt);
        Assert.Equal((0, 1), (await work.CountAsync(), await work.CountPoisonAsync()));
    }

    [Fact]
    public async Task More_than_keys_is_not_put_aside_either()
    {
        var (work, _, _) = await emulator.QueueAsync();
        await Assert.ThrowsAsync<WorkMessageException>(() => work.AddPoisonAsync(new { Days = 61.25 }, "cause", 5));
        Assert.Empty(await work.PeekPoisonAsync());
    }

    [Fact]
    public async Task Poisoned_messages_of_either_form_are_sent_again_and_malformed_ones_stay()
    {
        var (work, _, poison) = await emulator.QueueAsync();
        await work.AddPoisonAsync(new AssessMineral("r", "cobalt"), "cause", 5);
        await poison.SendMessageAsync(Convert.ToBase64String("""{"runId":"r","mineral":"copper"}"""u8));
        await poison.SendMessageAsync("not base64 !");

        Assert.Equal(2, await work.RedriveAsync<AssessMineral>());

        Assert.Equal(
            ["cobalt", "copper"],
            (await work.ReceiveAsync<AssessMineral>(10, Minute)).Select(item => item.Message.Mineral).Order(StringComparer.Ordinal));
        Assert.Equal("not base64 !", Assert.Single(await work.PeekPoisonAsync()).Message);
        Assert.Equal(0, await work.RedriveAsync<AssessMineral>());
        Assert.Single(await work.PeekPoisonAsync());
    }

    [Fact]
    public async Task More_messages_than_one_answer_holds_are_sent_again_up_to_the_number_asked_for()
    {
        var (work, _, _) = await emulator.QueueAsync();
        foreach (var n in Enumerable.Range(0, 40)) await work.AddPoisonAsync(new AssessMineral("r", $"{n}"), "cause", 5);

        Assert.Equal(35, await work.RedriveAsync<AssessMineral>(35));

        Assert.Equal((35, 5), (await work.CountAsync(), await work.CountPoisonAsync()));
    }

    [Fact]
    public async Task A_message_whose_work_cannot_be_made_ready_stays_and_those_before_it_were_sent()
    {
        var (work, _, _) = await emulator.QueueAsync();
        foreach (var mineral in new[] { "cobalt", "copper", "nickel" }) await work.AddPoisonAsync(new AssessMineral("r", mineral), "cause", 5);
        List<string> ready = [];

        await Assert.ThrowsAsync<TimeoutException>(() => work.RedriveAsync<AssessMineral>(message =>
        {
            ready.Add(message.Mineral);
            return message.Mineral == "copper" ? Task.FromException(new TimeoutException()) : Task.CompletedTask;
        }));

        Assert.Equal(["cobalt", "copper"], ready);
        Assert.Equal("cobalt", Assert.Single(await work.ReceiveAsync<AssessMineral>(10, Minute)).Message.Mineral);
        Assert.Equal(2, await work.CountPoisonAsync());
    }
}
