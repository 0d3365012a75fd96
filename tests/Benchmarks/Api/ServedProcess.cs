using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Pipeline.Benchmarks.Api;

/// <summary>How the threads of a program are woken.</summary>
internal enum Waking
{
    /// <summary>At once, as those of any program.</summary>
    Usual,

    /// <summary>When the one that runs has had its turn, as those of the API (<c>infra/decisions/0014-woken-in-batches.md</c>).</summary>
    InBatches,
}

/// <summary>A .NET program that serves on the first processor.</summary>
internal sealed class ServedProcess : IDisposable
{
    private readonly Process process;

    private ServedProcess(Process process, int port) => (this.process, Address) = (process, FormattableString.Invariant($"http://127.0.0.1:{port}"));

    /// <summary>Its address, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Memory that it has resident, MiB.</summary>
    public double ResidentMebibytes
    {
        get
        {
            string line = File.ReadLines(FormattableString.Invariant($"/proc/{process.Id}/status")).First(line => line.StartsWith("VmRSS", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
    }

    /// <summary>Starts a program and waits for its first good answer.</summary>
    /// <param name="assembly">The program.</param>
    /// <param name="arguments">Its arguments; the port takes the place of <c>PORT</c>.</param>
    /// <param name="path">Path that is asked for.</param>
    /// <param name="environment">Variables of its environment.</param>
    /// <returns>The process, and how long the first good answer took from its start.</returns>
    public static Task<(ServedProcess Served, TimeSpan First)> StartAsync(string assembly, IEnumerable<string> arguments, string path, params (string Name, string Value)[] environment) =>
        StartAsync(assembly, arguments, path, Waking.Usual, environment);

    /// <summary>Starts a program whose threads are woken in a way of their own and waits for its first good answer.</summary>
    /// <param name="assembly">The program.</param>
    /// <param name="arguments">Its arguments; the port takes the place of <c>PORT</c>.</param>
    /// <param name="path">Path that is asked for.</param>
    /// <param name="waking">How its threads are woken.</param>
    /// <param name="environment">Variables of its environment.</param>
    /// <returns>The process, and how long the first good answer took from its start.</returns>
    public static async Task<(ServedProcess Served, TimeSpan First)> StartAsync(
        string assembly, IEnumerable<string> arguments, string path, Waking waking, params (string Name, string Value)[] environment)
    {
        int port = FreePort();
        ProcessStartInfo start = new("taskset", ["-c", "0", .. waking == Waking.InBatches ? new[] { "chrt", "--batch", "0" } : [], "dotnet", assembly, .. arguments.Select(argument => argument.Replace("PORT", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))])
        {
            RedirectStandardOutput = true,
        };
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        long begin = Stopwatch.GetTimestamp();
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        ServedProcess served = new(process, port);
        await FirstAnswer.AwaitAsync(served.Address + path, () => process.HasExited);
        return (served, Stopwatch.GetElapsedTime(begin));
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
