using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Pipeline.Storage;

/// <summary>How a user's leaving ended.</summary>
internal enum Leaving
{
    /// <summary>Others use the emulator, which goes on.</summary>
    OthersStay,

    /// <summary>The emulator has ended; what it held is written out.</summary>
    Ended,

    /// <summary>It has not ended within the time.</summary>
    NoAnswer,
}

/// <summary>
/// A connection that tells a running emulator that this process uses it. The system closes it when the process is gone, however it went;
/// the emulator ends with its last user. Its port stands in the data folder for as long as an emulator has ever used it.
/// </summary>
internal sealed class EmulatorHold : IDisposable
{
    private const string Note = "emulator.port";
    private const string Greeting = "storage-emulator ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TcpClient connection;
    private readonly StreamReader lines;

    private EmulatorHold(TcpClient connection, StreamReader lines, int processId, int[] ports)
    {
        (this.connection, this.lines, ProcessId) = (connection, lines, processId);
        ConnectionString = StorageConnection.ForEmulator(ports[0], ports[1], ports[2]);
    }

    /// <summary>Id of the emulator's process.</summary>
    public int ProcessId { get; }

    /// <summary>Connection string of the emulator.</summary>
    public string ConnectionString { get; }

    /// <summary>Joins the users of the emulator that has the data folder. Null when none has; one that is ending is waited for.</summary>
    public static async Task<EmulatorHold?> TryJoinAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var note = Path.Combine(dataFolder, Note);
        if (!File.Exists(note) || !int.TryParse(await File.ReadAllTextAsync(note, cancellationToken), CultureInfo.InvariantCulture, out var port))
            return null;

        var connection = new TcpClient();
        StreamReader? lines = null;
        try
        {
            await connection.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            lines = new StreamReader(connection.GetStream());
            // After an emulator was killed its port may be anybody's.
            if (await LineAsync(lines, Patience, cancellationToken) is not { } greeting
                || !greeting.StartsWith(Greeting, StringComparison.Ordinal)
                || !int.TryParse(greeting.AsSpan(Greeting.Length), CultureInfo.InvariantCulture, out var processId)) return null;
            if (await lines.ReadLineAsync(cancellationToken) is not { } listening) return null;

            int[] ports = [.. listening.Split(' ')[1..].Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
            var hold = new EmulatorHold(connection, lines, processId, ports);
            (connection, lines) = (null!, null);
            return hold;
        }
        catch (Exception gone) when (gone is SocketException or IOException)
        {
            return null;
        }
        finally
        {
            lines?.Dispose();
            connection?.Dispose();
        }
    }

    /// <summary>Says that this process is done with the emulator, and waits until that is settled.</summary>
    public async Task<Leaving> LeaveAsync(TimeSpan limit)
    {
        try
        {
            connection.Client.Shutdown(SocketShutdown.Send);
            using var timeout = new CancellationTokenSource(limit);
            return await lines.ReadLineAsync(timeout.Token) is null ? Leaving.Ended : Leaving.OthersStay;
        }
        catch (Exception gone) when (gone is SocketException or IOException)
        {
            return Leaving.Ended;
        }
        catch (OperationCanceledException)
        {
            return Leaving.NoAnswer;
        }
    }

    public void Dispose()
    {
        lines.Dispose();
        connection.Dispose();
    }

    /// <summary>Null when no line comes in time.</summary>
    private static async Task<string?> LineAsync(StreamReader lines, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limit);
        try
        {
            return await lines.ReadLineAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
