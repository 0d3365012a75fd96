using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.App.Api;
using Pipeline.App.Functions;
using Pipeline.App.Refresh;
using Pipeline.App.Settings;
using Pipeline.App.Tests.Running;
using Pipeline.App.Triggers;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Contract;

/// <summary>
/// The routes that the contract is of, from the registry of the whole program: those for programs, not the pages of the portal. Nothing is started and
/// nothing is asked of a storage.
/// </summary>
internal static class RegisteredRoutes
{
    /// <summary>All routes in the order of the contract.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } = [.. Read().Where(route => route.IsOfContract)];

    private static IReadOnlyList<ApiRoute> Read()
    {
        StorageAccount storage = StorageAccount.Connect("UseDevelopmentStorage=true");
        WebApplication app = ServedApi.Build(storage);
        RefreshEngine engine = new(storage, new PipelineSettings(), TimeProvider.System, NullLogger.Instance);
        FunctionTable none = new(new Dictionary<string, TimerWork>(), new Dictionary<string, QueueWork>());
        return RouteRegistry.Of(app, storage, FunctionDefinitions.Load(), none, new RunRoutes(engine, TimeProvider.System).All, TimeProvider.System);
    }
}
