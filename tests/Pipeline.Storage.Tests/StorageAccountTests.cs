using Azure.Storage.Blobs;

namespace Pipeline.Storage.Tests;

[Collection(EmulatorGroup.Name)]
public sealed class StorageAccountTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Creating_what_is_needed_can_be_repeated_and_makes_every_store_usable()
    {
        var account = StorageAccount.Connect(emulator.ConnectionString);
        await account.CreateAsync();
        await account.CreateAsync();

        Assert.Null(await account.Vintages.CurrentAsync());
        Assert.Empty(await account.Runs.RunsAsync().ToListAsync());
        Assert.Empty(await account.Alerts.ListAsync());
        Assert.Empty(await account.Sources.ListAsync().ToListAsync());
        foreach (var queue in QueueNames.All) Assert.Empty(await account.Queue(queue).PeekPoisonAsync());
        var containers = new List<string>();
        await foreach (
            var container in new BlobServiceClient(emulator.ConnectionString).GetBlobContainersAsync()) containers.Add(container.Name);
        Assert.Equal(
            ["briefings", "inbox", "observations", "quarantine", "snapshots", "vintages"],
            containers.Where(name => !name.StartsWith("container", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_queue_that_is_no_stage_is_refused() =>
        Assert.Throws<ArgumentException>(() => StorageAccount.Connect(emulator.ConnectionString).Queue("read"));

    [Fact]
    public void The_development_setting_means_the_emulators_usual_ports()
    {
        var connection = StorageConnection.Parse("UseDevelopmentStorage=true;");
        Assert.Equal("http://127.0.0.1:10000/devstoreaccount1", connection.Blobs.AbsoluteUri);
        Assert.Equal("http://127.0.0.1:10001/devstoreaccount1", connection.Queues.AbsoluteUri);
        Assert.Equal("http://127.0.0.1:10002/devstoreaccount1", connection.Tables.AbsoluteUri);
    }

    [Fact]
    public void A_name_and_a_key_mean_the_clouds_addresses_unless_others_are_given()
    {
        var connection = StorageConnection.Parse(
            "AccountName=minerals;AccountKey=a2V5;EndpointSuffix=core.example.jp;TableEndpoint=https://tables.example.jp/");
        Assert.Equal("https://minerals.blob.core.example.jp/", connection.Blobs.AbsoluteUri);
        Assert.Equal("https://tables.example.jp/", connection.Tables.AbsoluteUri);
    }

    [Theory]
    [InlineData("", "AccountName")]
    [InlineData("AccountName=minerals", "AccountKey")]
    [InlineData("AccountName=minerals;AccountKey=not a key", "AccountKey")]
    [InlineData("AccountName=minerals;AccountKey=a2V5;BlobEndpoint=nowhere", "BlobEndpoint")]
    [InlineData("AccountName=minerals;AccountKey=a2V5;QueueEndpoint=http://storage.example.jp/", "QueueEndpoint")]
    public void A_connection_string_without_a_needed_part_is_an_error_that_names_the_part_and_shows_no_value(string text, string part)
    {
        var error = Assert.Throws<StorageSettingException>(() => StorageAccount.Connect(text));
        Assert.Equal(part, error.Fault.Place);
        Assert.DoesNotContain("a2V5", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("not a key", error.ToString(), StringComparison.Ordinal);
    }
}
