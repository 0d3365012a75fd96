using System.Diagnostics;
using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>
/// The storage emulator on this machine, for development and tests: installed on first use, started on loopback, shared by the processes
/// that use it, and ended with the last of them, however that one went.
/// </summary>
public sealed class StorageEmulator : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly EmulatorHold hold;
    private readonly Process? process;
    private int left;

    private StorageEmulator(EmulatorHold hold, Process? process)
    {
        (this.hold, this.process) = (hold, process);
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>Connection string of this emulator.</summary>
    public string ConnectionString => hold.ConnectionString;

    /// <summary>Id of its process.</summary>
    public int ProcessId => hold.ProcessId;

    /// <summary>
    /// Makes sure that the account of a connection string answers when it is the emulator's: joins the one that runs for this clone, or
    /// starts it. It stays at least until what is returned is disposed of, whoever started it.
    /// </summary>
    /// <param name="connectionString">The setting.</param>
    /// <param name="progress">Told, in a line each, what takes time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The emulator to dispose of at the end, or null when there is nothing to hold: another account, or an emulator that was
    /// started by other means.</returns>
    /// <exception cref="EmulatorException">Node or npm is missing, the install fails, or the ports are taken by something else.</exception>
    public static async Task<StorageEmulator?> EnsureAsync(
        string connectionString, Action<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        return StorageConnection.IsDevelopment(connectionString)
            ? await ShareAsync(StorageEmulatorOptions.Development(), progress, cancellationToken)
            : null;
    }

    /// <summary>Joins the emulator that runs with this data folder, or starts it.</summary>
    /// <returns>Null when storage services that were started by other means answer on the ports.</returns>
    /// <exception cref="EmulatorException">Node or npm is missing, the install fails, or a port is taken by something else.</exception>
    public static async Task<StorageEmulator?> ShareAsync(
        StorageEmulatorOptions options, Action<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var there = await WithFolderAsync(options, token => FindAsync(options, token), cancellationToken);
        if (there.Settled) return there.Emulator;
        await EmulatorPackage.EnsureAsync(options.PackageFolder, progress, cancellationToken);
        return await WithFolderAsync(
            options,
            async token => await FindAsync(options, token) is { Settled: true } found ? found.Emulator : await LaunchAsync(options, progress, token),
            cancellationToken);
    }

    /// <summary>Starts an emulator of one's own; one that is ending is waited for.</summary>
    /// <exception cref="EmulatorException">Node or npm is missing, the install fails, a port is taken, or the data folder belongs to an
    /// emulator that is running.</exception>
    public static async Task<StorageEmulator> StartAsync(
        StorageEmulatorOptions options, Action<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        await EmulatorPackage.EnsureAsync(options.PackageFolder, progress, cancellationToken);
        return await WithFolderAsync(
            options,
            async token =>
            {
                while (await EmulatorHold.TryJoinAsync(options.DataFolder, token) is { } hold)
                {
                    using (hold) await hold.LeaveAsync(StopLimit);
                    await Task.Delay(Pause, token);
                }

                return await LaunchAsync(options, progress, token);
            },
            cancellationToken);
    }

    /// <summary>Leaves the emulator. When nobody else uses it, it writes out what it holds and ends before this returns.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref left, 1) == 1) return;
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        await LeaveAsync();
        hold.Dispose();
        process?.Dispose();
    }

    /// <summary>The emulator of the folder, joined; settled without one when services that are none of ours answer on the ports.</summary>
    private static async Task<(bool Settled, StorageEmulator? Emulator)> FindAsync(
        StorageEmulatorOptions options, CancellationToken cancellationToken)
    {
        if (await EmulatorHold.TryJoinAsync(options.DataFolder, cancellationToken) is { } hold) return (true, new StorageEmulator(hold, null));
        return (options.BlobPort != 0 && await EmulatorProbe.AnswersAsync(options, cancellationToken), null);
    }

    /// <summary>One process at a time looks for an emulator in the folder and starts one.</summary>
    private static async Task<T> WithFolderAsync<T>(
        StorageEmulatorOptions options, Func<CancellationToken, Task<T>> act, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        FolderLock? folder = null;
        try
        {
            folder = await FolderLock.TakeAsync(options.DataFolder, limit.Token);
            return await act(limit.Token);
        }
        catch (OperationCanceledException slow) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EmulatorException(new Fault(
                "storage emulator", options.DataFolder, $"an answer within {StartLimit.TotalSeconds:0} seconds", "none",
                "stop the emulator that uses this data folder, or look at what keeps the machine busy"), slow);
        }
        finally
        {
            if (folder is not null) await folder.DisposeAsync();
        }
    }

    private static async Task<StorageEmulator> LaunchAsync(
        StorageEmulatorOptions options, Action<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Invoke("Starting the storage emulator");
        var process = EmulatorPackage.Start(StartInfo(options), "node");
        try
        {
            await new EmulatorOutput(process).ListeningAsync(cancellationToken);
            if (await EmulatorHold.TryJoinAsync(options.DataFolder, cancellationToken) is { } hold) return new StorageEmulator(hold, process);
            throw new EmulatorException(new Fault(
                "storage emulator", options.DataFolder, "an emulator that takes users", "one that has ended", "try again"));
        }
        catch
        {
            await EndAsync(process);
            process.Dispose();
            throw;
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

    /// <summary>Closing its standard input asks an emulator that nobody has joined to end; one that does not is killed.</summary>
    private static async Task EndAsync(Process process)
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

    private async Task LeaveAsync()
    {
        // The users whose connection stands keep it, no longer the pipe of the process that started it.
        process?.StandardInput.Close();
        var leaving = await hold.LeaveAsync(StopLimit);
        if (process is null || leaving == Leaving.OthersStay) return;
        if (leaving == Leaving.NoAnswer) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private void OnProcessExit(object? sender, EventArgs e)
    {
        if (Interlocked.Exchange(ref left, 1) == 0) LeaveAsync().Wait(StopLimit);
    }
}
