using System.Net;
using System.Net.Sockets;

namespace Pipeline.Sources;

/// <summary>
/// Tells addresses of the public internet from all others. A publisher stands on the public internet; a name that leads elsewhere would
/// make this program ask services of its own network on a stranger's behalf.
/// </summary>
internal static class PublicAddress
{
    /// <summary>Special-purpose ranges of the address registries (RFC 6890 and its successors).</summary>
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",

            // In the global range of IPv6: tunnels that carry IPv4 addresses, benchmarks, documentation.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>True for an address of the public internet. The platform's own service address (168.63.129.16) is not one.</summary>
    public static bool Is(IPAddress address)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || Global.Contains(plain))
            && !plain.Equals(PlatformService) && !Special.Any(range => range.Contains(plain));
    }

    private static IPAddress PlatformService { get; } = IPAddress.Parse("168.63.129.16");
}
