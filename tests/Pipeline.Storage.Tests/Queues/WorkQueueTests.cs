using System.Text;

namespace Pipeline.Storage.Tests;

[Collection(EmulatorGroup.Name)]
public sealed class WorkQueueTests(EmulatorFixture emulator)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private sealed record AssessMineral(string RunId, string Mineral);

    [Fact]
    public async Task A_message_is_sent_as_base64_of_its_json_since_the_host_expects_it_so()
    {
        var (work, queue, _) = await emulator.QueueAsync();

        await work.SendAsync(new AssessMineral("r", "cobalt"));

        var raw = (await queue.PeekMessagesAsync(1)).Value[0].MessageText;
        Assert.Equal("""{"runId":"r","mineral":"cobalt"}""", Encoding.UTF8.GetString(Convert.FromBase64String(raw)));
    }

    [Fact]
    public async Task A_message_waits_without_end()
    {
        var (work, queue, _) = await emulator.QueueAsync();
        await work.SendAsync(new AssessMineral("r", "cobalt"));
        Assert.True((await queue.PeekMessagesAsync(1)).Value[0].ExpiresOn > Times.Start.AddYears(100));
    }

    [Fact]
    public async Task An_item_given_back_is_delivered_again_and_a_completed_one_is_not()
    {
        var (work, _, _) = await emulator.QueueAsync();
        await work.SendAsync(new AssessMineral("r", "cobalt"));

        var first = Assert.Single(await work.ReceiveAsync<AssessMineral>(10, Minute));
        Assert.Equal((new AssessMineral("r", "cobalt"), 1L), (first.Message, first.Deliveries));
        Assert.Empty(await work.ReceiveAsync<AssessMineral>(10, Minute));

        await work.RenewAsync(await work.RenewAsync(first, Minute), TimeSpan.Zero);
        var second = Assert.Single(await work.ReceiveAsync<AssessMineral>(10, Minute));
        Assert.Equal(2, second.Deliveries);
        await work.CompleteAsync(second);
        Assert.Equal(0, await work.CountAsync());
    }

    [Fact]
    public async Task An_item_that_was_handed_out_again_cannot_be_completed_by_its_first_holder()
    {
        var (work, _, _) = await emulator.QueueAsync();
        await work.SendAsync(new AssessMineral("r", "cobalt"));
        var first = Assert.Single(await work.ReceiveAsync<AssessMineral>(1, Minute));
        await work.RenewAsync(first, TimeSpan.Zero);
        var second = Assert.Single(await work.ReceiveAsync<AssessMineral>(1, Minute));

        await Assert.ThrowsAsync<StorageConflictException>(() => work.CompleteAsync(first));
        await work.CompleteAsync(second);
        await work.CompleteAsync(second);
        await Assert.ThrowsAsync<StorageConflictException>(() => work.RenewAsync(second, Minute));
    }

    [Fact]
    public async Task A_poisoned_item_leaves_the_queue_and_keeps_its_cause()
    {
        var (work, _, _) = await emulator.QueueAsync();
        await work.SendAsync(new AssessMineral("r", "cobalt"));
        var item = Assert.Single(await work.ReceiveAsync<AssessMineral>(1, Minute));

        await work.PoisonAsync(item, "layout drift in sheet 2");

        Assert.Equal(0, await work.CountAsync());
        var poisoned = Assert.Single(await work.PeekPoisonAsync());
        Assert.Equal(("layout drift in sheet 2", """{"runId":"r","mineral":"cobalt"}""", 1L), (poisoned.Cause, poisoned.Message, poisoned.Deliveries));
    }

    [Theory]
    [InlineData("not base64 !")]
    [InlineData("bm90IGpzb24=")]
    [InlineData("e30=")]
    public async Task What_is_no_message_goes_to_the_poison_queue_and_the_next_one_is_returned(string raw)
    {
        var (work, queue, _) = await emulator.QueueAsync();
        await queue.SendMessageAsync(raw);
        await work.SendAsync(new AssessMineral("r", "cobalt"));

        Assert.Equal("cobalt", Assert.Single(await work.ReceiveAsync<AssessMineral>(10, Minute)).Message.Mineral);

        Assert.Equal(raw, Assert.Single(await work.PeekPoisonAsync()).Message);
        Assert.Equal(1, await work.CountAsync());
    }

    [Fact]
    public async Task A_message_that_the_host_gave_up_is_shown_with_that_cause()
    {
        var (work, _, poison) = await emulator.QueueAsync();
        await poison.SendMessageAsync(Convert.ToBase64String("""{"runId":"r","mineral":"cobalt"}"""u8));

        var item = Assert.Single(await work.PeekPoisonAsync());

        Assert.Equal("""{"runId":"r","mineral":"cobalt"}""", item.Message);
        Assert.Null(item.Deliveries);
        Assert.StartsWith("the host gave up", item.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_that_the_host_would_overwrite_are_refused()
    {
        var (work, _, _) = await emulator.QueueAsync();
        object[] messages =
        [
            new { Id = "r" }, new { DequeueCount = 1 }, new { insertiontime = "" }, new { ExpirationTime = "" },
            new { NextVisibleTime = "" }, new { PopReceipt = "" }, new { SYS = "" },
        ];

        foreach (var message in messages) await Assert.ThrowsAsync<WorkMessageException>(() => work.SendAsync(message));

        Assert.Equal(0, await work.CountAsync());
    }

    [Fact]
    public async Task A_message_with_more_than_keys_is_refused_and_the_error_does_not_show_it()
    {
        var (work, _, _) = await emulator.QueueAsync();
        object[] messages = [new { Days = 61.25 }, new { Stock = new { Mass = 61 } }, new { Values = new[] { 61 } }, new[] { "61" }];

        foreach (var message in messages)
        {
            var refused = await Assert.ThrowsAsync<WorkMessageException>(() => work.SendAsync(message));
            Assert.DoesNotContain("61", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_foreign_message_as_long_as_a_queue_takes_can_still_be_set_aside()
    {
        var (work, queue, _) = await emulator.QueueAsync();
        await queue.SendMessageAsync(new string('!', 64 * 1024));

        Assert.Empty(await work.ReceiveAsync<AssessMineral>(10, Minute));

        Assert.Equal(0, await work.CountAsync());
        Assert.EndsWith("!…", Assert.Single(await work.PeekPoisonAsync()).Message, StringComparison.Ordinal);
    }
}
