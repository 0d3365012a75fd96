namespace Pipeline.Storage.Tests;

[Collection(EmulatorGroup.Name)]
public sealed class IdempotencyRegisterTests(EmulatorFixture emulator)
{
    private static readonly string Refresh = ContentHash.Of("refresh 2026Q4"u8);
    private static readonly string Backfill = ContentHash.Of("backfill 2024Q1"u8);

    [Fact]
    public async Task A_repeated_request_is_given_the_run_of_the_first()
    {
        var register = new IdempotencyRegister(await emulator.TableAsync());

        Assert.Equal(new ReservedRun(Refresh, "run-1", Times.Start), await register.ReserveAsync("key", Refresh, "run-1", Times.Start));
        Assert.Equal(new ReservedRun(Refresh, "run-1", Times.Start), await register.ReserveAsync("key", Refresh, "run-2", Times.After(60)));
        Assert.Equal("run-3", (await register.ReserveAsync("another key", Refresh, "run-3", Times.After(60))).RunId);
    }

    [Fact]
    public async Task Requests_of_one_key_that_come_at_once_are_given_one_run()
    {
        var register = new IdempotencyRegister(await emulator.TableAsync());

        var given = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => register.ReserveAsync("key", Refresh, $"run-{n}", Times.After(n))));

        Assert.Single(given.Distinct());
    }

    [Fact]
    public async Task A_key_that_was_used_for_something_else_is_refused()
    {
        var register = new IdempotencyRegister(await emulator.TableAsync());
        await register.ReserveAsync("key", Refresh, "run-1", Times.Start);

        var refused = await Assert.ThrowsAsync<IdempotencyConflictException>(() => register.ReserveAsync("key", Backfill, "run-2", Times.After(1)));

        Assert.Contains("run-1", refused.Fault.Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_senders_key_itself_is_not_stored()
    {
        var table = await emulator.TableAsync();
        await new IdempotencyRegister(table).ReserveAsync("taro@example.jp / #1?", Refresh, "run-1", Times.Start);

        var row = Assert.Single(await table.QueryAsync().ToListAsync());
        Assert.Matches("^[0-9a-f]{64}$", row.RowKey);
        Assert.DoesNotContain(row.Values, value => value is string text && text.Contains("taro", StringComparison.Ordinal));
    }
}
