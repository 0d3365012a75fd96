using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>The parts of a storage connection string: who signs, and where the three services are.</summary>
internal sealed record StorageConnection(string AccountName, string AccountKey, Uri Blobs, Uri Queues, Uri Tables)
{
    /// <summary>The setting that stands for the emulator on its usual ports.</summary>
    public const string Development = "UseDevelopmentStorage=true";

    /// <summary>Account of the emulator, the same on every machine.</summary>
    public const string EmulatorAccount = "devstoreaccount1";

    /// <summary>Key of the emulator's account. Printed in the platform's documentation: it guards nothing.</summary>
    public const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>True for the emulator on its usual ports.</summary>
    public static bool IsDevelopment(string connectionString) =>
        connectionString.Trim().TrimEnd(';').Equals(Development, StringComparison.OrdinalIgnoreCase);

    /// <summary>A connection string for an emulator on the given ports of this machine.</summary>
    public static string ForEmulator(int blobPort, int queuePort, int tablePort) =>
        $"DefaultEndpointsProtocol=http;AccountName={EmulatorAccount};AccountKey={EmulatorKey};" +
        $"BlobEndpoint={Endpoint(blobPort)};QueueEndpoint={Endpoint(queuePort)};TableEndpoint={Endpoint(tablePort)};";

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="StorageSettingException">A needed part is missing or malformed.</exception>
    public static StorageConnection Parse(string connectionString)
    {
        if (IsDevelopment(connectionString)) connectionString = ForEmulator(10000, 10001, 10002);
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (part.Split('=', 2) is [var name, var value]) parts[name] = value;

        var account = Part(parts, "AccountName");
        var key = Part(parts, "AccountKey");
        if (!Convert.TryFromBase64String(key, new byte[key.Length], out _)) throw Unusable("AccountKey", "a base64 key", "something else");
        return new StorageConnection(
            account, key, Endpoint(parts, account, "blob"), Endpoint(parts, account, "queue"), Endpoint(parts, account, "table"));
    }

    private static string Endpoint(int port) => FormattableString.Invariant($"http://127.0.0.1:{port}/{EmulatorAccount}");

    private static Uri Endpoint(Dictionary<string, string> parts, string account, string service)
    {
        var name = $"{char.ToUpperInvariant(service[0])}{service[1..]}Endpoint";
        if (!parts.TryGetValue(name, out var address))
        {
            var protocol = parts.GetValueOrDefault("DefaultEndpointsProtocol", "https");
            address = $"{protocol}://{account}.{service}.{Part(parts, "EndpointSuffix", "core.windows.net")}";
        }


        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback)
            ? uri
            : throw Unusable(name, "an https address, or http on this machine", "something else");
    }

    private static string Part(Dictionary<string, string> parts, string name, string? otherwise = null) =>
        parts.TryGetValue(name, out var value) && value.Length > 0 ? value : otherwise ?? throw Unusable(name, "a value", "none");

    private static StorageSettingException Unusable(string part, string expected, string found) =>
        new(new Fault(
            "storage connection string", part, expected, found,
            $"use {Development} for the emulator, or the connection string of the storage account"));
}
