using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Pipeline.App.Api;

/// <summary>What the web server takes from anybody, before it knows who calls: long, many or slow requests hold no more than their part of it.</summary>
internal sealed record ServerLimits
{
    /// <summary>Bytes of the first line: the longest address.</summary>
    public const int RequestLine = 8 * 1024;

    /// <summary>Bytes of all headers; a token with many roles and what the platform adds to it fit in.</summary>
    public const int Headers = 48 * 1024;

    /// <summary>Headers.</summary>
    public const int HeaderCount = 100;

    /// <summary>Bytes of a body that no route has asked for; each route says how much it reads.</summary>
    public const long Body = 1024 * 1024;

    private const int Connections = 4096;
    private const double SlowestBytesPerSecond = 240;

    /// <summary>Time in which the headers of a request must have come.</summary>
    public TimeSpan HeadersWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time for which a body may come, or an answer be taken, more slowly than 240 bytes a second.</summary>
    public TimeSpan SlowFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Sets what a connection holds: each keeps the room for its next request, which spares a call of the system a request. With as many connections as
    /// may be open that is 16 MiB.
    /// </summary>
    public static void Apply(SocketTransportOptions sockets) => sockets.WaitForDataBeforeAllocatingBuffer = false;

    /// <summary>Sets the limits of the web server.</summary>
    public void Apply(KestrelServerLimits limits)
    {
        limits.MaxRequestLineSize = RequestLine;
        limits.MaxRequestHeadersTotalSize = Headers;
        limits.MaxRequestHeaderCount = HeaderCount;
        limits.MaxRequestBodySize = Body;
        limits.MaxConcurrentConnections = Connections;
        limits.RequestHeadersTimeout = HeadersWithin;
        limits.MinRequestBodyDataRate = new MinDataRate(SlowestBytesPerSecond, SlowFor);
        limits.MinResponseDataRate = new MinDataRate(SlowestBytesPerSecond, SlowFor);
    }
}
