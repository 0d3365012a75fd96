using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables;

internal sealed partial class TableClient
{
    private const int TransactionLimit = 100;

    /// <summary>
    /// Writes up to 100 rows of one partition, all or none; the answers come in the order of the actions.
    /// A refused action is a <see cref="TableTransactionFailedException"/> that says which one.
    /// </summary>
    public async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken = default)
    {
        if (actions.Count is 0 or > TransactionLimit)
            throw new ArgumentException($"A transaction has 1 to {TransactionLimit} actions, not {actions.Count}.", nameof(actions));

        using var message = Message(RequestMethod.Post, "/$batch", Encoding.UTF8.GetBytes(Body(actions)));
        message.Request.Headers.SetValue("Content-Type", "multipart/mixed; boundary=batch_rows");
        var response = await SendAsync(message, cancellationToken);
        List<TablePart> parts = [.. Parts(response.Content.ToString())];
        if (parts.Find(part => part.IsError) is { } refused) throw new TableTransactionFailedException(refused);
        if (parts.Count != actions.Count)
            throw new RequestFailedException(
                response.Status, $"The table service answered {parts.Count} of {actions.Count} actions of a transaction.");
        return Response.FromValue<IReadOnlyList<Response>>(parts, response);
    }

    /// <summary>
    /// The boundaries are constants: a line of JSON starts with a brace and holds no line break, so none can be met by chance.
    /// </summary>
    private string Body(IReadOnlyList<TableTransactionAction> actions)
    {
        var body = new StringBuilder("--batch_rows\r\nContent-Type: multipart/mixed; boundary=changeset_rows\r\n\r\n");
        foreach (var action in actions)
        {
            body.Append("--changeset_rows\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n")
                .Append(
                    CultureInfo.InvariantCulture, $"{action.Method} {endpoint.AbsoluteUri.TrimEnd('/')}{action.Path(Name)} HTTP/1.1\r\n")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"Accept: {Json}\r\nContent-Type: application/json\r\nPrefer: return-no-content\r\nDataServiceVersion: 3.0\r\n");
            foreach (var (header, value) in action.Headers()) body.Append(CultureInfo.InvariantCulture, $"{header}: {value}\r\n");
            body.Append("\r\n").Append(action.Content() is { } content ? Encoding.UTF8.GetString(content) : "").Append("\r\n");
        }

        return body.Append("--changeset_rows--\r\n--batch_rows--\r\n").ToString();
    }

    private static IEnumerable<TablePart> Parts(string body)
    {
        using var lines = new StringReader(body);
        while (lines.ReadLine() is { } line)
        {
            if (!line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal)) continue;
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (lines.ReadLine() is { Length: > 0 } header && header.Split(':', 2) is [var name, var value])
                headers[name] = value.Trim();
            var content = lines.ReadLine() ?? "";
            yield return new TablePart(int.Parse(line.AsSpan(9, 3), CultureInfo.InvariantCulture), line[12..].Trim(), headers, content);
        }
    }
}

/// <summary>A transaction that was refused as a whole because one of its actions was.</summary>
internal sealed class TableTransactionFailedException : RequestFailedException
{
    internal TableTransactionFailedException(TablePart part) : this(part.Status, part.Error) { }

    private TableTransactionFailedException(int status, ResponseError? error)
        : base(status, error?.Message ?? "The table service refused a transaction.", error?.Code, null) =>
        FailedTransactionActionIndex =
            int.TryParse(error?.Message?.Split(':', 2)[0], CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Place of the refused action, from 0; null when the service does not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}

/// <summary>The answer to one action of a transaction.</summary>
internal sealed class TablePart(int status, string reason, Dictionary<string, string> headers, string content) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => reason;

    public override bool IsError => status >= 400;

    public override Stream? ContentStream { get; set; } = new MemoryStream(Encoding.UTF8.GetBytes(content));

    public override string ClientRequestId { get; set; } = "";

    internal ResponseError? Error => TableErrorParser.Parse(Encoding.UTF8.GetBytes(content));

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
