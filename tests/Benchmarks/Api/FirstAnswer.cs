using System.Diagnostics;

namespace Pipeline.Benchmarks.Api;

/// <summary>Waits for a server that has just been started.</summary>
internal static class FirstAnswer
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Returns after the first good answer.</summary>
    /// <param name="address">What is asked for.</param>
    /// <param name="hasEnded">True when the server has ended.</param>
    public static void Await(string address, Func<bool> hasEnded)
    {
        using HttpClient client = new();
        long begin = Stopwatch.GetTimestamp();
        while (!Answers(client, address))
        {
            if (hasEnded() || Stopwatch.GetElapsedTime(begin) > Longest) throw new InvalidOperationException($"{address} does not answer.");
            Thread.Sleep(TimeSpan.FromMilliseconds(0.5));
        }
    }

    private static bool Answers(HttpClient client, string address)
    {
        try
        {
            using HttpResponseMessage answer = client.Send(new HttpRequestMessage(HttpMethod.Get, address));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }
}
