using System.Diagnostics;

namespace Pipeline.App.Tests.Running;

/// <summary>What a finished process said.</summary>
internal sealed record ProcessOutcome(int ExitCode, string Output, string Error);

/// <summary>Runs a real process to its end.</summary>
internal static class RunningProcess
{
    /// <summary>Runs a program with arguments in a folder.</summary>
    public static ProcessOutcome Run(string program, string folder, params string[] arguments) => Run(program, folder, new Dictionary<string, string>(), arguments);

    /// <summary>Runs a program with arguments in a folder, some environment variables changed.</summary>
    public static ProcessOutcome Run(string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProcessOutcome(process.ExitCode, output, error.Result);
    }
}
