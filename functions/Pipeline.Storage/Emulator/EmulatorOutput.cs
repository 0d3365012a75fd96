using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>
/// What a starting emulator says: the port of each service as it begins to listen. Ports that the system chooses are known only from
/// here, so no other program can take one between the choice and the use.
/// </summary>
internal sealed partial class EmulatorOutput
{
    private readonly Process process;
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<(int Blob, int Queue, int Table)> listening = new(
        TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, int> ports = new(StringComparer.Ordinal);
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

    /// <summary>The ports, once all three services listen.</summary>
    /// <exception cref="EmulatorException">The process ended before.</exception>
    public async Task<(int Blob, int Queue, int Table)> ListeningAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(listening.Task, exited.Task).WaitAsync(cancellationToken);
        if (listening.Task.IsCompleted) return await listening.Task;

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
            ports[match.Groups[1].Value] = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            if (ports.Count == 3) listening.TrySetResult((ports["Blob"], ports["Queue"], ports["Table"]));
        }
    }

    [GeneratedRegex(@"^Azurite (Blob|Queue|Table) service is successfully listening at \S+:(\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Listening();
}
