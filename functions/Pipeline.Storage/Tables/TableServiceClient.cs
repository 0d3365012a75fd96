using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>
/// The table service of a storage account. This folder is a small stand-in for the package of the same namespace, with the
/// same names, over the same pipeline (retries, redaction, diagnostics): to change over, delete it and reference the package.
/// </summary>
internal sealed class TableServiceClient
{
    private readonly Uri endpoint;
    private readonly HttpPipeline pipeline;

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(endpoint, new TableSharedKeyPolicy(credential, TimeProvider.System), options) { }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(endpoint, new BearerTokenAuthenticationPolicy(tokenCredential, "https://storage.azure.com/.default"), options) { }

    private TableServiceClient(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        this.endpoint = endpoint;
        pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options ?? new TableClientOptions())
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = new TableErrorParser(),
        });
    }

    public TableClient GetTableClient(string tableName) => new(tableName, endpoint, pipeline);
}

/// <summary>Retries, transport and diagnostics, as for every client of the platform.</summary>
internal sealed class TableClientOptions : ClientOptions;
