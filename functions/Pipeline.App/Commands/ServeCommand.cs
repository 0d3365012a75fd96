using System.Net;
using Pipeline.App.Api;
using Pipeline.App.Functions;
using Pipeline.App.Pulling;
using Pipeline.App.Refresh;
using Pipeline.App.Settings;
using Pipeline.App.Telemetry;
using Pipeline.App.Triggers;
using Pipeline.App.Triggers.Handler;
using Pipeline.App.Triggers.Standalone;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Storage;

namespace Pipeline.App.Commands;

/// <summary>How the program serves.</summary>
/// <param name="Port">Port; 0 takes a free one.</param>
/// <param name="Queues">How queues are worked off where the program does it by itself.</param>
internal sealed record ServeOptions(int Port, QueueOptions Queues)
{
    /// <summary>Address to listen on; the loopback address unless callers sign in.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Whose tokens are believed, or none.</summary>
    public SignInSettings? SignIn { get; init; }

    /// <summary>What a caller may ask for in a minute, or none where nobody is limited.</summary>
    public LimitRule? Limit { get; init; }

    /// <summary>Origins of portals whose pages may read answers.</summary>
    public IReadOnlyList<string> PortalOrigins { get; init; } = [];

    /// <summary>What the web server takes from anybody.</summary>
    public ServerLimits Server { get; init; } = new();

    /// <summary>The host that calls the functions, or none when the program calls them by itself.</summary>
    public HostEnvironment? Host { get; init; }

    /// <summary>Routes beside those that read the current vintage.</summary>
    public IReadOnlyList<ApiRoute> Routes { get; init; } = [];

    /// <summary>Settings that pages repeat: the names of the office and the public address.</summary>
    public PipelineSettings Settings { get; init; } = new();

    /// <summary>Makes storage usable; under a host the program answers before that.</summary>
    public Func<CancellationToken, Task> OpenStorage { get; init; } = _ => Task.CompletedTask;
}

/// <summary>
/// <c>serve</c>: API and functions of the app, alone or under the Functions host. It listens on the loopback address: alone there is no sign-in
/// unless the settings name whose tokens are believed, so nobody else may reach it, and the host calls from the same machine.
/// </summary>
internal static class ServeCommand
{
    /// <summary>Serves alone until it is stopped.</summary>
    public static async Task<int> RunAsync(int port, IPAddress address, Surroundings surroundings, CancellationToken cancellation)
    {
        if (!IPAddress.IsLoopback(address) && surroundings.Settings.SignIn is null)
        {
            OpenAddressException refusal = new(address);
            await surroundings.Error.WriteLineAsync($"{refusal.GetType().Name}: {refusal.Message}");
            return ExitCode.Usage;
        }

        await using OpenStorage storage = await OpenStorage.ForAsync(surroundings, surroundings.Output.WriteLine, cancellation);
        using ILoggerFactory logs = Logs(surroundings);
        BatchScheduling.Apply(logs.CreateLogger(typeof(BatchScheduling).FullName!));
        using Publisher publisher = new(surroundings.Settings.PublisherHosts, surroundings.Clock);
        (FunctionTable table, ServeOptions options) = Compose(storage.Account, new ServeOptions(port, Queues(surroundings)) { Address = address }, surroundings, publisher, logs);
        await using WebApplication app = Build(storage.Account, table, options, surroundings.Clock);
        await app.Services.GetRequiredService<CurrentVintage>().FollowAsync(cancellation);
        await app.StartAsync(cancellation);
        await surroundings.Output.WriteLineAsync($"serving {app.Urls.First()}/api/v1/minerals");
        await app.WaitForShutdownAsync(cancellation);
        return ExitCode.Done;
    }

    /// <summary>Serves the Functions host until it ends the program.</summary>
    public static async Task<int> RunUnderHostAsync(HostEnvironment host, Surroundings surroundings, CancellationToken cancellation)
    {
        OpenStorage? opened = null;
        try
        {
            ServeOptions options = new(host.Port, Queues(surroundings))
            {
                Host = host,
                OpenStorage = async token => opened ??= await OpenStorage.ForAsync(surroundings, surroundings.Output.WriteLine, token),
            };
            using ILoggerFactory logs = Logs(surroundings);
            BatchScheduling.Apply(logs.CreateLogger(typeof(BatchScheduling).FullName!));
            using Publisher publisher = new(surroundings.Settings.PublisherHosts, surroundings.Clock);
            StorageAccount storage = surroundings.Settings.Storage.Connect();
            (FunctionTable table, options) = Compose(storage, options, surroundings, publisher, logs);
            await using WebApplication app = Build(storage, table, options, surroundings.Clock);
            await app.StartAsync(cancellation);
            await surroundings.Output.WriteLineAsync($"answering the Functions host on {app.Urls.First()}");
            await app.WaitForShutdownAsync(cancellation);
            return ExitCode.Done;
        }
        finally
        {
            if (opened is not null)
            {
                await opened.DisposeAsync();
            }
        }
    }

    /// <summary>The functions of the app and the routes of operators over one engine.</summary>
    private static (FunctionTable Table, ServeOptions Options) Compose(StorageAccount storage, ServeOptions options, Surroundings surroundings, Publisher publisher, ILoggerFactory logs)
    {
        RefreshEngine engine = new(storage, surroundings.Settings, surroundings.Clock, logs.CreateLogger<RefreshEngine>());
        FunctionTable table = AppFunctions.Of(engine, PullTimers.Works(
            surroundings.Settings, publisher, storage, AppFunctions.StartReading(engine, surroundings.Clock), surroundings.Clock));
        FunctionDefinitions definitions = FunctionDefinitions.Load();
        definitions.RequireAll(table);
        TimerAlerts timers = new(definitions, storage, surroundings.Clock);
        table = table with { Timers = table.Timers.ToDictionary(timer => timer.Key, timer => timer.Key == AppFunctions.WatchRuns ? timers.Before(timer.Value) : timer.Value, StringComparer.Ordinal) };
        PipelineSettings settings = surroundings.Settings;
        return (table, options with
        {
            Routes = RoutesOf(engine, surroundings.Clock),
            SignIn = settings.SignIn,
            Limit = LimitRule.Of(settings.RequestsPerMinute, settings.MegabytesPerMinute, settings.SignIn is not null || options.Host is not null),
            PortalOrigins = settings.PortalOrigins,
            Settings = settings,
        });
    }

    /// <summary>Routes of operators, over the engine of runs.</summary>
    public static IReadOnlyList<ApiRoute> RoutesOf(RefreshEngine engine, TimeProvider clock) => [.. new RunRoutes(engine, clock).All, .. new QuarantineRoutes(engine.Storage, clock).All];

    /// <summary>The web application over an account.</summary>
    public static WebApplication Build(StorageAccount storage, FunctionTable table, ServeOptions options, TimeProvider clock)
    {
        // Empty: port, content root and log are set here, and no variable that a hosting image leaves behind decides any of them.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            options.Server.Apply(kestrel.Limits);
            kestrel.Listen(options.Address, options.Port);
        }).UseSockets(ServerLimits.Apply);
        PipelineLogging.Add(builder.Logging);
        FunctionDefinitions definitions = FunctionDefinitions.Load();
        builder.Services.AddRouting();
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(new CurrentVintage(storage.Vintages));
        FunctionsHosting.Add(builder.Services, table, definitions, storage);
        if (options.Host is null)
        {
            FunctionsHosting.AddLoops(builder.Services, options.Queues);
        }
        else
        {
            FunctionsHosting.AddHandler(builder.Services, options.OpenStorage);
        }

        builder.Services.AddHostedService<VintageFollower>();
        PortalCors.Add(builder.Services, options.PortalOrigins);
        if (options.SignIn is { } signIn)
        {
            TokenSignIn.Add(builder.Services, signIn, clock);
        }

        WebApplication app = builder.Build();
        PlainProblems.Use(app);
        ResponseHeaders.Use(app);
        PortalCors.Use(app, options.PortalOrigins);
        if (options.Host is null)
        {
            app.Services.GetRequiredService<StorageGate>().Open();
        }
        else
        {
            app.Services.GetRequiredService<InvocationEndpoints>().Map(app);
        }

        Callers callers = new(SourceOf(options), options.SignIn is { } believed ? new TokenSignIn(believed) : null);
        IReadOnlyList<ApiRoute> routes = RouteRegistry.Of(app, storage, definitions, table, options.Routes, options.Settings, clock);
        CurrentVintage current = app.Services.GetRequiredService<CurrentVintage>();
        current.MakeAhead = (view, cancellation) => AnswersAhead.MakeAsync(routes, view, app.Logger, cancellation);
        new ReportingApi(callers, current, app.Logger, options.Limit is { } limit ? new CallerLimits(limit, clock) : null).Map(app, routes);
        return app;
    }

    private static ILoggerFactory Logs(Surroundings surroundings) => LoggerFactory.Create(logging =>
    {
        logging.Services.AddSingleton(surroundings.Clock);
        PipelineLogging.Add(logging);
    });

    private static QueueOptions Queues(Surroundings surroundings) =>
        new(surroundings.Settings.ParallelSteps, surroundings.Settings.Lease);

    /// <summary>Headers of the platform are believed only where callers cannot write them; this machine only while nobody can sign in and nobody else can call.</summary>
    private static CallerSource SourceOf(ServeOptions options) => options switch
    {
        { Host.SignInEnabled: true } => CallerSource.Platform,
        { Host: null, SignIn: null } when IPAddress.IsLoopback(options.Address) => CallerSource.ThisMachine,
        _ => CallerSource.Unknown,
    };
}

/// <summary>The program was asked to listen where others reach it, and would not know who calls.</summary>
internal sealed class OpenAddressException(IPAddress address) : PipelineException(new Fault(
    "serve", "--address", "a loopback address, unless callers sign in", address.ToString(),
    $"set {PipelineSettings.Section}__{nameof(PipelineSettings.SignInAuthority)}, {nameof(PipelineSettings.SignInTenant)} and {nameof(PipelineSettings.SignInAudiences)}, or leave --address out"));
