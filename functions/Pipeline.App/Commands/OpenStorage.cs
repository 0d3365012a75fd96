using Pipeline.App.Settings;
using Pipeline.Storage;

namespace Pipeline.App.Commands;

/// <summary>Storage that is open for one command: the emulator, when it is asked for, is joined or started, and ends with its last user.</summary>
internal sealed class OpenStorage : IAsyncDisposable
{
    private readonly StorageEmulator? emulator;

    private OpenStorage(StorageAccount account, StorageEmulator? emulator) => (Account, this.emulator) = (account, emulator);

    /// <summary>The account.</summary>
    public StorageAccount Account { get; }

    /// <summary>Opens the account of the settings and creates what it lacks.</summary>
    /// <param name="surroundings">Settings and streams.</param>
    /// <param name="progress">Told in words what is going on.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public static async Task<OpenStorage> ForAsync(Surroundings surroundings, Action<string> progress, CancellationToken cancellation)
    {
        StorageSettings settings = surroundings.Settings.Storage;
        StorageEmulator? emulator = settings.ConnectionString is { } connection ? await StorageEmulator.EnsureAsync(connection, progress, cancellation) : null;
        try
        {
            StorageAccount account = emulator is null ? settings.Connect() : StorageAccount.Connect(emulator.ConnectionString);
            await account.CreateAsync(cancellation);
            return new OpenStorage(account, emulator);
        }
        catch
        {
            if (emulator is not null)
            {
                await emulator.DisposeAsync();
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => emulator?.DisposeAsync() ?? ValueTask.CompletedTask;
}
