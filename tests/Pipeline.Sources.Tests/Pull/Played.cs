using System.Text;
using Pipeline.Tests.Publishing;

namespace Pipeline.Sources.Tests.Pull;

/// <summary>A publisher played under the host of the trade statistics, and a client that asks it.</summary>
public abstract class Played : IAsyncLifetime
{
    protected const string Host = "www.e-stat.go.jp";
    protected const string OtherHost = "databank.worldbank.org";
    protected const string Unlisted = "elsewhere.example.org";
    protected const string Path = "/files/minerals-by-country-2020.csv";
    protected const string Secret = "appId=0123456789abcdef";
    protected const long Large = 64 * 1024 * 1024;

    private readonly List<Publisher> clients = [];

    private protected static readonly DateTimeOffset Start = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private protected PlayedPublisher Server { get; private set; } = null!;

    private protected HandClock Clock { get; } = new(Start, atOnceUpTo: TimeSpan.FromMinutes(2));

    private protected static byte[] RealFile { get; } = File.ReadAllBytes(System.IO.Path.Combine(AppContext.BaseDirectory, "starter-feeds", "mof-trade", "minerals-by-country-2020.csv"));

    public async Task InitializeAsync() => Server = await PlayedPublisher.StartAsync(Host, OtherHost, Unlisted);

    public async Task DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await Server.DisposeAsync();
    }

    private protected static PullTarget Target(string address = $"https://{Host}{Path}?{Secret}") => new("mof-trade", "minerals-by-country-2020.csv", new Uri(address));

    private protected Publisher Client(PublisherNetwork? network = null, TimeProvider? clock = null)
    {
        Publisher client = new(PublisherHosts.Parse([Host, OtherHost]), clock ?? Clock, network ?? Server.Network);
        clients.Add(client);
        return client;
    }

    private protected Task<PublisherAnswer> FetchAsync(PullTarget? target = null, Validators? last = null, long largest = Large, PublisherNetwork? network = null) =>
        Client(network).FetchAsync(target ?? Target(), last ?? Validators.None, largest);

    /// <summary>The fault of a fetch that fails; its message holds neither the query nor the application id.</summary>
    private protected async Task<T> FaultAsync<T>(PullTarget? target = null, long largest = Large, PublisherNetwork? network = null) where T : Pipeline.Domain.PipelineException
    {
        T fault = await Assert.ThrowsAsync<T>(() => FetchAsync(target, largest: largest, network: network));
        Assert.DoesNotContain("0123456789abcdef", fault.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("appId", fault.ToString(), StringComparison.OrdinalIgnoreCase);
        return fault;
    }

    private protected static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
