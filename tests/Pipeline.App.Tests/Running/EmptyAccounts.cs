using System.Globalization;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Running;

/// <summary>One real storage emulator with many accounts: each test takes an empty one, without an emulator to be started for each.</summary>
public sealed class EmptyAccounts : IAsyncLifetime
{
    /// <summary>Name for the attribute.</summary>
    public const string Name = "Empty storage accounts of one emulator";

    private const string Setting = "AZURITE_ACCOUNTS";
    private const string Usual = "devstoreaccount1";
    private const int Most = 100;

    // Any text in base64 is a key.
    private static readonly string Key = Convert.ToBase64String(new byte[64]);

    private readonly TemporaryFolder folder = new();
    private StorageEmulator? emulator;
    private int taken;

    /// <summary>Connection string of an account that no other test has.</summary>
    public string Next()
    {
        int number = Interlocked.Increment(ref taken);
        Assert.InRange(number, 1, Most);
        IEnumerable<string> parts = emulator!.ConnectionString.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.StartsWith("AccountKey=", StringComparison.Ordinal) ? $"AccountKey={Key}" : part.Replace(Usual, Account(number), StringComparison.Ordinal));
        return string.Join(';', parts);
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        // The emulator's list of accounts is a variable of its process, which it inherits from this one.
        string? before = Environment.GetEnvironmentVariable(Setting);
        Environment.SetEnvironmentVariable(Setting, string.Join(';', Enumerable.Range(1, Most).Select(number => $"{Account(number)}:{Key}").Append(UsualAccount)));
        try
        {
            emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(folder.File("azurite")));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Setting, before);
        }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (emulator is not null)
        {
            await emulator.DisposeAsync();
        }

        folder.Dispose();
    }

    /// <summary>The usual account with its documented key, for an emulator that another test starts at the same moment.</summary>
    private static string UsualAccount =>
        $"{Usual}:Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static string Account(int number) => string.Create(CultureInfo.InvariantCulture, $"empty{number}");
}

/// <summary>Tests that take an empty account each.</summary>
[CollectionDefinition(EmptyAccounts.Name)]
public sealed class EmptyAccountsGroup : ICollectionFixture<EmptyAccounts>;
