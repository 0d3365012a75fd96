using Azure;
using Azure.Data.Tables;

namespace Pipeline.Storage.Tests;

[Collection(EmulatorGroup.Name)]
public sealed class TableClientTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task A_row_comes_back_with_the_types_it_was_written_with()
    {
        var table = await emulator.TableAsync();
        var written = new TableEntity("p", "r")
        {
            ["Text"] = "tungsten タングステン \"quoted\" 'n",
            ["Yes"] = true,
            ["Int"] = -7,
            ["Long"] = 9_007_199_254_740_993L,
            ["Real"] = 0.1,
            ["WholeReal"] = 2.0,
            ["NoNumber"] = double.NaN,
            ["Time"] = new DateTimeOffset(2026, 11, 22, 12, 4, 5, 123, TimeSpan.FromHours(9)).AddTicks(4567),
        };
        await table.AddEntityAsync(written);

        var read = (await table.GetEntityIfExistsAsync("p", "r")).Value!;

        Assert.Equal("tungsten タングステン \"quoted\" 'n", read.GetString("Text"));
        Assert.True(read.GetBoolean("Yes"));
        Assert.Equal(-7, read.GetInt32("Int"));
        Assert.Equal(9_007_199_254_740_993L, read.GetInt64("Long"));
        Assert.Equal(0.1, read.GetDouble("Real"));
        Assert.Equal(2.0, read.GetDouble("WholeReal"));
        Assert.Equal(double.NaN, read.GetDouble("NoNumber"));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 3, 4, 5, 123, TimeSpan.Zero).AddTicks(4567), read.GetDateTimeOffset("Time"));
        Assert.Null(read.GetString("Absent"));
        Assert.Equal(written.Count, read.Count);
    }

    [Theory]
    [InlineData("it's", "O''Brien")]
    [InlineData("a b+c", "x=y&z")]
    [InlineData("ニッケル", "鉱石.csv")]
    [InlineData("(PartitionKey='x')", "$batch;,:@")]
    [InlineData("50!0025", "a|b{c}~`^[]<>\"")]
    public async Task Keys_with_special_characters_are_added_read_changed_queried_and_deleted(string partition, string row)
    {
        var table = await emulator.TableAsync();
        await table.AddEntityAsync(new TableEntity(partition, row) { ["N"] = 1 });

        var read = (await table.GetEntityIfExistsAsync(partition, row)).Value!;
        Assert.Equal((partition, row), (read.PartitionKey, read.RowKey));
        await table.UpdateEntityAsync(new TableEntity(partition, row) { ["N"] = 2 }, read.ETag);
        await table.SubmitTransactionAsync(
            [new TableTransactionAction(TableTransactionActionType.UpsertMerge, new TableEntity(partition, row) { ["M"] = 3 })]);

        var found = await RowsAsync(table, TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey eq {row}"));
        Assert.Equal(2, Assert.Single(found).GetInt32("N"));
        Assert.Equal(3, found[0].GetInt32("M"));
        await table.DeleteEntityAsync(partition, row);
        Assert.False((await table.GetEntityIfExistsAsync(partition, row)).HasValue);
    }

    [Fact]
    public async Task An_update_with_the_state_before_another_write_is_refused_and_changes_nothing()
    {
        var table = await emulator.TableAsync();
        var first = (await table.AddEntityAsync(new TableEntity("p", "r") { ["N"] = 1 })).Headers.ETag!.Value;
        var second = (await table.UpdateEntityAsync(new TableEntity("p", "r") { ["N"] = 2 }, first)).Headers.ETag!.Value;

        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r") { ["N"] = 3 }, first));
        var kept = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", first));

        Assert.Equal((412, TableErrorCode.UpdateConditionNotSatisfied), (refused.Status, refused.ErrorCode));
        Assert.Equal(412, kept.Status);
        var row = (await table.GetEntityIfExistsAsync("p", "r")).Value!;
        Assert.Equal((2, second), (row.GetInt32("N"), row.ETag));
        await table.DeleteEntityAsync("p", "r", second);
    }

    [Fact]
    public async Task An_update_without_a_state_is_refused_before_it_is_sent()
    {
        var table = await emulator.TableAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), default));
    }

    [Fact]
    public async Task Adding_a_row_twice_is_refused_by_name()
    {
        var table = await emulator.TableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((409, TableErrorCode.EntityAlreadyExists), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task Merging_keeps_what_it_does_not_name_and_replacing_drops_it()
    {
        var table = await emulator.TableAsync();
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 });

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 2 }, TableUpdateMode.Merge);
        Assert.Equal(1, (await table.GetEntityIfExistsAsync("p", "r")).Value!.GetInt32("B"));

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 3 }, TableUpdateMode.Replace);
        var replaced = (await table.GetEntityIfExistsAsync("p", "r")).Value!;
        Assert.Equal(3, replaced.GetInt32("A"));
        Assert.Null(replaced.GetInt32("B"));
    }

    [Fact]
    public async Task A_query_reads_on_past_a_page_of_a_thousand_in_the_order_of_keys()
    {
        var table = await emulator.TableAsync();
        for (var batch = 0; batch < 12; batch++)
            await table.SubmitTransactionAsync(
                [.. Enumerable.Range(batch * 100, 100).Select(n => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("it's", $"{n:D5}") { ["N"] = n }))]);

        var pages = 0;
        var rows = new List<TableEntity>();
        await foreach (var page in table.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {"it's"}")).AsPages())
        {
            pages++;
            rows.AddRange(page.Values);
        }

        Assert.Equal(2, pages);
        Assert.Equal(Enumerable.Range(0, 1200), rows.Select(row => row.GetInt32("N")!.Value));
    }

    [Fact]
    public async Task A_query_can_be_taken_up_at_a_continuation_and_choose_columns()
    {
        var table = await emulator.TableAsync();
        foreach (var key in new[] { "a", "b", "c" }) await table.AddEntityAsync(new TableEntity("p", key) { ["N"] = 1, ["M"] = 2 });
        string? continuation = null;
        await foreach (var page in table.QueryAsync(maxPerPage: 2).AsPages())
        {
            continuation = page.ContinuationToken;
            break;
        }

        var rest = new List<TableEntity>();
        await foreach (
            var page in table.QueryAsync(select: ["PartitionKey", "RowKey", "M"]).AsPages(continuation)) rest.AddRange(page.Values);

        Assert.Equal("c", Assert.Single(rest).RowKey);
        Assert.Equal(["M"], rest[0].Keys);
    }

    [Fact]
    public async Task A_filter_compares_numbers_flags_and_times_by_their_type()
    {
        var table = await emulator.TableAsync();
        for (var n = 9; n <= 11; n++)
            await table.AddEntityAsync(new TableEntity("p", $"{n}") { ["N"] = n, ["Even"] = n % 2 == 0, ["At"] = Times.After(n) });

        Assert.Equal(["10", "11"], (await RowsAsync(table, TableClient.CreateQueryFilter($"N gt {9}"))).Select(row => row.RowKey));
        Assert.Equal(["10"], (await RowsAsync(table, TableClient.CreateQueryFilter($"Even eq {true}"))).Select(row => row.RowKey));
        Assert.Equal(["9"], (await RowsAsync(table, TableClient.CreateQueryFilter($"At lt {Times.After(10)}"))).Select(row => row.RowKey));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter($"N eq {0.5}"));
    }

    [Fact]
    public async Task A_transaction_is_written_whole_and_answers_in_the_order_of_its_actions()
    {
        var table = await emulator.TableAsync();
        var old = (await table.AddEntityAsync(new TableEntity("p", "old") { ["N"] = 1 })).Headers.ETag!.Value;
        var gone = (await table.AddEntityAsync(new TableEntity("p", "gone"))).Headers.ETag!.Value;

        var answers = (await table.SubmitTransactionAsync(
        [
            new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity("p", "new") { ["Text"] = "一\r\n--changeset_rows--" }),
            new TableTransactionAction(TableTransactionActionType.UpdateReplace, new TableEntity("p", "old") { ["N"] = 2 }, old),
            new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity("p", "gone"), gone),
        ])).Value;

        var rows = await RowsAsync(table, null);
        Assert.Equal(["new", "old"], rows.Select(row => row.RowKey));
        Assert.Equal("一\r\n--changeset_rows--", rows[0].GetString("Text"));
        Assert.Equal(2, rows[1].GetInt32("N"));
        Assert.Equal(rows[0].ETag, answers[0].Headers.ETag);
        Assert.Equal(rows[1].ETag, answers[1].Headers.ETag);
        Assert.Equal(204, answers[2].Status);
    }

    [Fact]
    public async Task A_transaction_with_one_refused_action_writes_nothing_and_names_it()
    {
        var table = await emulator.TableAsync();
        await table.AddEntityAsync(new TableEntity("p", "b"));

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [.. new[] { "a", "b", "c" }.Select(key => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", key)))]));

        Assert.Equal((409, TableErrorCode.EntityAlreadyExists), (refused.Status, refused.ErrorCode));
        Assert.Equal(1, refused.FailedTransactionActionIndex);
        Assert.Equal("b", Assert.Single(await RowsAsync(table, null)).RowKey);
    }

    [Fact]
    public async Task Creating_a_table_that_is_there_is_no_event()
    {
        var table = await emulator.TableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        await table.CreateIfNotExistsAsync();
        Assert.Single(await RowsAsync(table, null));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_the_error_does_not_show_it()
    {
        var connection = StorageConnection.Parse(emulator.ConnectionString);
        var stranger = new TableServiceClient(connection.Tables, new TableSharedKeyCredential(connection.AccountName, "d3Jvbmc="))
            .GetTableClient("runs");

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => stranger.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(403, refused.Status);
        Assert.DoesNotContain("d3Jvbmc=", refused.ToString(), StringComparison.Ordinal);
    }

    private static async Task<List<TableEntity>> RowsAsync(TableClient table, string? filter)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync(filter)) rows.Add(row);
        return rows;
    }
}
