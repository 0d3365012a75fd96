namespace Pipeline.Storage.Tests;

[Collection(EmulatorGroup.Name)]
public sealed class RunFileStoreTests(EmulatorFixture emulator)
{
    private const string Run = "20261122T030405123Z-2026Q4";

    [Fact]
    public async Task A_file_of_a_run_is_stored_once_and_never_replaced()
    {
        var files = new RunFileStore(await emulator.ContainerAsync());

        Assert.True(await files.PutAsync(Run, "changes.json", "{}"u8.ToArray(), "application/json"));
        Assert.False(await files.PutAsync(Run, "changes.json", "{}"u8.ToArray(), "application/json"));
        await Assert.ThrowsAsync<ImmutableContentException>(() => files.PutAsync(Run, "changes.json", "[]"u8.ToArray(), "application/json"));

        var found = (await files.TryGetAsync(Run, "changes.json"))!;
        Assert.Equal(("{}", "application/json"), (System.Text.Encoding.UTF8.GetString(found.Bytes.Span), found.ContentType));
        Assert.Null(await files.TryGetAsync(Run, "request.json"));
    }

    [Fact]
    public async Task Files_of_one_run_are_listed_by_name_without_those_of_another()
    {
        var files = new RunFileStore(await emulator.ContainerAsync());
        foreach (var (run, name) in new[] { (Run, "b.json"), (Run, "a/c.json"), (Run + "x", "z.json") })
            await files.PutAsync(run, name, "{}"u8.ToArray(), "application/json");

        Assert.Equal(["a/c.json", "b.json"], await files.FilesAsync(Run).Select(file => file.Name).ToListAsync());
    }

    [Fact]
    public async Task A_run_id_cannot_climb_into_the_place_of_a_vintage()
    {
        var files = new RunFileStore(await emulator.ContainerAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => files.PutAsync("../2026Q4-1", "manifest.json", "{}"u8.ToArray(), "application/json"));
    }
}
