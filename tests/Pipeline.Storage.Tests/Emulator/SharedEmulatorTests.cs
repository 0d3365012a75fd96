using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Pipeline.Storage.Tests;

/// <summary>Several processes on one emulator: it stays for as long as one of them is there, whichever goes first and however.</summary>
public sealed class SharedEmulatorTests : IDisposable
{
    /// <summary>Starts the emulator as the product does and says its process id when it listens.</summary>
    private const string Starter = """
        const child = require('child_process').spawn(
            'node',
            ['run.js', '--silent', '--disableTelemetry', '--location', process.argv[1], '--blobPort', '0', '--queuePort', '0', '--tablePort', '0']);
        child.stdout.on('data', text => { if (String(text).includes('Table service is successfully')) console.log(child.pid); });
        """;

    /// <summary>Joins the emulator of a folder as the product does and says its greeting.</summary>
    private const string User = """
        const port = Number(require('fs').readFileSync(process.argv[1] + '/emulator.port', 'utf8'));
        const held = require('net').connect(port, '127.0.0.1').on('data', text => console.log(String(text).trim()));
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pipeline-emulator-");

    private StorageEmulatorOptions Options => StorageEmulatorOptions.OnFreePorts(Path.Combine(folder.FullName, "data"));

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Storage_stays_for_a_second_user_when_its_starter_is_killed_and_ends_with_him()
    {
        using var starter = Node(Starter);
        using var process = Process.GetProcessById(int.Parse((await starter.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
        var second = (await StorageEmulator.ShareAsync(Options))!;
        Assert.Equal(process.Id, second.ProcessId);
        var account = StorageAccount.Connect(second.ConnectionString);
        await account.CreateAsync();

        starter.Kill(entireProcessTree: false);
        await starter.WaitForExitAsync();
        var hash = (await account.Snapshots.PutAsync("bytes"u8.ToArray(), Record)).Hash;
        Assert.False(process.HasExited);
        await second.DisposeAsync();

        Assert.True(IsFree(new Uri(second.ConnectionString.Split("BlobEndpoint=")[1].Split(';')[0]).Port));
        await using var next = await StorageEmulator.StartAsync(Options);
        Assert.Equal("bytes"u8.ToArray(), (await StorageAccount.Connect(next.ConnectionString).Snapshots.ReadAsync(hash)).ToArray());
    }

    [Fact]
    public async Task Storage_stays_when_its_starter_is_done_and_ends_when_the_last_user_is_killed()
    {
        var first = (await StorageEmulator.ShareAsync(Options))!;
        using var process = Process.GetProcessById(first.ProcessId);
        using var second = Node(User);
        Assert.Equal($"storage-emulator {first.ProcessId}", await second.StandardOutput.ReadLineAsync());
        Assert.StartsWith("listening ", await second.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);

        await first.DisposeAsync();

        Assert.False(process.HasExited);
        var ended = process.WaitForExitAsync();
        await StorageAccount.Connect(first.ConnectionString).CreateAsync();
        Assert.False(ended.IsCompleted);
        second.Kill();
        await ended.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Users_who_come_at_once_start_one_emulator()
    {
        var said = new System.Collections.Concurrent.ConcurrentBag<string>();

        var shared = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StorageEmulator.ShareAsync(Options, said.Add)));

        Assert.Single(shared.Select(emulator => emulator!.ProcessId).Distinct());
        Assert.Single(said);
        foreach (var emulator in shared) await emulator!.DisposeAsync();
    }

    [Fact]
    public async Task One_who_comes_while_the_last_user_leaves_gets_a_new_emulator_with_the_same_data()
    {
        var hash = "";
        for (var round = 0; round < 5; round++)
        {
            var emulator = (await StorageEmulator.ShareAsync(Options))!;
            var account = StorageAccount.Connect(emulator.ConnectionString);
            if (round == 0)
            {
                await account.CreateAsync();
                hash = (await account.Snapshots.PutAsync("bytes"u8.ToArray(), Record)).Hash;
            }

            var leaving = emulator.DisposeAsync();
            await using var next = (await StorageEmulator.ShareAsync(Options))!;
            await leaving;
            Assert.Equal("bytes"u8.ToArray(), (await StorageAccount.Connect(next.ConnectionString).Snapshots.ReadAsync(hash)).ToArray());
        }
    }

    [Fact]
    public async Task An_emulator_of_ones_own_waits_until_the_users_of_another_have_left_the_folder()
    {
        var shared = (await StorageEmulator.ShareAsync(Options))!;
        var own = StorageEmulator.StartAsync(Options);
        using (var another = Node(User))
        {
            Assert.NotNull(await another.StandardOutput.ReadLineAsync());
            Assert.False(own.IsCompleted);
            another.Kill();
        }

        await shared.DisposeAsync();

        await using var started = await own;
        Assert.NotEqual(shared.ProcessId, started.ProcessId);
    }

    [Fact]
    public async Task A_port_that_was_a_killed_emulators_and_is_now_anothers_is_not_taken_for_it()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        Directory.CreateDirectory(Options.DataFolder);
        await File.WriteAllTextAsync(Path.Combine(Options.DataFolder, "emulator.port"), ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture));
        var answering = Task.Run(async () =>
        {
            using var client = await other.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync("220 mail.example.jp\r\n"u8.ToArray());
        });

        await using var emulator = await StorageEmulator.ShareAsync(Options);

        await answering;
        var account = StorageAccount.Connect(emulator!.ConnectionString);
        await account.CreateAsync();
        Assert.Empty(await account.Vintages.ListAsync());
    }

    private Process Node(string program) => Process.Start(new ProcessStartInfo("node", ["-e", program, Options.DataFolder])
    {
        WorkingDirectory = Options.PackageFolder, RedirectStandardOutput = true,
    })!;

    private static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        probe.Start();
        return true;
    }

    private static SnapshotRecord Record { get; } = new()
    {
        SourceId = "sample", FileName = "sample.csv", Publisher = "", Title = "", Licence = "", Citation = "", ObtainedAt = Times.Start, Illustrative = true,
    };
}
