using System.Diagnostics;
using System.Text.RegularExpressions;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>What a starting emulator says: each service as it begins to listen, or why it cannot.</summary>
internal sealed partial class EmulatorOutput
{
    private readonly Process process;
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<string> services = new(StringComparer.Ordinal);
    private readonly List<string> said = [];

    /// <summary>Reads on for as long as the process runs: a full pipe would stop it.</summary>
    public EmulatorOutput(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => exited.TrySetResult();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Waits until all three services listen.</summary>
    /// <exception cref="EmulatorException">The process ended before.</exception>
    public async Task ListeningAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(listening.Task, exited.Task).WaitAsync(cancellationToken);
        if (listening.Task.IsCompleted) return;

        await process.WaitForExitAsync(cancellationToken);
        string output;
        lock (said) output = string.Join('\n', said);
        throw new EmulatorException(new Fault(
            "storage emulator", "start", "three services that listen", $"exit code {process.ExitCode}: {EmulatorPackage.Last(output)}",
            output.Contains("EADDRINUSE", StringComparison.Ordinal)
                ? "stop the program that has the port, or set a connection string with other ports"
                : "delete node_modules beside the emulator's package.json and run again"));
    }

    private void Heard(string? line)
    {
        if (line is null) return;
        lock (said)
        {
            if (listening.Task.IsCompleted) return;
            said.Add(line);
            if (Listening().Match(line) is not { Success: true } match) return;
            services.Add(match.Groups[1].Value);
            if (services.Count == 3) listening.TrySetResult();
        }
    }

    [GeneratedRegex(@"^Azurite (Blob|Queue|Table) service is successfully listening at \S+$", RegexOptions.CultureInvariant)]
    private static partial Regex Listening();
}
