using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pipeline.Storage.Tests;

public sealed class StorageEmulatorTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pipeline-emulator-");

    private StorageEmulatorOptions Options => StorageEmulatorOptions.OnFreePorts(Path.Combine(folder.FullName, "data"));

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_emulator_that_was_started_is_gone_after_it_is_disposed_of_and_what_was_stored_is_there_again()
    {
        var hash = "";
        for (var round = 0; round < 2; round++)
        {
            var emulator = await StorageEmulator.StartAsync(Options);
            using var process = Process.GetProcessById(emulator.ProcessId);
            var account = StorageAccount.Connect(emulator.ConnectionString);
            await account.CreateAsync();
            if (round == 0) hash = (await account.Snapshots.PutAsync("bytes"u8.ToArray(), SampleRecord)).Hash;
            else Assert.Equal("bytes"u8.ToArray(), (await account.Snapshots.ReadAsync(hash)).ToArray());

            await emulator.DisposeAsync();
            await emulator.DisposeAsync();

            Assert.True(process.HasExited);
        }
    }

    /// <summary>
    /// The owner here is a small program that starts the emulator as the product does and prints its process id; then it is killed.
    /// </summary>
    [Fact]
    public async Task An_emulator_whose_owner_is_killed_ends_by_itself()
    {
        const string owner = """
            const child = require('child_process').spawn(
                'node',
                ['run.js', '--silent', '--disableTelemetry', '--location', process.argv[1], '--blobPort', '0', '--queuePort', '0', '--tablePort', '0']);
            child.stdout.on('data', text => { if (String(text).includes('Table service is successfully')) console.log(child.pid); });
            """;
        using var process = Process.Start(
            new ProcessStartInfo(
                "node", ["-e", owner, Options.DataFolder]) { WorkingDirectory = Options.PackageFolder, RedirectStandardOutput = true })!;
        using var child = Process.GetProcessById(
            int.Parse((await process.StandardOutput.ReadLineAsync())!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.False(child.HasExited);

        process.Kill(entireProcessTree: false);

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await child.WaitForExitAsync(limit.Token);
        Assert.True(child.HasExited);
    }

    [Fact]
    public async Task Two_emulators_started_at_once_take_different_ports()
    {
        var emulators = await Task.WhenAll(
            Enumerable.Range(0, 2)
                .Select(n => StorageEmulator.StartAsync(Options with { DataFolder = Path.Combine(folder.FullName, $"data{n}") })));

        Assert.NotEqual(emulators[0].ConnectionString, emulators[1].ConnectionString);
        foreach (var emulator in emulators) await emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_taken_port_is_an_error_that_says_what_to_do_and_leaves_no_process()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var options = Options with { TablePort = ((IPEndPoint)other.LocalEndpoint).Port };

        var error = await Assert.ThrowsAsync<EmulatorException>(() => StorageEmulator.StartAsync(options));

        Assert.StartsWith("stop the program that has the port", error.Fault.Remedy, StringComparison.Ordinal);
        await using var next = await StorageEmulator.StartAsync(Options);
        Assert.NotEqual(0, next.ProcessId);
    }

    [Fact]
    public async Task A_program_that_is_no_storage_service_is_told_from_one_that_is()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var answering = AnswerAsync(other, "HTTP/1.1 200 OK\r\nServer: something\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var error = await Assert.ThrowsAsync<EmulatorException>(
            () => EmulatorProbe.AnswersAsync(Options with { BlobPort = port, QueuePort = port, TablePort = port }, CancellationToken.None));

        Assert.Equal("another program that is listening there", error.Fault.Found);
        other.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => answering);
        Assert.False(
            await EmulatorProbe.AnswersAsync(Options with { BlobPort = port, QueuePort = port, TablePort = port }, CancellationToken.None));
    }

    [Fact]
    public async Task A_running_emulator_is_recognised()
    {
        await using var emulator = await StorageEmulator.StartAsync(Options);
        var connection = StorageConnection.Parse(emulator.ConnectionString);

        Assert.True(
            await EmulatorProbe.AnswersAsync(
                Options with { BlobPort = connection.Blobs.Port, QueuePort = connection.Queues.Port, TablePort = connection.Tables.Port },
                CancellationToken.None));
    }

    [Fact]
    public async Task Another_account_starts_no_emulator() =>
        Assert.Null(await StorageEmulator.EnsureAsync("AccountName=minerals;AccountKey=a2V5", _ => Assert.Fail("nothing is to be done")));

    [Fact]
    public void A_missing_program_is_an_error_that_says_what_to_install()
    {
        var error = Assert.Throws<EmulatorException>(() => EmulatorPackage.Start(new ProcessStartInfo("no-such-node"), "node"));
        Assert.StartsWith("install Node.js", error.Fault.Remedy, StringComparison.Ordinal);
    }

    /// <summary>There is no lock file here; npm refuses that without asking anybody.</summary>
    [Fact]
    public async Task An_install_that_fails_is_an_error_with_the_words_of_npm()
    {
        var package = folder.CreateSubdirectory("package");
        await File.WriteAllTextAsync(Path.Combine(package.FullName, "package.json"), """{"name":"e","version":"1.0.0"}""");
        var progress = new List<string>();

        var error = await Assert.ThrowsAsync<EmulatorException>(
            () => StorageEmulator.StartAsync(Options with { PackageFolder = package.FullName }, progress.Add));

        Assert.Contains("EUSAGE", error.Fault.Found, StringComparison.Ordinal);
        Assert.StartsWith("Installing the storage emulator", Assert.Single(progress), StringComparison.Ordinal);
    }

    private static SnapshotRecord SampleRecord { get; } = new()
    {
        SourceId = "sample", FileName = "sample.csv", Publisher = "", Title = "", Licence = "", Citation = "", ObtainedAt = Times.Start, Illustrative = true,
    };

    private static async Task AnswerAsync(TcpListener listener, string answer)
    {
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            var buffer = new byte[4096];
            if (await stream.ReadAsync(buffer) > 0) await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        }
    }
}
