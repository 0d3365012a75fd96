using System.Text;
using Azure;
using Azure.Storage.Blobs;

namespace Pipeline.Storage.Tests;

[Collection(EmulatorGroup.Name)]
public sealed class SnapshotStoreTests(EmulatorFixture emulator)
{
    /// <summary>SHA-256 of "abc", printed in the standard that defines it (FIPS 180).</summary>
    private const string AbcHash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static readonly byte[] Abc = "abc"u8.ToArray();

    private static readonly SnapshotRecord Record = new()
    {
        SourceId = "usgs-mcs",
        FileName = "mcs2026_世界.csv",
        Publisher = "U.S. Geological Survey",
        Title = "Mineral Commodity Summaries",
        Licence = "public domain",
        Citation = "U.S. Geological Survey, 2026",
        ObtainedAt = new DateTimeOffset(2026, 2, 3, 9, 0, 0, TimeSpan.FromHours(9)),
        PublisherFileHash = new string('0', 64),
        Illustrative = false,
    };

    [Fact]
    public async Task A_snapshot_is_named_by_the_sha256_of_its_bytes_and_keeps_its_record()
    {
        var store = new SnapshotStore(await emulator.ContainerAsync());

        var stored = await store.PutAsync(Abc, Record);

        Assert.Equal((AbcHash, 3L), (stored.Hash, stored.Length));
        var found = await store.FindAsync(AbcHash);
        Assert.Equal(stored, found);
        Assert.Equal("mcs2026_世界.csv", found!.Record.FileName);
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 0, 0, 0, TimeSpan.Zero), found.Record.ObtainedAt);
        Assert.Equal(Abc, (await store.ReadAsync(AbcHash)).ToArray());
    }

    [Fact]
    public async Task The_same_bytes_obtained_again_keep_the_first_record()
    {
        var store = new SnapshotStore(await emulator.ContainerAsync());
        var first = await store.PutAsync(Abc, Record);

        var again = await store.PutAsync(Abc, Record with { ObtainedAt = Record.ObtainedAt.AddDays(90), FileName = "renamed.csv" });

        Assert.Equal(first, again);
        Assert.Equal(first, Assert.Single(await ListAsync(store)));
    }

    [Fact]
    public async Task Bytes_that_were_given_for_one_run_become_lasting_when_they_are_obtained_for_all()
    {
        var store = new SnapshotStore(await emulator.ContainerAsync());
        await store.PutAsync(Abc, Record with { ForOneRun = true, FileName = "tried.csv" });

        var lasting = await store.PutAsync(Abc, Record);
        var triedAgain = await store.PutAsync(Abc, Record with { ForOneRun = true });

        Assert.Equal(("mcs2026_世界.csv", false), (lasting.Record.FileName, lasting.Record.ForOneRun));
        Assert.Equal(lasting, triedAgain);
        Assert.Equal(lasting, await store.FindAsync(AbcHash));
        Assert.Equal(lasting, Assert.Single(await ListAsync(store)));
    }

    [Fact]
    public async Task Writers_of_the_same_bytes_at_once_agree_on_one_record()
    {
        var container = await emulator.ContainerAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(n => new SnapshotStore(container).PutAsync(Abc, Record with { Title = $"{n}" })));

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task A_snapshot_without_its_record_is_not_seen_and_the_next_put_completes_it()
    {
        var container = await emulator.ContainerAsync();
        var store = new SnapshotStore(container);
        await store.PutAsync(Abc, Record);
        await container.DeleteBlobAsync(AbcHash + ".json");
        Assert.Empty(await ListAsync(store));

        await store.PutAsync(Abc, Record);

        Assert.Equal(AbcHash, Assert.Single(await ListAsync(store)).Hash);
    }

    [Fact]
    public async Task Stored_bytes_are_not_overwritten_by_bytes_that_claim_their_name()
    {
        var container = await emulator.ContainerAsync();
        await new SnapshotStore(container).PutAsync(Abc, Record);

        var refused = await Assert.ThrowsAsync<ImmutableContentException>(() =>
            new ImmutableBlobs(container)
                .PutAsync(AbcHash, "abd"u8.ToArray(), "application/octet-stream", compress: false, CancellationToken.None));

        Assert.Equal(AbcHash, refused.Fault.Place);
        Assert.Equal(Abc, (await new SnapshotStore(container).ReadAsync(AbcHash)).ToArray());
    }

    [Fact]
    public async Task Damaged_bytes_are_noticed_at_the_end_of_reading()
    {
        var container = await emulator.ContainerAsync();
        await container.GetBlobClient(AbcHash).UploadAsync(BinaryData.FromString("abd"));
        await using var stream = await new SnapshotStore(container).OpenReadAsync(AbcHash);
        var buffer = new byte[3];
        await stream.ReadExactlyAsync(buffer);

        var damaged = await Assert.ThrowsAsync<CorruptContentException>(() => stream.ReadExactlyAsync(buffer).AsTask());

        Assert.Equal(AbcHash, damaged.Fault.Place);
    }

    [Fact]
    public async Task Bytes_that_end_too_early_are_noticed_by_a_reader_of_lines()
    {
        var container = await emulator.ContainerAsync();
        await container.GetBlobClient(AbcHash).UploadAsync(BinaryData.FromString("ab"));
        using var reader = new StreamReader(await new SnapshotStore(container).OpenReadAsync(AbcHash), Encoding.UTF8);

        await Assert.ThrowsAsync<CorruptContentException>(async () => await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task An_unknown_hash_is_an_error_that_names_it()
    {
        var store = new SnapshotStore(await emulator.ContainerAsync());

        Assert.Null(await store.FindAsync(AbcHash));
        Assert.Equal(AbcHash, (await Assert.ThrowsAsync<MissingContentException>(() => store.OpenReadAsync(AbcHash))).Fault.Place);
        await Assert.ThrowsAsync<MissingContentException>(() => store.GetAsync(AbcHash));
        await Assert.ThrowsAsync<MissingContentException>(() => store.FindAsync("../current"));
    }

    [Fact]
    public async Task A_missing_container_is_not_taken_for_a_missing_snapshot()
    {
        var store = new SnapshotStore(new BlobContainerClient(emulator.ConnectionString, "nowhere"));
        Assert.Equal("ContainerNotFound", (await Assert.ThrowsAsync<RequestFailedException>(() => store.FindAsync(AbcHash))).ErrorCode);
    }

    [Fact]
    public async Task The_list_has_every_snapshot_once_in_the_order_of_hashes()
    {
        var store = new SnapshotStore(await emulator.ContainerAsync());
        var hashes = new SortedSet<string>(StringComparer.Ordinal);
        for (byte n = 0; n < 20; n++) hashes.Add((await store.PutAsync(new[] { n }, Record)).Hash);

        Assert.Equal(hashes, (await ListAsync(store)).Select(snapshot => snapshot.Hash));
    }

    private static async Task<List<Snapshot>> ListAsync(SnapshotStore store)
    {
        var list = new List<Snapshot>();
        await foreach (var snapshot in store.ListAsync()) list.Add(snapshot);
        return list;
    }
}
