using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Pipeline.Storage.Tests.Faults;

/// <summary>
/// Stands on real sockets between a program and the storage emulator, passes every request on byte by byte (signatures stay valid, since
/// they cover path, query and headers but not the host), counts the calls, and does to each what a rule says.
/// </summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private static readonly string[] Services = ["blob", "queue", "table"];

    private readonly WebApplication app;
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        UseProxy = false, UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None,
    });
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> services = [];
    private IReadOnlyDictionary<string, Uri> upstream;
    private Func<StorageCall, StorageFault?> rule = _ => null;

    private FaultProxy(string connectionString)
    {
        upstream = Endpoints(connectionString);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.AllowSynchronousIO = false;
            kestrel.Limits.MaxRequestBodySize = null;
            foreach (var _ in Services) kestrel.Listen(IPAddress.Loopback, 0);
        });
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>Connection string of the same account through this proxy.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Calls that arrived, by <see cref="StorageCall.Kind"/>, tries after a fault included.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    /// <summary>Starts a proxy before an emulator.</summary>
    /// <param name="connectionString">The emulator's connection string.</param>
    public static async Task<FaultProxy> StartAsync(string connectionString)
    {
        var proxy = new FaultProxy(connectionString);
        await proxy.app.StartAsync();
        var parts = new List<string>();
        foreach (var (service, address) in Services.Zip(proxy.app.Urls.Select(url => new Uri(url))))
        {
            proxy.services[address.Port] = service;
            var endpoint = new UriBuilder(proxy.upstream[service]) { Port = address.Port };
            parts.Add($"{char.ToUpperInvariant(service[0])}{service[1..]}Endpoint={endpoint.Uri}");
        }

        proxy.ConnectionString = string.Join(
            ';', connectionString.Split(';').Where(part => part.Length > 0 && !part.Contains("Endpoint=", StringComparison.Ordinal)).Concat(parts));
        return proxy;
    }

    /// <summary>What is done from now on; null from the rule passes the call on. Called for one call at a time.</summary>
    public void Apply(Func<StorageCall, StorageFault?> next) => Volatile.Write(ref rule, next);

    /// <summary>Another emulator, or the same one on other ports after it was started again.</summary>
    public void Retarget(string connectionString) => Volatile.Write(ref upstream, Endpoints(connectionString));

    /// <summary>Forgets what was counted.</summary>
    public void Recount() => counts.Clear();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var service = services[context.Connection.LocalPort];
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        var body = buffer.ToArray();
        StorageFault? fault;
        lock (counts)
        {
            var call = StorageCall.Of(service, context.Request.Method, target, body);
            call = call with { Number = counts.AddOrUpdate(call.Kind, 1, (_, count) => count + 1) };
            fault = Volatile.Read(ref rule)(call);
        }

        switch (fault)
        {
            case StorageFault.Busy:
                await RefuseAsync(context, service);
                return;
            case StorageFault.DiskFull:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case StorageFault.CutBefore:
                context.Abort();
                return;
        }

        using var answer = await TryForwardAsync(context, service, target, body);
        if (fault == StorageFault.Twice) (await TryForwardAsync(context, service, target, body))?.Dispose();
        if (fault == StorageFault.BusyAfter) await RefuseAsync(context, service);
        // No emulator there: its connection is refused, and so is this one.
        else if (fault == StorageFault.CutAfter || answer is null) context.Abort();
        else await PassBackAsync(answer, context.Response);
    }

    /// <summary>Null when nobody listens or the connection breaks. It is not given up with its sender: a sent call is done.</summary>
    private async Task<HttpResponseMessage?> TryForwardAsync(HttpContext context, string service, string target, byte[] body)
    {
        // The address goes on as it came: made canonical, it would no longer be what was signed.
        var address = new Uri(
            Volatile.Read(ref upstream)[service].GetLeftPart(UriPartial.Authority) + target,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address);
        var hasBody = body.Length > 0 || context.Request.Headers.ContentLength is not null;
        if (hasBody) request.Content = new ByteArrayContent(body);
        foreach (var (name, values) in context.Request.Headers)
        {
            if (name is "Connection" or "Transfer-Encoding" or "Content-Length" or "Expect") continue;
            HttpHeaders headers = name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) && hasBody ? request.Content!.Headers : request.Headers;
            headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, CancellationToken.None);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task PassBackAsync(HttpResponseMessage answer, HttpResponse response)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            if (name is not ("Connection" or "Keep-Alive" or "Transfer-Encoding" or "Date")) response.Headers[name] = values.ToArray();
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (body.Length > 0) await response.Body.WriteAsync(body);
    }

    private static async Task RefuseAsync(HttpContext context, string service)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers["x-ms-error-code"] = "ServerBusy";
        context.Response.ContentType = service == "table" ? "application/json" : "application/xml";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(service == "table"
            ? """{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"The server is busy."}}}"""
            : """<?xml version="1.0" encoding="utf-8"?><Error><Code>ServerBusy</Code><Message>The server is busy.</Message></Error>"""));
    }

    private static Dictionary<string, Uri> Endpoints(string connectionString)
    {
        var parts = connectionString.Split(';').Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1]);
        return Services.ToDictionary(
            service => service, service => new Uri(parts[$"{char.ToUpperInvariant(service[0])}{service[1..]}Endpoint"]), StringComparer.Ordinal);
    }
}
