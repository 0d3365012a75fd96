using Pipeline.App.Functions;
using Pipeline.App.Triggers.Handler;
using Pipeline.App.Triggers.Standalone;
using Pipeline.Storage;

namespace Pipeline.App.Triggers;

/// <summary>Adds what calls the functions to a program: the Functions host from outside, or timers and queues of the program's own.</summary>
internal static class FunctionsHosting
{
    /// <summary>What both ways of calling share.</summary>
    public static void Add(IServiceCollection services, FunctionTable table, FunctionDefinitions definitions, StorageAccount storage)
    {
        services.AddSingleton(table).AddSingleton(definitions).AddSingleton(storage);
        services.AddSingleton<StorageGate>();
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton(provider => new TimerRuns(
            table, storage.Timers, provider.GetRequiredService<FunctionInvoker>(), definitions.Timeout,
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<TimerRuns>>()));
    }

    /// <summary>The Functions host calls. The program starts without storage and opens it meanwhile.</summary>
    /// <param name="services">Services, shared ones included.</param>
    /// <param name="openStorage">Makes the account usable, or throws; called until it has done so.</param>
    public static void AddHandler(IServiceCollection services, Func<CancellationToken, Task> openStorage)
    {
        services.AddSingleton<InvocationEndpoints>();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<StorageOpening>(provider, openStorage));
    }

    /// <summary>The program calls by itself, on storage that is open.</summary>
    public static void AddLoops(IServiceCollection services, QueueOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<MessageWork>();
        services.AddHostedService<TimerLoop>();
        services.AddHostedService<QueueLoop>();
    }
}
