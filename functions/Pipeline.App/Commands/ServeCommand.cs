using System.Net;
using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Storage;

namespace Pipeline.App.Commands;

/// <summary><c>serve</c>: the reporting API. It listens on the loopback address only: there is no sign-in on a developer's machine, so nobody else may reach it.</summary>
internal static class ServeCommand
{
    /// <summary>Serves until it is stopped.</summary>
    public static async Task<int> RunAsync(int port, Surroundings surroundings, CancellationToken cancellation)
    {
        await using OpenStorage storage = await OpenStorage.ForAsync(surroundings, surroundings.Output.WriteLine, cancellation);
        await using WebApplication app = Build(storage.Account, port, surroundings.Clock);
        await app.Services.GetRequiredService<CurrentVintage>().FollowAsync(cancellation);
        await app.StartAsync(cancellation);
        await surroundings.Output.WriteLineAsync($"serving {app.Urls.First()}/api/v1/minerals");
        await app.WaitForShutdownAsync(cancellation);
        return ExitCode.Done;
    }

    /// <summary>The web application over an account.</summary>
    public static WebApplication Build(StorageAccount storage, int port, TimeProvider clock)
    {
        // Port and content root are set in code: the environment of a hosting image must not decide either.
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Pipeline", LogLevel.Information);
        builder.Services.AddSingleton(clock);
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(new CurrentVintage(storage.Vintages));
        builder.Services.AddHostedService<VintageFollower>();
        WebApplication app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        ReportingApi.Map(app, ReportingRoutes.All(storage.Briefings), app.Services.GetRequiredService<CurrentVintage>());
        return app;
    }
}
