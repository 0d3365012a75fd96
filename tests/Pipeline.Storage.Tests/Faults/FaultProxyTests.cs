using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Pipeline.Storage.Tests.Faults;

/// <summary>The instrument itself: it must change nothing but what it is told to.</summary>
[Collection(EmulatorGroup.Name)]
public sealed class FaultProxyTests(EmulatorFixture emulator, FaultedStorage storage) : IClassFixture<FaultedStorage>
{
    private sealed record Work(string Run, string Subject);

    [Fact]
    public async Task Everything_that_the_stores_do_passes_the_proxy_unchanged_and_is_counted_by_kind()
    {
        var (proxy, account) = (storage.Proxy, storage.Account);
        proxy.Recount();
        await account.CreateAsync();
        var run = await account.Runs.AddRunAsync(RunRecord.Start("2026Q4", Times.Start, "1.0"));
        await account.Runs.AddStepsAsync(run.Id, [new StepRecord(run.Id, "assess", "a 'b' %25 銅", StepKey.Of("1.0", "assess", "x", []))]);
        Assert.NotNull(await account.Runs.FindStepAsync(run.Id, "assess", "a 'b' %25 銅"));
        await account.Inbox.DropAsync("報告 書/100%25 + 銅.csv", "x"u8.ToArray());
        var dropped = Assert.Single(await account.Inbox.ListAsync().ToListAsync());
        Assert.Equal("x"u8.ToArray(), (await account.Inbox.ReadAsync(dropped)).ToArray());
        await account.Inbox.RemoveAsync(dropped);
        var queue = account.Queue(QueueNames.ReadSnapshot);
        await queue.SendAsync(new Work(run.Id, "file"));
        var item = Assert.Single(await queue.ReceiveAsync<Work>(1, TimeSpan.FromMinutes(1)));
        await queue.CompleteAsync(await queue.RenewAsync(item, TimeSpan.FromMinutes(1)));

        Assert.Equal(
            (1, 1, 1, 1, 1, 1, 1, 1),
            (proxy.Counts["blob PUT"], proxy.Counts["blob GET"], proxy.Counts["blob GET list"], proxy.Counts["blob DELETE"],
                proxy.Counts["queue POST message"], proxy.Counts["queue GET messages"], proxy.Counts["queue PUT message"], proxy.Counts["queue DELETE message"]));
        Assert.Equal(
            (1, 1, 1, 1, TableNames.All.Length),
            (proxy.Counts["table POST row"], proxy.Counts["table POST batch"], proxy.Counts["table GET row"], proxy.Counts["table GET query"],
                proxy.Counts["table POST table"]));
    }

    [Theory]
    [InlineData("blob", "PUT", "/acc/vintages/2026Q4-1/a%20b.json", "blob PUT", "vintages", "2026Q4-1/a b.json")]
    [InlineData("blob", "GET", "/acc/vintages?restype=container&comp=list&prefix=x", "blob GET list", "vintages", "")]
    [InlineData("blob", "PUT", "/acc/vintages?restype=container", "blob PUT container", "vintages", "")]
    [InlineData("queue", "POST", "/acc/read-snapshot/messages?messagettl=-1", "queue POST message", "read-snapshot", "messages")]
    [InlineData("queue", "GET", "/acc/read-snapshot/messages?numofmessages=32&peekonly=true", "queue GET peek", "read-snapshot", "messages")]
    [InlineData("queue", "DELETE", "/acc/read-snapshot/messages/id-1?popreceipt=x", "queue DELETE message", "read-snapshot", "id-1")]
    [InlineData("table", "PUT", "/acc/runs(PartitionKey='a',RowKey='b%2Fc')", "table PUT row", "runs", "(PartitionKey='a',RowKey='b/c')")]
    [InlineData("table", "GET", "/acc/runs()?$filter=x", "table GET query", "runs", "()")]
    [InlineData("table", "POST", "/acc/runs", "table POST row", "runs", "")]
    public void A_call_is_told_from_its_address(string service, string method, string target, string kind, string name, string item) =>
        Assert.Equal(new StorageCall(service, method, kind, name, item, 0), StorageCall.Of(service, method, target, []));

    [Fact]
    public void The_table_of_a_batch_is_told_from_its_body() => Assert.Equal(
        ("table POST batch", "steps"),
        StorageCall.Of("table", "POST", "/acc/$batch", "--batch\r\n\r\nPOST http://127.0.0.1:1/acc/steps HTTP/1.1\r\n"u8) is var call ? (call.Kind, call.Name) : default);

    [Theory]
    [InlineData(StorageFault.Busy, 503, 0)]
    [InlineData(StorageFault.DiskFull, 500, 0)]
    [InlineData(StorageFault.CutBefore, 0, 0)]
    [InlineData(StorageFault.CutAfter, 0, 1)]
    [InlineData(StorageFault.BusyAfter, 503, 1)]
    [InlineData(StorageFault.Twice, 201, 2)]
    internal async Task A_fault_is_what_its_name_says(StorageFault fault, int status, int messages)
    {
        await using var proxy = await FaultProxy.StartAsync(emulator.ConnectionString);
        var (work, direct, _) = await emulator.QueueAsync();
        var options = new QueueClientOptions();
        options.Retry.MaxRetries = 0;
        var queue = new QueueClient(proxy.ConnectionString, work.Name, options);
        proxy.Apply(call => call is { Kind: "queue POST message", Number: 1 } ? fault : null);

        var found = 201;
        try
        {
            await queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes("{}")));
        }
        catch (RequestFailedException failed)
        {
            found = failed.Status;
        }

        Assert.Equal(status, found);
        Assert.Equal(messages, (await direct.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        await queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes("{}")));
    }

    [Fact]
    public async Task An_emulator_that_is_gone_is_a_connection_that_breaks_until_another_stands_there()
    {
        await using var proxy = await FaultProxy.StartAsync(emulator.ConnectionString);
        var options = new BlobClientOptions();
        options.Retry.MaxRetries = 0;
        var container = new BlobContainerClient(proxy.ConnectionString, (await emulator.ContainerAsync()).Name, options);
        proxy.Retarget("BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a");

        Assert.Equal(0, (await Assert.ThrowsAsync<RequestFailedException>(() => container.ExistsAsync())).Status);

        proxy.Retarget(emulator.ConnectionString);
        Assert.True(await container.ExistsAsync());
    }
}
