using System.Diagnostics;
using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>
/// The storage emulator on this machine, for development and tests: installed on first use, started on loopback, and stopped by the
/// process that started it. It also ends by itself when that process is gone without a word.
/// </summary>
public sealed class StorageEmulator : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly FolderLock folder;
    private int stopped;

    private StorageEmulator(Process process, FolderLock folder, string connectionString)
    {
        (this.process, this.folder, ConnectionString) = (process, folder, connectionString);
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>Connection string of this emulator.</summary>
    public string ConnectionString { get; }

    /// <summary>Id of its process.</summary>
    public int ProcessId => process.Id;

    /// <summary>
    /// Makes sure that the account of a connection string answers when it is the emulator's: starts one unless one is there. The process
    /// that starts it also stops it; another that uses it meanwhile loses it then, so what is to stay is started first.
    /// </summary>
    /// <param name="connectionString">The setting.</param>
    /// <param name="progress">Told, in a line each, what takes time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The emulator to dispose of at the end, or null when there was nothing to start: another account, or an emulator of somebody
    /// else's.</returns>
    /// <exception cref="EmulatorException">Node or npm is missing, the install fails, or the ports are taken by something else.</exception>
    public static async Task<StorageEmulator?> EnsureAsync(
        string connectionString, Action<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        if (!StorageConnection.IsDevelopment(connectionString)) return null;

        var options = StorageEmulatorOptions.Development();
        if (await EmulatorProbe.AnswersAsync(options, cancellationToken)) return null;
        return await TryStartAsync(options, progress, cancellationToken);
    }

    /// <summary>Starts an emulator of one's own.</summary>
    /// <exception cref="EmulatorException">Node or npm is missing, the install fails, a port is taken, or the data folder belongs to an
    /// emulator that is running.</exception>
    public static async Task<StorageEmulator> StartAsync(
        StorageEmulatorOptions options, Action<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return await TryStartAsync(options, progress, cancellationToken) ?? throw new EmulatorException(new Fault(
            "storage emulator", options.DataFolder, "a data folder of its own", "an emulator that is running on the same ports with it",
            "give each emulator its own data folder"));
    }

    /// <summary>Stops the emulator, which first writes out what it holds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref stopped, 1) == 1) return;
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        await StopAsync(process);
        process.Dispose();
        await folder.DisposeAsync();
    }

    /// <summary>Null when another process has started one on the same ports while this one waited for the data folder.</summary>
    private static async Task<StorageEmulator?> TryStartAsync(
        StorageEmulatorOptions options, Action<string>? progress, CancellationToken cancellationToken)
    {
        await EmulatorPackage.EnsureAsync(options.PackageFolder, progress, cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        FolderLock? folder = null;
        Process? process = null;
        try
        {
            folder = await FolderLock.TakeAsync(options.DataFolder, token => IsUpAsync(options, token), limit.Token);
            if (folder is null) return null;

            progress?.Invoke("Starting the storage emulator");
            process = EmulatorPackage.Start(StartInfo(options), "node");
            var ports = await new EmulatorOutput(process).ListeningAsync(limit.Token);
            var started = new StorageEmulator(process, folder, StorageConnection.ForEmulator(ports.Blob, ports.Queue, ports.Table));
            (process, folder) = (null, null);
            return started;
        }
        catch (OperationCanceledException slow) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EmulatorException(new Fault(
                "storage emulator", options.DataFolder, $"an answer within {StartLimit.TotalSeconds:0} seconds", "none",
                folder is null
                    ? "stop the emulator that uses this data folder"
                    : "try again, or look at what keeps the machine busy"), slow);
        }
        finally
        {
            if (process is not null)
            {
                await StopAsync(process);
                process.Dispose();
            }

            if (folder is not null) await folder.DisposeAsync();
        }
    }

    /// <summary>True once all three services answer; while another process is starting them one may be up before the others.</summary>
    private static async Task<bool> IsUpAsync(StorageEmulatorOptions options, CancellationToken cancellationToken)
    {
        if (options.BlobPort == 0) return false;
        try
        {
            return await EmulatorProbe.AnswersAsync(options, cancellationToken);
        }
        catch (EmulatorException)
        {
            return false;
        }
    }

    private static ProcessStartInfo StartInfo(StorageEmulatorOptions options) => new("node",
    [
        "run.js", "--silent", "--disableTelemetry",
        "--location", Path.GetFullPath(options.DataFolder),
        "--blobPort", options.BlobPort.ToString(CultureInfo.InvariantCulture),
        "--queuePort", options.QueuePort.ToString(CultureInfo.InvariantCulture),
        "--tablePort", options.TablePort.ToString(CultureInfo.InvariantCulture),
    ])
    {
        WorkingDirectory = options.PackageFolder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    /// <summary>Closing its standard input asks the emulator to end; one that does not is killed.</summary>
    private static async Task StopAsync(Process process)
    {
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private void OnProcessExit(object? sender, EventArgs e)
    {
        if (Interlocked.Exchange(ref stopped, 1) == 1) return;
        process.StandardInput.Close();
        if (!process.WaitForExit(StopLimit)) process.Kill(entireProcessTree: true);
    }
}
