using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Error codes of the table service, so that "the row exists" can be told from "the table is being deleted".</summary>
internal static class TableErrorCode
{
    public const string EntityAlreadyExists = nameof(EntityAlreadyExists);
    public const string ResourceNotFound = nameof(ResourceNotFound);
    public const string TableAlreadyExists = nameof(TableAlreadyExists);
    public const string UpdateConditionNotSatisfied = nameof(UpdateConditionNotSatisfied);
}

/// <summary>Reads code and message out of <c>{"odata.error":{"code":…,"message":{"value":…}}}</c>.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = response.ContentStream is MemoryStream ? Parse(response.Content.ToMemory()) : null;
        return error is not null;
    }

    /// <summary>The error in an answer's body, or null where the body is something else (a proxy's page, nothing).</summary>
    public static ResponseError? Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty || body.Span[0] != (byte)'{') return null;
        try
        {
            using var json = JsonDocument.Parse(body);
            if (!json.RootElement.TryGetProperty("odata.error", out var error)) return null;
            return new ResponseError(error.GetProperty("code").GetString(), error.GetProperty("message").GetProperty("value").GetString());
        }
        catch (JsonException)
        {
            // Cut off in transit: the status still says what happened, and the caller's exception carries it.
            return null;
        }
    }
}
