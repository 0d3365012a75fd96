using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Benchmarks.Api;

/// <summary>The yardsticks: Kestrel with one address that answers five bytes, or the bytes of a file, and nothing else.</summary>
internal static class BareServer
{
    /// <summary>What it answers.</summary>
    public const string Word = "hello";

    /// <summary>Serves the word until the process is ended.</summary>
    public static Task RunAsync(int port) => RunAsync(port, http => http.Response.WriteAsync(Word));

    /// <summary>Serves a file that is compressed already, held in memory: as fast as this web server can answer these bytes.</summary>
    public static async Task RunAsync(int port, string file)
    {
        byte[] bytes = await File.ReadAllBytesAsync(file);
        await RunAsync(port, http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            http.Response.ContentLength = bytes.Length;
            return http.Response.Body.WriteAsync(bytes).AsTask();
        });
    }

    private static Task RunAsync(int port, RequestDelegate answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenLocalhost(port);
        });
        WebApplication app = builder.Build();
        app.Run(answer);
        return app.RunAsync();
    }
}
