using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.App.Commands;
using Pipeline.App.Functions;
using Pipeline.App.Tests.Contract.Validation;
using Pipeline.App.Triggers.Standalone;
using Pipeline.App.Vintages;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Running;

/// <summary>The program serving on a free port of the loopback address, without timers and queues, and a client that speaks to it.</summary>
internal sealed class ServedApi : IAsyncDisposable
{
    private readonly WebApplication app;

    private ServedApi(WebApplication app)
    {
        this.app = app;
        Client = ContractCheck.Client(app.Urls.First(), "en");
    }

    /// <summary>A client whose addresses are those of the program; what it asks and gets is held against the contract.</summary>
    public HttpClient Client { get; }

    /// <summary>Addresses at which the program listens.</summary>
    public IEnumerable<string> Urls => app.Urls;

    /// <summary>The program over a storage account, not started yet.</summary>
    /// <param name="account">The account.</param>
    /// <param name="with">What is served otherwise than by itself, or none.</param>
    /// <param name="clock">The clock of the program, or none for that of the machine.</param>
    public static WebApplication Build(StorageAccount account, Func<ServeOptions, ServeOptions>? with = null, TimeProvider? clock = null)
    {
        ServeOptions options = new(Port: 0, new QueueOptions(1, TimeSpan.FromSeconds(30)));
        return ServeCommand.Build(
            account, new FunctionTable(new Dictionary<string, TimerWork>(), new Dictionary<string, QueueWork>()), with?.Invoke(options) ?? options, clock ?? TimeProvider.System);
    }

    /// <summary>Starts the program with the current vintage of the account in its memory.</summary>
    public static async Task<ServedApi> StartAsync(StorageAccount account, Func<ServeOptions, ServeOptions>? with = null, TimeProvider? clock = null)
    {
        WebApplication app = Build(account, with, clock);
        await app.Services.GetRequiredService<CurrentVintage>().FollowAsync(default);
        await app.StartAsync();
        return new ServedApi(app);
    }

    /// <summary>Starts the program with no storage behind it: who is let in is answered, and that nothing is published.</summary>
    public static async Task<ServedApi> StartWithoutStorageAsync(Func<ServeOptions, ServeOptions>? with = null, TimeProvider? clock = null)
    {
        const string nobody = "http://127.0.0.1:9/devstoreaccount1";
        WebApplication app = Build(
            StorageAccount.Connect($"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=a2V5;BlobEndpoint={nobody};QueueEndpoint={nobody};TableEndpoint={nobody}"), with, clock);
        await app.StartAsync();
        return new ServedApi(app);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
