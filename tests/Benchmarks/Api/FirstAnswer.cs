using System.Diagnostics;

namespace Pipeline.Benchmarks.Api;

/// <summary>Waits for a server that has just been started.</summary>
internal static class FirstAnswer
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Between two tries: short beside the start of any server, so that it does not show in what is measured.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(1);

    /// <summary>Returns after the first good answer.</summary>
    /// <param name="address">What is asked for.</param>
    /// <param name="hasEnded">True when the server has ended.</param>
    public static async Task AwaitAsync(string address, Func<bool> hasEnded)
    {
        using HttpClient client = new();
        using PeriodicTimer tries = new(Interval);
        long begin = Stopwatch.GetTimestamp();
        while (!await AnswersAsync(client, address))
        {
            if (hasEnded() || Stopwatch.GetElapsedTime(begin) > Longest) throw new InvalidOperationException($"{address} does not answer.");
            await tries.WaitForNextTickAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string address)
    {
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }
}
