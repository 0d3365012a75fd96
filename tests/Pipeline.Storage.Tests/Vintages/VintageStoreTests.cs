namespace Pipeline.Storage.Tests;

[Collection(EmulatorGroup.Name)]
public sealed class VintageStoreTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task A_vintage_is_not_seen_before_it_is_published()
    {
        var store = await StoreAsync("2026Q4-1");

        Assert.Null(await store.CurrentAsync());
        Assert.Empty(await store.ListAsync());
        Assert.Equal(Publication.BecameCurrent, await store.PublishAsync(Vintage("2026Q4-1", 10)));
        Assert.Equal(Vintage("2026Q4-1", 10), await store.CurrentAsync());
    }

    [Fact]
    public async Task Publishing_again_changes_nothing_and_keeps_the_first_time()
    {
        var store = await StoreAsync("2026Q4-1");
        await store.PublishAsync(Vintage("2026Q4-1", 10));

        Assert.Equal(Publication.WasPublished, await store.PublishAsync(Vintage("2026Q4-1", 10) with { PublishedAt = Times.After(99) }));
        Assert.Equal(Times.Start, (await store.CurrentAsync())!.PublishedAt);
    }

    [Fact]
    public async Task A_backfilled_quarter_can_be_read_but_does_not_become_current()
    {
        var store = await StoreAsync("2026Q4-1", "2024Q1-1", "2025Q1-1");
        await store.PublishAsync(Vintage("2026Q4-1", 30));

        Assert.Equal(Publication.JoinedBehindCurrent, await store.PublishAsync(Vintage("2024Q1-1", 10)));
        Assert.Equal(Publication.JoinedBehindCurrent, await store.PublishAsync(Vintage("2025Q1-1", 20)));

        Assert.Equal("2026Q4-1", (await store.CurrentAsync())!.Vintage);
        Assert.Equal(["2026Q4-1", "2025Q1-1", "2024Q1-1"], (await store.ListAsync()).Select(one => one.Vintage));
    }

    [Fact]
    public async Task Of_many_publishers_at_once_none_is_lost_and_the_pointer_never_moves_back()
    {
        var container = await emulator.ContainerAsync();
        var ordinals = Enumerable.Range(1, 8).ToArray();
        foreach (var n in ordinals) await PutManifestAsync(new VintageStore(container), $"2026Q4-{n}");
        using var stop = new CancellationTokenSource();
        var watched = WatchAsync(new VintageStore(container), stop.Token);

        var published = await Task.WhenAll(ordinals.Select(n => new VintageStore(container).PublishAsync(Vintage($"2026Q4-{n}", n))));
        await stop.CancelAsync();

        var seen = await watched;
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(8, (await new VintageStore(container).CurrentAsync())!.Ordinal);
        Assert.Equal(ordinals.Reverse().Select(n => (long)n), (await new VintageStore(container).ListAsync()).Select(one => one.Ordinal));
        Assert.DoesNotContain(Publication.WasPublished, published);
        Assert.Equal(Publication.BecameCurrent, published[^1]);
    }

    [Fact]
    public async Task Of_two_processes_that_publish_the_same_vintage_one_publishes_it()
    {
        var container = await emulator.ContainerAsync();
        await PutManifestAsync(new VintageStore(container), "2026Q4-1");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 2)
                .Select(n => new VintageStore(container).PublishAsync(Vintage("2026Q4-1", 1) with { PublishedAt = Times.After(n) })));

        Assert.Equal([Publication.BecameCurrent, Publication.WasPublished], answers.Order());
    }

    [Fact]
    public async Task Two_vintages_cannot_have_one_ordinal_nor_one_vintage_two()
    {
        var store = await StoreAsync("2026Q4-1", "2026Q4-2");
        await store.PublishAsync(Vintage("2026Q4-1", 10));

        await Assert.ThrowsAsync<VintageOrderException>(() => store.PublishAsync(Vintage("2026Q4-2", 10)));
        await Assert.ThrowsAsync<VintageOrderException>(() => store.PublishAsync(Vintage("2026Q4-1", 11)));
        Assert.Equal(Vintage("2026Q4-1", 10), await store.CurrentAsync());
    }

    [Fact]
    public async Task A_vintage_without_its_manifest_cannot_be_published()
    {
        var store = await StoreAsync();
        await store.PutAsync("2026Q4-1", "assessments/cobalt.json", "{}"u8.ToArray(), "application/json");

        await Assert.ThrowsAsync<MissingContentException>(() => store.PublishAsync(Vintage("2026Q4-1", 10)));
        Assert.Null(await store.CurrentAsync());
    }

    [Fact]
    public async Task A_file_of_a_vintage_takes_the_same_bytes_again_and_refuses_others()
    {
        var store = await StoreAsync();
        Assert.True(await store.PutAsync("2026Q4-1", "assessments/cobalt.json", "{}"u8.ToArray(), "application/json"));
        Assert.False(await store.PutAsync("2026Q4-1", "assessments/cobalt.json", "{}"u8.ToArray(), "application/json"));

        var refused = await Assert.ThrowsAsync<ImmutableContentException>(
            () => store.PutAsync("2026Q4-1", "assessments/cobalt.json", "[]"u8.ToArray(), "application/json"));

        Assert.Equal("2026Q4-1/assessments/cobalt.json", refused.Fault.Place);
        Assert.Equal("{}"u8.ToArray(), (await store.TryGetAsync("2026Q4-1", "assessments/cobalt.json"))!.Bytes.ToArray());
    }

    [Fact]
    public async Task The_files_of_a_vintage_are_listed_by_their_names_in_it()
    {
        var store = await StoreAsync("2026Q4-1", "2026Q4-10");
        await store.PutAsync("2026Q4-1", "assessments/cobalt.json", "{}"u8.ToArray(), "application/json");

        var names = new List<StoredName>();
        await foreach (var name in store.FilesAsync("2026Q4-1")) names.Add(name);

        Assert.Equal([new StoredName("assessments/cobalt.json", 2), new StoredName("manifest.json", 2)], names);
    }

    [Theory]
    [InlineData("current", "manifest.json")]
    [InlineData("steps", "manifest.json")]
    [InlineData("2026Q4-1", "../current")]
    [InlineData("2026Q4/1", "manifest.json")]
    [InlineData("2026Q4-1", "a//b")]
    public async Task A_name_cannot_climb_into_another_place(string vintage, string file)
    {
        var store = await StoreAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => store.PutAsync(vintage, file, "{}"u8.ToArray(), "application/json"));
    }

    private static PublishedVintage Vintage(string id, long ordinal) => new(id, ordinal, Times.Start);

    private static Task<bool> PutManifestAsync(VintageStore store, string vintage) =>
        store.PutAsync(vintage, VintageStore.Manifest, "{}"u8.ToArray(), "application/json");

    private async Task<VintageStore> StoreAsync(params string[] written)
    {
        var store = new VintageStore(await emulator.ContainerAsync());
        foreach (var vintage in written) await PutManifestAsync(store, vintage);
        return store;
    }

    private static async Task<List<long>> WatchAsync(VintageStore store, CancellationToken stop)
    {
        var seen = new List<long>();
        while (!stop.IsCancellationRequested)
            if (await store.CurrentAsync(CancellationToken.None) is { } current) seen.Add(current.Ordinal);
        return seen;
    }
}
