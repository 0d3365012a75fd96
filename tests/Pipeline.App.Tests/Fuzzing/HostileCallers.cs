using System.Collections.Concurrent;

namespace Pipeline.App.Tests.Fuzzing;

/// <summary>Several callers who ask at once, and what they were answered.</summary>
internal sealed class HostileCallers : IDisposable
{
    private const int Callers = 4;
    private const int FaultsShown = 20;

    private readonly ConcurrentDictionary<int, int> statuses = new();
    private readonly ConcurrentBag<string> faults = [];

    /// <summary>A client that follows no redirection.</summary>
    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, MaxConnectionsPerServer = Callers });

    /// <summary>Answers that came.</summary>
    public int Answered => statuses.Values.Sum();

    /// <summary>What was wrong with answers, some of it.</summary>
    public IEnumerable<string> Faults => faults.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(FaultsShown);

    /// <summary>Asks: questions are made in one order and sent by all callers at once.</summary>
    /// <param name="questions">Makes the questions.</param>
    /// <param name="site">Address of the program.</param>
    /// <param name="count">How many.</param>
    /// <param name="look">Looks at an answer beside what holds for all, or none.</param>
    public async Task AskAsync(HostileRequests questions, string site, int count, Func<HttpResponseMessage, Task>? look = null)
    {
        HttpRequestMessage[] batch = [.. Enumerable.Range(0, count).Select(_ => questions.Next(site))];
        await Parallel.ForEachAsync(batch, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (request, cancellation) =>
        {
            using HttpResponseMessage answer = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            statuses.AddOrUpdate((int)answer.StatusCode, 1, (_, sum) => sum + 1);
            if (await AnswerFaults.FindAsync(request, answer) is { } fault)
            {
                faults.Add($"{request.Method} {request.RequestUri!.PathAndQuery}: {fault}");
            }

            if (look is not null)
            {
                await look(answer);
            }

            request.Dispose();
        });
    }

    /// <summary>Asserts that answers of each status have come more often than some times: what was asked was of every kind.</summary>
    public void AssertMet(int times, params int[] wanted) => Assert.All(
        wanted, status => Assert.True(statuses.GetValueOrDefault(status) > times, $"{status}: {string.Join(", ", statuses.OrderBy(pair => pair.Key))}"));

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();
}
