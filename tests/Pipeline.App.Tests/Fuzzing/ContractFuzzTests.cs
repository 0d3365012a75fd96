using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;

namespace Pipeline.App.Tests.Fuzzing;

/// <summary>Every parameter, header and body of the contract with text that nobody means.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class ContractFuzzTests(RefreshedStorage refreshed)
{
    private const int Requests = 20_000;
    private const int WarmUp = 4_000;
    private const int Callers = 4;

    /// <summary>Bytes by which the memory may grow beside the answers that are kept: buffers of connections and code that is compiled late.</summary>
    private const long Growth = 48L * 1024 * 1024;

    [Fact]
    public async Task Whatever_is_asked_is_answered_by_data_or_a_problem_that_repeats_nothing_and_leaves_no_memory_behind()
    {
        await using WebApplication app = ServedApi.Build(refreshed.Account);
        CurrentVintage current = app.Services.GetRequiredService<CurrentVintage>();
        await current.FollowAsync(default);
        await app.StartAsync();
        using HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, MaxConnectionsPerServer = Callers });
        string site = app.Urls.First();
        HostileRequests questions = new(ContractOperation.Of(JsonDocument.Parse(await client.GetStringAsync(site + "/api/v1/openapi.json")).RootElement), seed: 20260401);
        ConcurrentDictionary<string, int> statuses = new();
        ConcurrentBag<string> faults = [];

        await AskAsync(WarmUp);
        long before = GC.GetTotalMemory(forceFullCollection: true) - current.View!.Kept.Weight;
        await AskAsync(Requests - WarmUp);
        long after = GC.GetTotalMemory(forceFullCollection: true) - current.View.Kept.Weight;

        Assert.True(faults.IsEmpty, string.Join('\n', faults.Distinct().Order(StringComparer.Ordinal).Take(20)));
        Assert.Equal(Requests, statuses.Values.Sum());
        // The questions are of every kind: some are answered, most are refused, each for its reason.
        Assert.All((string[])["200", "304", "400", "404", "405"], status => Assert.True(statuses.GetValueOrDefault(status) > 20, $"{status}: {string.Join(", ", statuses.OrderBy(pair => pair.Key, StringComparer.Ordinal))}"));
        Assert.True(after - before < Growth, $"{(after - before) / 1024 / 1024} MiB more");
        Assert.Equal("ready", await client.GetStringAsync(site + "/api/health/ready"));
        await app.StopAsync();

        async Task AskAsync(int count)
        {
            // Made in one order, sent by several callers at once.
            HttpRequestMessage[] batch = [.. Enumerable.Range(0, count).Select(_ => questions.Next(site))];
            await Parallel.ForEachAsync(batch, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (request, cancellation) =>
            {
                using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
                statuses.AddOrUpdate($"{(int)answer.StatusCode}", 1, (_, sum) => sum + 1);
                if (await FaultAsync(request, answer) is { } fault)
                {
                    faults.Add($"{request.Method} {request.RequestUri!.PathAndQuery}: {fault}");
                }

                request.Dispose();
            });
        }
    }

    /// <summary>What is wrong with an answer, or none.</summary>
    private static async Task<string?> FaultAsync(HttpRequestMessage request, HttpResponseMessage answer)
    {
        int status = (int)answer.StatusCode;
        if (status >= 500)
        {
            return $"{status} {await answer.Content.ReadAsStringAsync()}";
        }

        if (answer.Headers.Contains("X-Evil") || answer.Headers.Contains("Server"))
        {
            return "a header that nobody sends";
        }

        if (status < 400)
        {
            return null;
        }

        string body = await answer.Content.ReadAsStringAsync();
        if (body.Contains(HostileText.Canary, StringComparison.Ordinal) && request.Method != HttpMethod.Post)
        {
            return "what was sent is repeated";
        }

        if (request.Method == HttpMethod.Head)
        {
            return body.Length == 0 ? null : "a body after HEAD";
        }

        // A path with a zero byte never comes to the program: the web server refuses it by itself, with no body.
        if (status == 400 && body.Length == 0 && request.RequestUri!.OriginalString.Split('?')[0].Contains("%00", StringComparison.Ordinal))
        {
            return null;
        }

        if (answer.Content.Headers.ContentType?.MediaType is not "application/problem+json" and var media)
        {
            return $"{status} as {media ?? "nothing"}";
        }

        JsonElement problem = JsonDocument.Parse(body).RootElement;
        return problem.GetProperty("type").GetString()!.StartsWith("/api/v1/problems/", StringComparison.Ordinal) && problem.GetProperty("status").GetInt32() == status
            && problem.GetProperty("title").GetString()!.Length > 0 && problem.GetProperty("detail").GetString()!.Length > 0 && problem.GetProperty("traceId").GetString()!.Length > 0
            ? null
            : $"a problem that says too little: {body}";
    }
}
