using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Channels;
using Pipeline.App.Tests.Contract.Validation;

namespace Pipeline.App.Tests.Killing;

/// <summary>The built program serving in a process of its own, which a test may kill at any moment.</summary>
internal sealed class ServingProcess : IAsyncDisposable
{
    /// <summary>Time after which the work of a killed process may be taken over: short, so that a test need not wait for it.</summary>
    public const int LeaseSeconds = 2;

    private readonly Process process;
    private readonly Channel<string> lines;
    private readonly HttpClient client;

    private ServingProcess(Process process, Channel<string> lines, Uri address)
    {
        (this.process, this.lines) = (process, lines);
        client = ContractCheck.Client(address.ToString());
    }

    /// <summary>Address that it serves, without a path.</summary>
    public string Address => client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    /// <summary>Bytes of memory that the process holds now.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime => process.TotalProcessorTime;

    /// <summary>Starts the program on a free port and waits until it serves.</summary>
    /// <param name="connectionString">Its storage.</param>
    /// <param name="assembly">Another copy of the program than the built one.</param>
    /// <param name="parallelSteps">Steps that it does side by side.</param>
    /// <param name="leaseSeconds">Time after which its work may be taken over.</param>
    public static async Task<ServingProcess> StartAsync(string connectionString, string? assembly = null, int parallelSteps = 2, int leaseSeconds = LeaseSeconds)
    {
        string program = assembly ?? typeof(Program).Assembly.Location;
        ProcessStartInfo start = new("dotnet", [program, "serve", "--port", "0"])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AzureWebJobsStorage"] = connectionString;
        start.Environment["Pipeline__LeaseSeconds"] = leaseSeconds.ToString(CultureInfo.InvariantCulture);
        start.Environment["Pipeline__MaximumParallelSteps"] = parallelSteps.ToString(CultureInfo.InvariantCulture);
        Channel<string> lines = Channel.CreateUnbounded<string>();
        Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data, lines);
        process.ErrorDataReceived += (_, line) => Take(line.Data, lines);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        const string announced = "serving ";
        List<string> said = [];
        while (await lines.Reader.WaitToReadAsync())
        {
            string line = await lines.Reader.ReadAsync();
            if (line.StartsWith(announced, StringComparison.Ordinal))
            {
                return new ServingProcess(process, lines, new Uri(new Uri(line[announced.Length..]), "/"));
            }

            said.Add(line);
        }

        throw new InvalidOperationException("The program ended before it served: " + string.Join('\n', said));
    }

    /// <summary>Asks for a run of a quarter; the same key twice is the same run.</summary>
    /// <returns>Identifier of the run.</returns>
    public async Task<string> StartRunAsync(string quarter, string key)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/runs") { Content = JsonContent.Create(new { mode = "run", quarter }) };
        request.Headers.Add("Idempotency-Key", key);
        using HttpResponseMessage answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("runs")[0].GetProperty("id").GetString()!;
    }

    /// <summary>Kills the process at once (SIGKILL): it gets no chance to clean up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>What the program has said since it served.</summary>
    public IReadOnlyList<string> Said()
    {
        List<string> said = [];
        while (lines.Reader.TryRead(out string? line))
        {
            said.Add(line);
        }

        return said;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static void Take(string? line, Channel<string> lines)
    {
        if (line is null)
        {
            lines.Writer.TryComplete();
        }
        else
        {
            lines.Writer.TryWrite(line);
        }
    }
}
