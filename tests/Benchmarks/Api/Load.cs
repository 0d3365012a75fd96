using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Benchmarks.Api;

/// <summary>What one run of wrk has measured.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P99">99th percentile of the time to an answer, milliseconds.</param>
internal sealed record LoadResult(double PerSecond, double P99);

/// <summary>Debian's wrk, for comparison only: <c>apt-get install -y wrk nginx-light</c>. One thread, sixteen connections, on the second processor.</summary>
internal static partial class Load
{
    private const int Connections = 16;

    /// <summary>Asks for an address as fast as it is answered.</summary>
    /// <param name="address">The address.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="headers">Headers of each request.</param>
    /// <exception cref="InvalidOperationException">wrk failed, or an answer was neither 2xx nor 3xx.</exception>
    public static LoadResult Run(string address, int seconds, params string[] headers)
    {
        ProcessStartInfo start = new("taskset", [
            "-c", "1", "wrk", "-t1", FormattableString.Invariant($"-c{Connections}"), FormattableString.Invariant($"-d{seconds}s"), "--latency",
            .. headers.SelectMany(header => new[] { "-H", header }), address])
        { RedirectStandardOutput = true };
        using Process wrk = Process.Start(start)!;
        string said = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        if (wrk.ExitCode != 0 || said.Contains("Non-2xx", StringComparison.Ordinal) || said.Contains("Socket errors", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"wrk {address}: {said}");
        }

        return new LoadResult(double.Parse(Requests().Match(said).Groups[1].Value, CultureInfo.InvariantCulture), Milliseconds(Latency().Match(said)));
    }

    private static double Milliseconds(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * match.Groups[2].Value switch
    {
        "us" => 0.001,
        "ms" => 1,
        _ => 1000,
    };

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex Requests();

    [GeneratedRegex(@"99%\s+([0-9.]+)(us|ms|s)")]
    private static partial Regex Latency();
}
