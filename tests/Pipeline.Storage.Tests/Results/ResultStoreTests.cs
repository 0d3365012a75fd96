namespace Pipeline.Storage.Tests;

[Collection(EmulatorGroup.Name)]
public sealed class ResultStoreTests(EmulatorFixture emulator)
{
    private static readonly byte[] Rows = [.. Enumerable.Repeat("cobalt,2024,76000\n"u8.ToArray(), 500).SelectMany(row => row)];
    private static readonly string Hash = ContentHash.Of("file"u8);

    [Fact]
    public async Task Observations_are_kept_by_snapshot_and_reader_and_stored_compressed()
    {
        var container = await emulator.ContainerAsync();
        var store = new ObservationStore(container);

        Assert.True(await store.PutAsync(Hash, "usgs-3", Rows, "application/json"));
        Assert.False(await store.PutAsync(Hash, "usgs-3", Rows, "application/json"));

        Assert.Equal(Rows, (await store.TryGetAsync(Hash, "usgs-3"))!.Bytes.ToArray());
        Assert.Null(await store.TryGetAsync(Hash, "usgs-4"));
        var blob = (await container.GetBlobClient($"{Hash}/usgs-3").GetPropertiesAsync()).Value;
        Assert.Equal("gzip", blob.ContentEncoding);
        Assert.InRange(blob.ContentLength, 1, Rows.Length / 10);
    }

    [Fact]
    public async Task Other_rows_from_the_same_reader_and_snapshot_are_refused()
    {
        var store = new ObservationStore(await emulator.ContainerAsync());
        await store.PutAsync(Hash, "usgs-3", Rows, "application/json");

        await Assert.ThrowsAsync<ImmutableContentException>(() => store.PutAsync(Hash, "usgs-3", "other"u8.ToArray(), "application/json"));
    }

    [Fact]
    public async Task Results_of_readers_are_listed_by_snapshot_and_version()
    {
        var store = new QuarantineStore(await emulator.ContainerAsync());
        await store.PutAsync(Hash, "usgs-4", Rows, "application/json");
        await store.PutAsync(Hash, "usgs-3", Rows, "application/json");

        var names = new List<(string, string)>();
        await foreach (var name in store.ListAsync()) names.Add(name);

        Assert.Equal([(Hash, "usgs-3"), (Hash, "usgs-4")], names);
    }

    [Fact]
    public async Task A_step_that_runs_twice_stores_its_result_once()
    {
        var store = new StepResultStore(await emulator.ContainerAsync());
        var key = StepKey.Of("1.0", "assess", "cobalt", []);

        Assert.Null(await store.TryGetAsync(key));
        Assert.True(await store.PutAsync(key, "{}"u8.ToArray(), "application/json"));
        Assert.False(await store.PutAsync(key, "{}"u8.ToArray(), "application/json"));

        var found = (await store.TryGetAsync(key))!;
        Assert.Equal("application/json", found.ContentType);
        Assert.Equal("{}"u8.ToArray(), found.Bytes.ToArray());
    }

    [Fact]
    public async Task A_step_whose_result_differs_under_the_same_key_is_refused()
    {
        var store = new StepResultStore(await emulator.ContainerAsync());
        var key = StepKey.Of("1.0", "assess", "cobalt", []);
        await store.PutAsync(key, "{}"u8.ToArray(), "application/json");

        await Assert.ThrowsAsync<ImmutableContentException>(() => store.PutAsync(key, "[]"u8.ToArray(), "application/json"));
    }

    [Fact]
    public async Task A_result_that_was_changed_behind_the_store_is_noticed()
    {
        var container = await emulator.ContainerAsync();
        var store = new StepResultStore(container);
        var key = StepKey.Of("1.0", "assess", "cobalt", []);
        await store.PutAsync(key, "{}"u8.ToArray(), "application/json");
        await container.GetBlobClient($"steps/{key}").UploadAsync(BinaryData.FromString("[]"), overwrite: true);

        await Assert.ThrowsAsync<CorruptContentException>(() => store.TryGetAsync(key));
    }

    [Fact]
    public async Task Assessments_by_step_key_and_vintages_share_a_container_without_meeting()
    {
        var container = await emulator.ContainerAsync();
        await new StepResultStore(container).PutAsync(StepKey.Of("1.0", "assess", "cobalt", []), "{}"u8.ToArray(), "application/json");

        Assert.Empty(await new VintageStore(container).ListAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => new VintageStore(container).TryGetAsync("steps", "1.0"));
    }

    [Fact]
    public async Task Briefings_are_listed_by_subject_and_language()
    {
        var container = await emulator.ContainerAsync();
        var store = new BriefingStore(container);
        await store.PutAsync("2026Q4-1", "cobalt", "ja", "%PDF-ja"u8.ToArray());
        await store.PutAsync("2026Q4-1", "cobalt", "en", "%PDF-"u8.ToArray());
        await store.PutAsync("2026Q4-1", BriefingStore.Overview, "ja", "%PDF-1"u8.ToArray());
        await store.PutAsync("2026Q4-10", "tin", "ja", "%PDF-1"u8.ToArray());

        var briefings = new List<StoredBriefing>();
        await foreach (var briefing in store.ListAsync("2026Q4-1")) briefings.Add(briefing);

        Assert.Equal(
            [new("2026Q4-1", "cobalt", "en", 5), new("2026Q4-1", "cobalt", "ja", 7), new("2026Q4-1", "overview", "ja", 6)],
            briefings);
        Assert.True((await container.GetBlobClient("2026Q4-1/cobalt.ja.pdf").ExistsAsync()).Value);
        Assert.Equal("application/pdf", (await store.TryGetAsync("2026Q4-1", "cobalt", "ja"))!.ContentType);
    }

    [Fact]
    public async Task A_stored_briefing_is_not_replaced()
    {
        var store = new BriefingStore(await emulator.ContainerAsync());
        await store.PutAsync("2026Q4-1", "cobalt", "ja", "one"u8.ToArray());

        await Assert.ThrowsAsync<ImmutableContentException>(() => store.PutAsync("2026Q4-1", "cobalt", "ja", "two"u8.ToArray()));
        await Assert.ThrowsAsync<ArgumentException>(() => store.PutAsync("2026Q4-1", "cobalt", "fr", "two"u8.ToArray()));
    }

    [Fact]
    public async Task A_file_replaced_in_the_inbox_while_it_is_taken_is_not_lost()
    {
        var inbox = new InboxStore(await emulator.ContainerAsync());
        await inbox.DropAsync("市場/2026 #1.csv", "first"u8.ToArray());
        var listed = await SingleAsync(inbox);
        Assert.Equal("first"u8.ToArray(), (await inbox.ReadAsync(listed)).ToArray());

        await inbox.DropAsync("市場/2026 #1.csv", "second"u8.ToArray());

        await Assert.ThrowsAsync<StorageConflictException>(() => inbox.RemoveAsync(listed));
        await Assert.ThrowsAsync<StorageConflictException>(() => inbox.ReadAsync(listed));
        var next = await SingleAsync(inbox);
        Assert.Equal("second"u8.ToArray(), (await inbox.ReadAsync(next)).ToArray());
        await inbox.RemoveAsync(next);
        Assert.Null(await SingleOrNoneAsync(inbox));
    }

    private static async Task<InboxFile> SingleAsync(InboxStore inbox) => (await SingleOrNoneAsync(inbox))!;

    private static async Task<InboxFile?> SingleOrNoneAsync(InboxStore inbox)
    {
        var files = new List<InboxFile>();
        await foreach (var file in inbox.ListAsync()) files.Add(file);
        return files.SingleOrDefault();
    }
}
