using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

internal sealed partial class TableClient
{
    /// <summary>
    /// A query and its pages. A page holds at most 1,000 rows and may be shorter, even empty, long before the end:
    /// only an answer without continuation is the last.
    /// </summary>
    private sealed class TableQuery(TableClient table, string? filter, int? maxPerPage, string? select, CancellationToken cancellationToken)
        : AsyncPageable<TableEntity>(cancellationToken)
    {
        private const string NextPartition = "x-ms-continuation-NextPartitionKey";
        private const string NextRow = "x-ms-continuation-NextRowKey";

        public override async IAsyncEnumerable<Page<TableEntity>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        {
            do
            {
                using var message = Page(continuationToken, pageSizeHint ?? maxPerPage);
                var response = await table.SendAsync(message, CancellationToken);
                using var json = JsonDocument.Parse(response.Content);
                TableEntity[] rows = [.. json.RootElement.GetProperty("value").EnumerateArray().Select(TableEntityJson.Read)];
                continuationToken = Continuation(response);
                yield return Page<TableEntity>.FromValues(rows, continuationToken, response);
            }
            while (continuationToken is not null);
        }

        private HttpMessage Page(string? continuation, int? size)
        {
            var message = table.Message(RequestMethod.Get, $"/{table.Name}()");
            if (filter is not null) message.Request.Uri.AppendQuery("$filter", filter, escapeValue: true);
            if (select is not null) message.Request.Uri.AppendQuery("$select", select, escapeValue: true);
            if (size is { } top) message.Request.Uri.AppendQuery("$top", top.ToString(CultureInfo.InvariantCulture));
            if (continuation?.Split('\n') is not [var partition, var row]) return message;

            message.Request.Uri.AppendQuery("NextPartitionKey", partition, escapeValue: true);
            if (row.Length > 0) message.Request.Uri.AppendQuery("NextRowKey", row, escapeValue: true);
            return message;
        }

        /// <summary>Both markers in one line pair; a key holds no line break.</summary>
        private static string? Continuation(Response response) =>
            response.Headers.TryGetValue(NextPartition, out var partition)
                ? $"{partition}\n{(response.Headers.TryGetValue(NextRow, out var row) ? row : "")}"
                : null;
    }
}
