using Pipeline.App.Api;
using Pipeline.App.Tests.Api.SignIn;

namespace Pipeline.App.Tests.Contract;

/// <summary>The routes that the contract is of, from the registry of the whole program: those for programs, not the pages of the portal.</summary>
internal static class RegisteredRoutes
{
    /// <summary>All routes in the order of the contract.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } = [.. StubbedApi.RegistryAsync().GetAwaiter().GetResult().Where(route => route.IsOfContract)];
}
