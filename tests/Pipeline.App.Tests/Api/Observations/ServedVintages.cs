using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.App.Tests.Contract.Validation;
using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Api.Observations;

/// <summary>The program over <see cref="TwoVintages"/>, with the first of them in its memory, and a client whose exchanges are held against the contract.</summary>
internal sealed class ServedVintages : IAsyncDisposable
{
    private readonly TwoVintages vintages;
    private readonly WebApplication app;

    private ServedVintages(TwoVintages vintages, WebApplication app) => (this.vintages, this.app, Client) = (vintages, app, ContractCheck.Client(app.Urls.First()));

    /// <summary>The client.</summary>
    public HttpClient Client { get; }

    /// <summary>The account of both vintages.</summary>
    public StorageAccount Account => vintages.Account;

    public static async Task<ServedVintages> OfAsync(StorageAccount refreshed)
    {
        TwoVintages vintages = await TwoVintages.OfAsync(refreshed);
        WebApplication app = ServedApi.Build(vintages.Account);
        await FollowAsync(app);
        await app.StartAsync();
        return new ServedVintages(vintages, app);
    }

    /// <summary>Publishes the second vintage, and has the program follow.</summary>
    public async Task PublishSecondAsync()
    {
        await vintages.PublishSecondAsync();
        await FollowAsync();
    }

    /// <summary>Has the program look at what is published.</summary>
    public Task FollowAsync() => FollowAsync(app);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await vintages.DisposeAsync();
    }

    private static Task<bool> FollowAsync(WebApplication app) => app.Services.GetRequiredService<CurrentVintage>().FollowAsync(default);
}
