using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.App.Api;
using Pipeline.App.Commands;
using Pipeline.App.Functions;
using Pipeline.App.Refresh;
using Pipeline.App.Settings;
using Pipeline.App.Tests.Running;
using Pipeline.App.Triggers;
using Pipeline.App.Vintages;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Api.SignIn;

/// <summary>The dispatcher over given routes, each of which answers 204 to whoever is let in: what is seen is who is let in, and nothing is computed or read.</summary>
internal sealed class StubbedApi : IAsyncDisposable
{
    // Named and never called.
    private static readonly StorageAccount Nowhere = StorageAccount.Connect("UseDevelopmentStorage=true");

    private readonly WebApplication app;

    private StubbedApi(WebApplication app)
    {
        this.app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()), DefaultRequestHeaders = { { "Accept-Language", "en" } } };
    }

    public HttpClient Client { get; }

    /// <summary>Every route of the program.</summary>
    public static async Task<IReadOnlyList<ApiRoute>> RegistryAsync()
    {
        await using WebApplication program = ServedApi.Build(Nowhere);
        FunctionTable table = new(new Dictionary<string, TimerWork>(), new Dictionary<string, QueueWork>());
        RefreshEngine engine = new(Nowhere, new PipelineSettings(), TimeProvider.System, NullLogger.Instance);
        return RouteRegistry.Of(program, Nowhere, FunctionDefinitions.Load(), table, ServeCommand.RoutesOf(engine, TimeProvider.System), new PipelineSettings(), TimeProvider.System);
    }

    /// <summary>Starts it over routes.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="source">What is known of callers without a token.</param>
    /// <param name="directory">Whose tokens are believed, or none.</param>
    /// <param name="logs">Where the program writes its log, or none.</param>
    /// <param name="limits">What callers may ask for, or none where nobody is limited.</param>
    public static async Task<StubbedApi> StartAsync(
        IReadOnlyList<ApiRoute> routes, CallerSource source, PlayedDirectory? directory, ILoggerProvider? logs = null, CallerLimits? limits = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (logs is not null)
        {
            builder.Logging.AddProvider(logs);
        }

        if (directory is not null)
        {
            TokenSignIn.Add(builder.Services, directory.Settings, directory.Clock);
        }

        WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        PlainProblems.Use(app);
        Callers callers = new(source, directory is null ? null : new TokenSignIn(directory.Settings));
        new ReportingApi(callers, new CurrentVintage(Nowhere.Vintages), app.Logger, limits)
            .Map(app, [.. routes.Select(route => route with { Query = [], Success = AnswerForm.None, Answer = _ => Task.FromResult(Results.NoContent()) })]);
        await app.StartAsync();
        return new StubbedApi(app);
    }

    /// <summary>Asks with a token, or without one.</summary>
    public async Task<HttpResponseMessage> SendAsync(string method, string path, string? token = null, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token.Contains(' ', StringComparison.Ordinal) ? token : $"Bearer {token}");
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
