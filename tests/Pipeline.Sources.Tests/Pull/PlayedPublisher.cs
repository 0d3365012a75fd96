using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Sources;

namespace Pipeline.Tests.Publishing;

/// <summary>
/// A publisher over a real TLS socket on loopback, under the names of real publishers, with a certificate made for this run that its client
/// alone trusts. It serves files with entity tags and dates as publishers do, unless told to answer otherwise.
/// </summary>
internal sealed class PlayedPublisher : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new(StringComparer.Ordinal);

    private PlayedPublisher(WebApplication server) => this.server = server;

    /// <summary>Requests in order: host, path and conditional headers.</summary>
    public ConcurrentQueue<PlayedRequest> Requests { get; } = new();

    /// <summary>The way to this publisher, whatever host is asked for.</summary>
    public PublisherNetwork Network { get; private set; } = null!;

    public static async Task<PlayedPublisher> StartAsync(params string[] hosts)
    {
        X509Certificate2 certificate = Certificate(hosts);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, endpoint =>
            {
                endpoint.Protocols = HttpProtocols.Http1;
                endpoint.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificate = certificate });
            });
        });
        WebApplication server = builder.Build();
        PlayedPublisher publisher = new(server);
        server.Run(publisher.AnswerAsync);
        await server.StartAsync();
        publisher.Network = new PublisherNetwork
        {
            Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Loopback }),
            MayConnect = IPAddress.IsLoopback,
            Port = new Uri(server.Urls.Single()).Port,
            Trust = (_, shown, _, errors) => (errors & SslPolicyErrors.RemoteCertificateNameMismatch) == 0
                && shown?.GetCertHashString() == certificate.GetCertHashString(),
        };
        return publisher;
    }

    /// <summary>Answers requests for a path in a way of the test's own.</summary>
    public void Answer(string path, RequestDelegate answer) => answers[path] = answer;

    /// <summary>Answers the requests for a path one after the other; the last answer stays.</summary>
    public void AnswerInTurn(string path, params RequestDelegate[] inTurn)
    {
        int next = -1;
        Answer(path, context => inTurn[Math.Min(Interlocked.Increment(ref next), inTurn.Length - 1)](context));
    }

    /// <summary>Serves a file with an entity tag from its content and a date, and answers 304 to whom has it.</summary>
    public void Serve(string path, byte[] content, DateTimeOffset? lastModified = null, bool withValidators = true) =>
        Answer(path, File(content, lastModified, withValidators));

    public static RequestDelegate File(byte[] content, DateTimeOffset? lastModified = null, bool withValidators = true) => async context =>
    {
        string tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"";
        if (withValidators)
        {
            context.Response.Headers.ETag = tag;
            context.Response.GetTypedHeaders().LastModified = lastModified;
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content);
    };

    public static RequestDelegate Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public static RequestDelegate Redirect(string to, int status = 302) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    };

    public static RequestDelegate Page(string text) => context =>
    {
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync(text);
    };

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue(new PlayedRequest(
            context.Request.Host.Host, context.Request.Path, context.Request.QueryString.Value ?? "",
            context.Request.Headers.IfNoneMatch.ToString(), context.Request.Headers.IfModifiedSince.ToString(), context.Request.Headers.Cookie.ToString()));
        return answers.TryGetValue(context.Request.Path, out RequestDelegate? answer) ? answer(context) : Status(StatusCodes.Status404NotFound)(context);
    }

    private static X509Certificate2 Certificate(string[] hosts)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=played publisher", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        foreach (string host in hosts)
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}

/// <summary>A request as it arrived.</summary>
internal sealed record PlayedRequest(string Host, string Path, string Query, string IfNoneMatch, string IfModifiedSince, string Cookie);
