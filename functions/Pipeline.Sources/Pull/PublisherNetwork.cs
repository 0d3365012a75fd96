using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Pipeline.Domain;

namespace Pipeline.Sources;

/// <summary>How publishers are reached. Outside tests it is always <see cref="Internet"/>.</summary>
public sealed record PublisherNetwork
{
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(20);

    /// <summary>The public internet: names from the name service, public addresses alone, certificates that the system trusts.</summary>
    public static PublisherNetwork Internet { get; } = new();

    /// <summary>Addresses of a host name.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>True for an address that may be connected to.</summary>
    public Func<IPAddress, bool> MayConnect { get; init; } = PublicAddress.Is;

    /// <summary>Port that connections go to.</summary>
    public int Port { get; init; } = 443;

    /// <summary>Judges the certificate of a server, or none for the system's own judgement.</summary>
    public RemoteCertificateValidationCallback? Trust { get; init; }

    /// <summary>
    /// Connections of this network. No cookies, no credentials, no proxy (it would resolve names past the check), no redirect followed and
    /// nothing unpacked on its own; trace identifiers of ours do not leave.
    /// </summary>
    internal SocketsHttpHandler Connections() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint.Host, cancellation),
        ConnectTimeout = Connecting,
        MaxResponseHeadersLength = 32,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = Trust },
        UseCookies = false,
        UseProxy = false,
    };

    /// <summary>Connects to the very addresses that were checked, so that a name cannot lead elsewhere between check and connection.</summary>
    private async ValueTask<Stream> ConnectAsync(string host, CancellationToken cancellation)
    {
        IPAddress[] addresses = await Resolve(host, cancellation);
        if (Array.Find(addresses, address => !MayConnect(address)) is { } inside)
        {
            throw new PublisherAddressException(new Fault(
                host, "address of the host", "an address of the public internet", inside.ToString(),
                "check the host in the settings, and who answers for its name"));
        }

        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
