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
        StorageEmulator? emulator = await StorageEmulator.EnsureAsync(surroundings.Settings.StorageConnection, progress, cancellation);
        try
        {
            StorageAccount account = StorageAccount.Connect(emulator?.ConnectionString ?? surroundings.Settings.StorageConnection);
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
