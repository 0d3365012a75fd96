using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Pipeline.App.Tests.Contract.Generation;

namespace Pipeline.App.Tests.Contract.Validation;

/// <summary>
/// A public validating proxy (Prism) that is shown what the tests ask and what the program answers. It is stricter than callers should be
/// (<see cref="StrictContract"/>).
/// </summary>
internal sealed class ContractProxy
{
    private const string Listening = "Prism is listening on ";
    private const string NoRoute = "Selected route not found";

    private static readonly Lazy<Task<ContractProxy>> Shared = new(StartAsync);

    private readonly AnswerPlayer player;
    private readonly HttpClient proxy;

    /// <summary>Held, because its input closes with it and ends the proxy.</summary>
    private readonly Process process;

    /// <summary>What it says when it fails.</summary>
    private readonly Task<string> errors;

    private ContractProxy(AnswerPlayer player, Process process, string address) =>
        (this.player, this.process, errors, proxy) = (player, process, process.StandardError.ReadToEndAsync(), new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(5) });

    /// <summary>The proxy of this test run; it ends with the run.</summary>
    public static Task<ContractProxy> StartedAsync() => Shared.Value;

    /// <summary>What the proxy finds wrong in an exchange, a line each; empty when it is within the contract.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync(Exchange exchange)
    {
        using HttpRequestMessage request = new(exchange.Method, exchange.Address.PathAndQuery["/api".Length..]);
        request.Content = exchange.Body.Length > 0 ? new ByteArrayContent(exchange.Body) : null;
        foreach ((string name, IEnumerable<string> values) in exchange.Headers)
        {
            _ = request.Headers.TryAddWithoutValidation(name, values) || request.Content?.Headers.TryAddWithoutValidation(name, values) is true;
        }

        // On the loopback address the program asks for no token; the contract does.
        _ = request.Headers.Authorization is not null || request.Headers.TryAddWithoutValidation("Authorization", "Bearer of-this-machine");
        request.Headers.Add(AnswerPlayer.Header, player.Add(exchange));
        using HttpResponseMessage seen = await SendAsync(request);
        string[] found = [.. seen.Headers.TryGetValues("sl-violations", out IEnumerable<string>? header) ? Read(string.Concat(header), exchange) : []];
        return seen.StatusCode == exchange.Status ? found : [.. found, $"the proxy answers {(int)seen.StatusCode}: {await seen.Content.ReadAsStringAsync()}"];
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        try
        {
            return await proxy.SendAsync(request);
        }
        catch (HttpRequestException failure) when (process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            throw new InvalidOperationException($"The proxy ended with {process.ExitCode}: {await errors}", failure);
        }
    }

    private static IEnumerable<string> Read(string header, Exchange exchange)
    {
        if (!header.StartsWith('['))
        {
            return [header];
        }

        // What the program has refused, the contract may refuse; an address that neither knows is not found.
        return JsonDocument.Parse(header).RootElement.EnumerateArray()
            .Where(violation => violation.GetProperty("location")[0].GetString() == "response" || exchange.IsSuccess)
            .Where(violation => violation.GetProperty("message").GetString() != NoRoute || exchange.Status is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
            .Select(violation => violation.GetRawText());
    }

    private static async Task<ContractProxy> StartAsync()
    {
        AnswerPlayer player = await AnswerPlayer.StartAsync();
        string document = Path.Combine(Directory.CreateTempSubdirectory("contract-").FullName, "openapi.json");
        await File.WriteAllTextAsync(document, StrictContract.Of(await File.ReadAllTextAsync(ContractDocument.CommittedPath)));
        // It reads its input until this process ends, ends with it and takes the document away: until then it watches the file.
        Process process = Process.Start(new ProcessStartInfo("node", ["proxy.mjs", document, player.Address])
        {
            WorkingDirectory = ContractTools.Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        List<string> said = [];
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and int at)
            {
                // What it says of single requests comes in their answers too.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new ContractProxy(player, process, line[(at + Listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException($"The proxy did not start: {string.Join('\n', said)}\n{await process.StandardError.ReadToEndAsync()}");
    }
}
