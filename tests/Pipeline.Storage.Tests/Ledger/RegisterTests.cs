namespace Pipeline.Storage.Tests;

[Collection(EmulatorGroup.Name)]
public sealed class RegisterTests(EmulatorFixture emulator)
{
    private static readonly string First = ContentHash.Of("first"u8);
    private static readonly string Second = ContentHash.Of("second"u8);

    [Fact]
    public async Task A_pull_that_finds_the_same_bytes_changes_only_the_time_of_the_check()
    {
        var register = new SourceRegister(await emulator.TableAsync());
        var file = await register.PutAsync(new SourceFile("wgi", "wgi 2025?.xlsx", "2025", First, Times.Start, Times.Start));

        file = await register.PutAsync(file.Checked("2025", First, Times.After(60)));
        Assert.Equal((Times.Start, Times.After(60)), (file.ChangedAt, file.CheckedAt));

        await register.PutAsync(file.Checked("2026", Second, Times.After(120)));
        var found = (await register.FindAsync("wgi", "wgi 2025?.xlsx"))!;
        Assert.Equal(("2026", Second, Times.After(120)), (found.Edition, found.SnapshotHash, found.ChangedAt));
    }

    [Fact]
    public async Task What_the_publisher_said_of_the_state_of_a_file_is_kept_with_it()
    {
        var register = new SourceRegister(await emulator.TableAsync());
        await register.PutAsync(new SourceFile("wgi", "WGICSV.csv", "", First, Times.Start, Times.Start)
        {
            AddressFile = "WGI_CSV.zip", EntityTag = "W/\"a-1\"", LastModified = Times.After(-60),
        });
        await register.PutAsync(new SourceFile("wgi", "WGI_CSV.zip", "", Second, Times.Start, Times.Start) { IsArchive = true });

        var member = (await register.FindAsync("wgi", "WGICSV.csv"))!;
        Assert.Equal(("WGI_CSV.zip", false, "W/\"a-1\"", (DateTimeOffset?)Times.After(-60)), (member.AddressFile, member.IsArchive, member.EntityTag, member.LastModified));
        var archive = (await register.FindAsync("wgi", "WGI_CSV.zip"))!;
        Assert.Equal(("WGI_CSV.zip", true, null, null), (archive.AddressFile, archive.IsArchive, archive.EntityTag, archive.LastModified));
        Assert.Equal("W/\"a-1\"", member.Checked("", First, Times.After(5)).EntityTag);
    }

    [Fact]
    public async Task Two_pulls_of_one_file_at_once_do_not_overwrite_each_other()
    {
        var register = new SourceRegister(await emulator.TableAsync());
        var read = await register.PutAsync(new SourceFile("wgi", "wgi.xlsx", "2025", First, Times.Start, Times.Start));
        await register.PutAsync(read.Checked("2026", Second, Times.After(1)));

        await Assert.ThrowsAsync<StorageConflictException>(() => register.PutAsync(read.Checked("2025", First, Times.After(2))));
        await Assert.ThrowsAsync<StorageConflictException>(
            () => register.PutAsync(new SourceFile("wgi", "wgi.xlsx", "2025", First, Times.Start, Times.Start)));
        Assert.Equal(Second, (await register.FindAsync("wgi", "wgi.xlsx"))!.SnapshotHash);
    }

    [Fact]
    public async Task Files_are_listed_by_source()
    {
        var register = new SourceRegister(await emulator.TableAsync());
        foreach (var (source, name) in new[] { ("wgi", "b"), ("mof-trade", "z"), ("wgi", "a") })
            await register.PutAsync(new SourceFile(source, name, "", First, Times.Start, Times.Start));

        Assert.Equal(
            ["mof-trade/z", "wgi/a", "wgi/b"], await register.ListAsync().Select(file => $"{file.SourceId}/{file.FileName}").ToListAsync());
        Assert.Equal(["a", "b"], await register.ListAsync("wgi").Select(file => file.FileName).ToListAsync());
        Assert.Null(await register.FindAsync("wgi", "c"));
    }

    [Fact]
    public async Task An_alert_stands_once_until_it_is_cleared()
    {
        var log = new AlertLog(await emulator.TableAsync());

        Assert.True(await log.RaiseAsync(new Alert("source-late", "wgi", "late by a day", Times.Start)));
        Assert.False(await log.RaiseAsync(new Alert("source-late", "wgi", "late by two days", Times.After(1))));
        Assert.Equal("late by a day", Assert.Single(await log.ListAsync()).Message);

        Assert.True(await log.ClearAsync("source-late", "wgi", Times.After(2)));
        Assert.False(await log.ClearAsync("source-late", "wgi", Times.After(3)));
        Assert.Empty(await log.ListAsync());
        Assert.Equal(Times.After(2), Assert.Single(await log.ListAsync(standingOnly: false)).ClearedAt);
        Assert.True(await log.RaiseAsync(new Alert("source-late", "wgi", "late again", Times.After(4))));
    }

    [Fact]
    public async Task Alerts_are_listed_newest_first()
    {
        var log = new AlertLog(await emulator.TableAsync());
        foreach (var n in new[] { 2, 3, 1 }) await log.RaiseAsync(new Alert("step-failed", $"run/{n}", "", Times.After(n)));

        Assert.Equal(["run/3", "run/2", "run/1"], (await log.ListAsync()).Select(alert => alert.Subject));
    }
}
