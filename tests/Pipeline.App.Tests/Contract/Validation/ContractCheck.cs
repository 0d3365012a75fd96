using System.Collections.Concurrent;

namespace Pipeline.App.Tests.Contract.Validation;

/// <summary>
/// Shows the proxy every request of a client with its answer, each address and status once in a test run, and fails the test in which the contract is
/// broken. Requests for the head of an answer are left out: the contract says once for all that they are answered as GET is, and the proxy knows
/// declared methods only.
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
        if (request.Method == HttpMethod.Head || !IsOfContract(address) || (body.Length == 0 && !Shown.TryAdd((request.Method, address, (int)answer.StatusCode), true)))
        {
            return answer;
        }

        Exchange exchange = await Exchange.OfAsync(request, body, answer);
        IReadOnlyList<string> violations = await (await ContractProxy.StartedAsync()).ViolationsAsync(exchange);
        return violations.Count == 0 ? answer : throw new ContractBrokenException($"{request.Method} {address} -> {(int)answer.StatusCode}\n{string.Join('\n', violations)}");
    }

    private static bool IsOfContract(string address) => address.StartsWith("/api/v1/", StringComparison.Ordinal) || address.StartsWith("/api/health/", StringComparison.Ordinal);
}

/// <summary>A request or an answer is not within the contract.</summary>
internal sealed class ContractBrokenException(string message) : Exception(message);
