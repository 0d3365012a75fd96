using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>One table. Every error of the service is a <see cref="RequestFailedException"/> with its status and error code.</summary>
internal sealed partial class TableClient(string name, Uri endpoint, HttpPipeline pipeline)
{
    private const string Json = "application/json;odata=minimalmetadata";

    public string Name { get; } = name;

    /// <summary>Creates the table unless it is there.</summary>
    public async Task CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = Message(RequestMethod.Post, "/Tables", JsonSerializer.SerializeToUtf8Bytes(new { TableName = Name }));
        await SendAsync(message, cancellationToken, tolerated: TableErrorCode.TableAlreadyExists);
    }

    /// <summary>Inserts a row; 409 <see cref="TableErrorCode.EntityAlreadyExists"/> when its keys are taken.</summary>
    public Task<Response> AddEntityAsync(TableEntity entity, CancellationToken cancellationToken = default) =>
        SubmitAsync(new TableTransactionAction(TableTransactionActionType.Add, entity), cancellationToken);

    /// <summary>Changes a row that still has the given ETag; 412 when it has changed since, 404 when it is gone.</summary>
    public Task<Response> UpdateEntityAsync(
        TableEntity entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        SubmitAsync(
            new TableTransactionAction(
                mode == TableUpdateMode.Merge ? TableTransactionActionType.UpdateMerge : TableTransactionActionType.UpdateReplace,
                entity,
                ifMatch),
            cancellationToken);

    /// <summary>Writes a row whether or not it is there.</summary>
    public Task<Response> UpsertEntityAsync(
        TableEntity entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        SubmitAsync(
            new TableTransactionAction(
                mode == TableUpdateMode.Merge ? TableTransactionActionType.UpsertMerge : TableTransactionActionType.UpsertReplace, entity),
            cancellationToken);

    /// <summary>Deletes a row that still has the given ETag (default: whatever it has); 404 when it is gone.</summary>
    public Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        SubmitAsync(
            new TableTransactionAction(
                TableTransactionActionType.Delete, new TableEntity(partitionKey, rowKey), ifMatch == default ? ETag.All : ifMatch),
            cancellationToken);

    /// <summary>The row, or no value when there is none.</summary>
    public async Task<NullableResponse<TableEntity>> GetEntityIfExistsAsync(
        string partitionKey, string rowKey, CancellationToken cancellationToken = default)
    {
        using var message = Message(RequestMethod.Get, TableTransactionAction.Path(Name, partitionKey, rowKey));
        var response = await SendAsync(message, cancellationToken, tolerated: TableErrorCode.ResourceNotFound);
        if (response.IsError) return new NoEntity(response);

        using var json = JsonDocument.Parse(response.Content);
        var entity = TableEntityJson.Read(json.RootElement);
        entity.ETag = response.Headers.ETag ?? entity.ETag;
        return Response.FromValue(entity, response);
    }

    /// <summary>Rows that pass the filter, in the order of their keys, read on page by page as they are asked for.</summary>
    public AsyncPageable<TableEntity> QueryAsync(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        new TableQuery(this, filter, maxPerPage, select is null ? null : string.Join(',', select), cancellationToken);

    /// <summary>A filter with its values quoted: <c>CreateQueryFilter($"PartitionKey eq {key}")</c>.</summary>
    public static string CreateQueryFilter(FormattableString filter) => string.Format(CultureInfo.InvariantCulture, filter.Format,
        [.. filter.GetArguments().Select(value => value switch
        {
            string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
            bool flag => flag ? "true" : "false",
            int number => number.ToString(CultureInfo.InvariantCulture),
            DateTimeOffset time => $"datetime'{time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}'",
            _ => throw new NotSupportedException($"A filter does not quote {value?.GetType().Name ?? "null"} here."),
        })]);

    private async Task<Response> SubmitAsync(TableTransactionAction action, CancellationToken cancellationToken)
    {
        using var message = Message(action.Method, action.Path(Name), action.Content());
        foreach (var (header, value) in action.Headers()) message.Request.Headers.SetValue(header, value);
        return await SendAsync(message, cancellationToken);
    }

    private HttpMessage Message(RequestMethod method, string path, byte[]? content = null)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(endpoint.AbsoluteUri.TrimEnd('/') + path));
        message.Request.Headers.SetValue("x-ms-version", "2019-02-02");
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        message.Request.Headers.SetValue("Accept", Json);
        if (content is null) return message;

        message.Request.Content = RequestContent.Create(content);
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        return message;
    }

    private async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken, string? tolerated = null)
    {
        await pipeline.SendAsync(message, cancellationToken);
        var response = message.Response;
        if (!response.IsError) return response;

        var failure = new RequestFailedException(response);
        return failure.ErrorCode is { } code && code == tolerated ? response : throw failure;
    }

    private sealed class NoEntity(Response response) : NullableResponse<TableEntity>
    {
        public override bool HasValue => false;

        public override TableEntity? Value => throw new InvalidOperationException("There is no such row.");

        public override Response GetRawResponse() => response;
    }
}
