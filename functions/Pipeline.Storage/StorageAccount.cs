using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>
/// One storage account and what the pipeline keeps in it. The emulator and the cloud are the same to everything that uses it.
/// Passing faults of the service (503, a broken connection) are tried again by the clients; what remains is thrown.
/// </summary>
public sealed class StorageAccount
{
    private readonly BlobServiceClient blobs;
    private readonly QueueServiceClient queues;
    private readonly TableServiceClient tables;

    private StorageAccount(BlobServiceClient blobs, QueueServiceClient queues, TableServiceClient tables)
    {
        (this.blobs, this.queues, this.tables) = (blobs, queues, tables);
        Snapshots = new SnapshotStore(Container(ContainerNames.Snapshots));
        Observations = new ObservationStore(Container(ContainerNames.Observations));
        Quarantine = new QuarantineStore(Container(ContainerNames.Quarantine));
        Assessments = new StepResultStore(Container(ContainerNames.Vintages));
        Renders = new StepResultStore(Container(ContainerNames.Briefings));
        Vintages = new VintageStore(Container(ContainerNames.Vintages));
        Briefings = new BriefingStore(Container(ContainerNames.Briefings));
        Inbox = new InboxStore(Container(ContainerNames.Inbox));
        Runs = new RunLedger(tables.GetTableClient(TableNames.Runs), tables.GetTableClient(TableNames.Steps));
        Sources = new SourceRegister(tables.GetTableClient(TableNames.Sources));
        Alerts = new AlertLog(tables.GetTableClient(TableNames.Alerts));
        Requests = new IdempotencyRegister(tables.GetTableClient(TableNames.Requests));
        RunFiles = new RunFileStore(Container(ContainerNames.Vintages));
        Timers = new TimerLedger(tables.GetTableClient(TableNames.Timers));
        QuarantineReleases = new QuarantineReleases(tables.GetTableClient(TableNames.Releases));
    }

    /// <summary>Publishers' bytes.</summary>
    public SnapshotStore Snapshots { get; }

    /// <summary>Typed rows by snapshot and reader version.</summary>
    public ObservationStore Observations { get; }

    /// <summary>Rejected rows by snapshot and reader version.</summary>
    public QuarantineStore Quarantine { get; }

    /// <summary>Decisions on rejected rows.</summary>
    public QuarantineReleases QuarantineReleases { get; }

    /// <summary>Assessments by step key, before they become part of a vintage.</summary>
    public StepResultStore Assessments { get; }

    /// <summary>Rendered briefings by step key, before they become part of a vintage.</summary>
    public StepResultStore Renders { get; }

    /// <summary>Vintages and the pointer to the current one.</summary>
    public VintageStore Vintages { get; }

    /// <summary>Briefings of the vintages.</summary>
    public BriefingStore Briefings { get; }

    /// <summary>Files waiting to be taken.</summary>
    public InboxStore Inbox { get; }

    /// <summary>Runs and steps.</summary>
    public RunLedger Runs { get; }

    /// <summary>Last snapshot of each source file.</summary>
    public SourceRegister Sources { get; }

    /// <summary>What operators should know.</summary>
    public AlertLog Alerts { get; }

    /// <summary>Runs that senders asked for, by their keys.</summary>
    public IdempotencyRegister Requests { get; }

    /// <summary>Files of runs that belong to no vintage.</summary>
    public RunFileStore RunFiles { get; }

    /// <summary>Last call of each timer.</summary>
    public TimerLedger Timers { get; }

    /// <summary>
    /// The account of a connection string: <c>UseDevelopmentStorage=true</c>, or name, key and, where they differ from the cloud's,
    /// endpoints.
    /// </summary>
    /// <exception cref="StorageSettingException">A needed part is missing or malformed.</exception>
    public static StorageAccount Connect(string connectionString)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        var connection = StorageConnection.Parse(connectionString);
        var key = new StorageSharedKeyCredential(connection.AccountName, connection.AccountKey);
        return new StorageAccount(
            new BlobServiceClient(connection.Blobs, key, Options(new BlobClientOptions(), connection.Blobs)),
            new QueueServiceClient(connection.Queues, key, Options(new QueueClientOptions(), connection.Queues)),
            new TableServiceClient(
                connection.Tables,
                new TableSharedKeyCredential(connection.AccountName, connection.AccountKey),
                Options(new TableClientOptions(), connection.Tables)));
    }

    /// <summary>The account at three addresses, with the identity of the process instead of a key.</summary>
    /// <param name="blobs">Address of the blob service.</param>
    /// <param name="queues">Address of the queue service.</param>
    /// <param name="tables">Address of the table service.</param>
    /// <param name="credential">The identity; it needs the data roles for blobs, queues and tables.</param>
    /// <exception cref="StorageSettingException">An address is not encrypted: the identity would be shown to whoever listens.</exception>
    public static StorageAccount Connect(Uri blobs, Uri queues, Uri tables, TokenCredential credential) =>
        Connect(blobs, queues, tables, credential, null);

    /// <summary>The same over a given transport.</summary>
    internal static StorageAccount Connect(Uri blobs, Uri queues, Uri tables, TokenCredential credential, HttpPipelineTransport? transport)
    {
        ArgumentNullException.ThrowIfNull(credential);
        foreach (var (service, address) in new[] { ("blob", blobs), ("queue", queues), ("table", tables) })
            if (address.Scheme != Uri.UriSchemeHttps)
                throw new StorageSettingException(new Fault(
                    "storage account", $"address of the {service} service", "an https address", "one that is not encrypted", "use its https address"));
        return new StorageAccount(
            new BlobServiceClient(blobs, credential, Over(new BlobClientOptions(), blobs)),
            new QueueServiceClient(queues, credential, Over(new QueueClientOptions(), queues)),
            new TableServiceClient(tables, credential, Over(new TableClientOptions(), tables)));

        T Over<T>(T options, Uri endpoint) where T : ClientOptions
        {
            var ready = Options(options, endpoint);
            if (transport is not null) ready.Transport = transport;
            return ready;
        }
    }

    /// <summary>The queue of a stage, one of <see cref="QueueNames"/>.</summary>
    public WorkQueue Queue(string name) => QueueNames.All.Contains(name)
        ? new WorkQueue(queues.GetQueueClient(name), queues.GetQueueClient(name + WorkQueue.PoisonSuffix))
        : throw new ArgumentException($"There is no queue '{name}'; there are {string.Join(", ", QueueNames.All)}.", nameof(name));

    /// <summary>Creates the containers, tables and queues that are not there yet.</summary>
    public Task CreateAsync(CancellationToken cancellationToken = default)
    {
        string[] allQueues = [.. QueueNames.All, .. QueueNames.All.Select(name => name + WorkQueue.PoisonSuffix)];
        return Task.WhenAll(
        [
            .. ContainerNames.All.Select(name => Container(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
            .. allQueues.Select(name => queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
            .. TableNames.All.Select(name => tables.GetTableClient(name).CreateIfNotExistsAsync(cancellationToken)),
        ]);
    }

    private BlobContainerClient Container(string name) => blobs.GetBlobContainerClient(name);

    /// <summary>A storage service on this machine is never reached through an office's proxy.</summary>
    private static T Options<T>(T options, Uri endpoint) where T : ClientOptions
    {
        if (endpoint.IsLoopback) options.Transport = DirectTransport;
        return StorageTries.Apply(options);
    }

    private static HttpClientTransport DirectTransport { get; } =
        new(new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        });
}
