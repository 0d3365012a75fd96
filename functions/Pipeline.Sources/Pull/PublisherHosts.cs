using Pipeline.Domain;

namespace Pipeline.Sources;

/// <summary>The hosts that may be asked: exact names, no wildcard, no address.</summary>
public sealed class PublisherHosts
{
    private readonly HashSet<string> names;

    private PublisherHosts(HashSet<string> names) => this.names = names;

    /// <summary>No host at all.</summary>
    public static PublisherHosts None { get; } = Parse([]);

    /// <summary>Takes names as an operator writes them.</summary>
    /// <exception cref="PublisherAddressException">One is no host name.</exception>
    public static PublisherHosts Parse(IEnumerable<string> names)
    {
        string[] given = [.. names];
        return Array.Find(given, name => Uri.CheckHostName(name) != UriHostNameType.Dns) is { } bad
            ? throw new PublisherAddressException(new Fault(
                "publisher hosts", "list of hosts", "host names such as www.example.org", ReadableText.Of(bad), "mend the list in the settings"))
            : new PublisherHosts(new HashSet<string>(given, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Lets an address pass that may be asked.</summary>
    /// <param name="address">The address, of the settings or of a redirect.</param>
    /// <param name="asked">The target, for the message.</param>
    /// <exception cref="PublisherAddressException">It may not be asked.</exception>
    internal void Require(Uri address, PullTarget asked)
    {
        string? found = !address.IsAbsoluteUri ? "a relative address"
            : address.Scheme != Uri.UriSchemeHttps ? $"the scheme {address.Scheme}"
            : address.HostNameType != UriHostNameType.Dns ? "a numeric address"
            : !address.IsDefaultPort ? "a port of its own"
            : address.UserInfo.Length > 0 ? "a user in the address"
            : !names.Contains(address.IdnHost) ? $"the host {address.IdnHost}, which is not on the list"
            : null;
        if (found is not null)
        {
            throw new PublisherAddressException(new Fault(
                ShownAddress.Of(asked.Address), address == asked.Address ? "address" : $"redirect to {ShownAddress.Of(address)}",
                "https, the usual port and a host of the list of publisher hosts", found,
                "if the publisher has moved, check the new address and enter it and its host in the settings"));
        }
    }
}
