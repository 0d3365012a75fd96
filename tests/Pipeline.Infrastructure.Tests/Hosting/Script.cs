using System.Diagnostics;

namespace Pipeline.Infrastructure.Tests.Hosting;

/// <summary>Runs a script of the repository to its end.</summary>
internal static class Script
{
    /// <summary>Exit code and what was said.</summary>
    public sealed record Outcome(int ExitCode, string Output, string Errors);

    /// <summary>Runs a bash script.</summary>
    public static async Task<Outcome> RunAsync(string script, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash", [Repository.Path(script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Outcome(process.ExitCode, await output, await errors);
    }
}
