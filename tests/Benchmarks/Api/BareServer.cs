using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Benchmarks.Api;

/// <summary>The yardstick: Kestrel with one address that answers five bytes and nothing else.</summary>
internal static class BareServer
{
    /// <summary>What it answers.</summary>
    public const string Word = "hello";

    /// <summary>Serves until the process is ended.</summary>
    public static Task RunAsync(int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenLocalhost(port);
        });
        WebApplication app = builder.Build();
        app.Run(http => http.Response.WriteAsync(Word));
        return app.RunAsync();
    }
}
