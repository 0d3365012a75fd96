using System.Collections.Concurrent;
using System.Text.Json;

namespace Pipeline.App.Tests.Contract.Validation;

/// <summary>
/// Shows the proxy every request of a client with its answer, each address and status once in a test run, and fails the test in which the contract is
/// broken. Left out is what the proxy cannot judge: HEAD, which the contract grants to every GET in one sentence while the proxy knows declared methods
/// only; OPTIONS, which the proxy answers by itself; and a refused body that is no JSON, to which the proxy never answers.
/// </summary>
internal sealed class ContractCheck() : DelegatingHandler(new SocketsHttpHandler())
{
    private static readonly ConcurrentDictionary<(HttpMethod, string, int), bool> Shown = new();

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
        string address = request.RequestUri!.PathAndQuery;
        bool isJudged = request.Method != HttpMethod.Head && request.Method != HttpMethod.Options && (answer.IsSuccessStatusCode || body.Length == 0 || IsJson(body)) && !IsTree(address);
        if (!isJudged || !IsOfContract(address) || (body.Length == 0 && !Shown.TryAdd((request.Method, address, (int)answer.StatusCode), true)))
        {
            return answer;
        }

        Exchange exchange = await Exchange.OfAsync(request, body, answer);
        IReadOnlyList<string> violations = await (await ContractProxy.StartedAsync()).ViolationsAsync(exchange);
        return violations.Count == 0 ? answer : throw new ContractBrokenException($"{request.Method} {address} -> {(int)answer.StatusCode}\n{string.Join('\n', violations)}");
    }

    /// <summary>The proxy loses the members of a schema that refers to itself from the second level on, as the evidence of an assessment does.</summary>
    private static bool IsTree(string address) => address.StartsWith("/api/v1/assessments/", StringComparison.Ordinal);

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
