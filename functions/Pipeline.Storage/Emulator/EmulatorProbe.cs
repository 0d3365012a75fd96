using System.Net;
using System.Net.Sockets;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>Looks who is listening on the emulator's ports.</summary>
internal static class EmulatorProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>True when storage services listen on all three ports, false when nothing listens on any.</summary>
    /// <exception cref="EmulatorException">A port is taken by something else, or only some of the services are there.</exception>
    public static async Task<bool> AnswersAsync(StorageEmulatorOptions options, CancellationToken cancellationToken)
    {
        (string Service, int Port)[] services = [("blob", options.BlobPort), ("queue", options.QueuePort), ("table", options.TablePort)];
        var answers = await Task.WhenAll(services.Select(service => AskAsync(service.Port, cancellationToken)));
        if (answers.All(answer => answer == Listener.Storage)) return true;
        if (answers.All(answer => answer == Listener.None)) return false;

        var at = Array.FindIndex(answers, answer => answer == Listener.Other) is var other and >= 0
            ? other
            : Array.IndexOf(answers, Listener.None);
        throw new EmulatorException(new Fault(
            "storage emulator", $"{services[at].Service} port {services[at].Port}", "the three storage services, or three free ports",
            answers[at] == Listener.Other ? "another program that is listening there" : "nothing, while another of the ports is taken",
            "stop the program that has the port (or wait until an emulator that is starting or ending has done so), or set a connection " +
            "string with other ports"));
    }

    private static async Task<Listener> AskAsync(int port, CancellationToken cancellationToken)
    {
        using (var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            }
            catch (SocketException)
            {
                return Listener.None;
            }
        }

        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(
                new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/{StorageConnection.EmulatorAccount}?comp=list")),
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken);
            var server = answer.Headers.TryGetValues("Server", out var names) ? string.Join(' ', names) : "";
            return server.Contains("Azurite", StringComparison.Ordinal) || server.Contains("Windows-Azure", StringComparison.Ordinal)
                ? Listener.Storage
                : Listener.Other;
        }
        catch (Exception silent) when (
            silent is HttpRequestException || (silent is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Listener.Other;
        }
    }

    private enum Listener
    {
        None,
        Storage,
        Other,
    }
}
