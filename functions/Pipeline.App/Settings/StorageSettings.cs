using Azure.Identity;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Settings;

/// <summary>
/// Which storage account the program uses and as whom, by the names under which the Functions host reads the same: a connection string in
/// <c>AzureWebJobsStorage</c>, or the identity of the app, named by <c>AzureWebJobsStorage__credential</c> and the settings beside it. Half of
/// either, or both, is an error that names the settings and never shows what they hold.
/// </summary>
internal sealed record StorageSettings
{
    /// <summary>The connection string, and the section of the identity's settings.</summary>
    public const string Setting = "AzureWebJobsStorage";

    private const string Development = "UseDevelopmentStorage=true";
    private const string ManagedIdentity = "managedidentity";
    private const string AccountName = "accountName";
    private const string Credential = "credential";
    private const string ClientId = "clientId";
    private static readonly string[] Services = ["blobServiceUri", "queueServiceUri", "tableServiceUri"];

    private StorageSettings(string? connectionString, StorageIdentity? identity) => (ConnectionString, Identity) = (connectionString, identity);

    /// <summary>The emulator on this machine: what is used when nothing is set.</summary>
    public static StorageSettings Emulator { get; } = Of(Development);

    /// <summary>The connection string; null when the app's identity is used. It may hold a key.</summary>
    public string? ConnectionString { get; }

    /// <summary>The account and the app's identity; null when a connection string is used.</summary>
    public StorageIdentity? Identity { get; }

    /// <summary>The account of a connection string.</summary>
    public static StorageSettings Of(string connectionString) => new(connectionString, null);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">The account is given half or twice.</exception>
    public static StorageSettings Load(IConfiguration configuration)
    {
        string? connection = Present(configuration[Setting]);
        IConfigurationSection section = configuration.GetSection(Setting);
        Dictionary<string, string> given = new[] { AccountName, Credential, ClientId }.Concat(Services)
            .Where(name => Present(section[name]) is not null)
            .ToDictionary(name => name, name => section[name]!.Trim(), StringComparer.Ordinal);
        if (given.Count == 0)
        {
            return connection is null ? Emulator : Of(connection);
        }

        if (connection is not null)
        {
            throw Refused(Setting, "a connection string or an identity", $"{Setting} and {Names(given.Keys)}", "remove one of the two");
        }

        if (!string.Equals(given.GetValueOrDefault(Credential), ManagedIdentity, StringComparison.OrdinalIgnoreCase))
        {
            throw Refused(Name(Credential), ManagedIdentity, given.ContainsKey(Credential) ? "something else" : "nothing", $"set it to {ManagedIdentity}");
        }

        string? client = given.GetValueOrDefault(ClientId);
        if (client is not null && !Guid.TryParse(client, out _))
        {
            throw Refused(Name(ClientId), "the client id of an identity, a GUID", "something else", "copy it from the identity, or remove it to use the app's own");
        }

        Uri[] addresses = Addresses(given);
        return new StorageSettings(null, new StorageIdentity(addresses[0], addresses[1], addresses[2], client));
    }

    /// <summary>The account, without a call to it. The emulator is not started.</summary>
    public StorageAccount Connect() => Identity is { } identity
        ? StorageAccount.Connect(
            identity.Blobs, identity.Queues, identity.Tables,
            new ManagedIdentityCredential(identity.ClientId is { } client ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned))
        : StorageAccount.Connect(ConnectionString!);

    /// <summary>Says how the account is reached and never with what: settings end up in logs.</summary>
    public override string ToString() => Identity is null ? "a connection string" : "the app's identity";

    private static Uri[] Addresses(Dictionary<string, string> given)
    {
        string[] services = [.. Services.Where(given.ContainsKey)];
        if (given.TryGetValue(AccountName, out string? account))
        {
            if (services.Length > 0)
            {
                throw Refused(Name(AccountName), "the account's name or its three addresses", $"{Names(services.Prepend(AccountName))}", "remove one of the two");
            }

            return account.Length is >= 3 and <= 24 && account.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
                ? [Cloud(account, "blob"), Cloud(account, "queue"), Cloud(account, "table")]
                : throw Refused(Name(AccountName), "3 to 24 small letters and digits", "something else", "use the account's name alone; for another cloud set its addresses");
        }

        return services.Length == Services.Length
            ? [.. Services.Select(service => Address(service, given[service]))]
            : throw Refused(
                Name(AccountName), $"it, or {Names(Services)}", services.Length == 0 ? "none of them" : Names(services), "set the account's name, or all three addresses");
    }

    private static Uri Cloud(string account, string service) => new($"https://{account}.{service}.core.windows.net");

    private static Uri Address(string service, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps && address.Query.Length == 0 && address.UserInfo.Length == 0
            ? address
            : throw Refused(Name(service), "an https address without a query", "something else", "an identity is never shown to an address that is not encrypted");

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));

    /// <summary>As it is written in the environment.</summary>
    private static string Name(string member) => $"{Setting}__{member}";

    private static string? Present(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static SettingException Refused(string place, string expected, string found, string remedy) => new(new Fault("settings", place, expected, found, remedy));
}

/// <summary>An account that is reached by the app's identity.</summary>
/// <param name="Blobs">Address of the blob service, https.</param>
/// <param name="Queues">Address of the queue service, https.</param>
/// <param name="Tables">Address of the table service, https.</param>
/// <param name="ClientId">Which of the app's identities; null for its own.</param>
internal sealed record StorageIdentity(Uri Blobs, Uri Queues, Uri Tables, string? ClientId);
