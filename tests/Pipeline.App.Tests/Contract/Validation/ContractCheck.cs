using System.Collections.Concurrent;
using System.Text.Json;

namespace Pipeline.App.Tests.Contract.Validation;

/// <summary>
/// Shows the proxy every request of a client with its answer, each address, status, medium and tag once in a test run, and fails the test in which the
/// contract is broken. Left out is OPTIONS, of which the contract does not speak; the proxy answers it by itself.
/// </summary>
/// <param name="inner">What sends the requests, or none for the usual way.</param>
internal sealed class ContractCheck(HttpMessageHandler? inner = null) : DelegatingHandler(inner ?? new SocketsHttpHandler())
{
    private static readonly ConcurrentDictionary<(HttpMethod Method, string Address, int Status, string? Medium, string? Tag), bool> Shown = new();

    /// <summary>A client of a program whose exchanges are held against the contract. The first of a test run may have to wait until the proxy is installed.</summary>
    /// <param name="address">Address of the program.</param>
    /// <param name="language">Language that it asks for, or none.</param>
    public static HttpClient Client(string address, string? language = null)
    {
        HttpClient client = new(new ContractCheck()) { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };
        if (language is not null)
        {
            client.DefaultRequestHeaders.Add("Accept-Language", language);
        }

        return client;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string address = request.RequestUri!.PathAndQuery;
        if (request.Method == HttpMethod.Options || !IsOfContract(address))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
        if (body.Length == 0 && !Shown.TryAdd((request.Method, address, (int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.ETag?.Tag), true))
        {
            return answer;
        }

        // To a body that is no JSON the proxy never answers. An empty object, which no body of the contract may be, stands for it: what was asked is against the contract in either case.
        Exchange exchange = await Exchange.OfAsync(request, body.Length == 0 || IsJson(body) ? body : "{}"u8.ToArray(), answer);
        IReadOnlyList<string> violations = await (await ContractProxy.StartedAsync()).ViolationsAsync(exchange);
        return violations.Count == 0 ? answer : throw new ContractBrokenException($"{request.Method} {address} -> {(int)answer.StatusCode}\n{string.Join('\n', violations)}");
    }

    private static bool IsJson(byte[] body)
    {
        try
        {
            JsonDocument.Parse(body).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsOfContract(string address) => address.StartsWith("/api/v1/", StringComparison.Ordinal) || address.StartsWith("/api/health/", StringComparison.Ordinal);
}

/// <summary>A request or an answer is not within the contract.</summary>
internal sealed class ContractBrokenException(string message) : Exception(message);
