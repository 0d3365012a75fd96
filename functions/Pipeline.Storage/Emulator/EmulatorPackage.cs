using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>The emulator's npm package, installed in its folder exactly as its lock file says.</summary>
internal static class EmulatorPackage
{
    private const string Package = "node_modules/azurite";
    private const int Longest = 600;

    /// <summary>Installs the package unless the locked version is there. Processes that come at once take turns.</summary>
    /// <exception cref="EmulatorException">npm is missing or fails.</exception>
    public static async Task EnsureAsync(string folder, Action<string>? progress, CancellationToken cancellationToken)
    {
        if (IsInstalled(folder)) return;

        await using var turn = await FolderLock.TakeAsync(Path.Combine(folder, "node_modules"), cancellationToken);
        if (IsInstalled(folder)) return;

        progress?.Invoke("Installing the storage emulator (npm ci, once)");
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var start = new ProcessStartInfo(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start, "npm");
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode == 0 && IsInstalled(folder)) return;
            throw new EmulatorException(new Fault(
                "storage emulator", folder, "npm ci to install it",
                $"exit code {process.ExitCode}: {First($"{await errors}\n{await output}")}",
                "check the network and the npm registry that is set on this machine, then run npm ci there"));
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Starts a program of Node's.</summary>
    /// <exception cref="EmulatorException">It is not on the path.</exception>
    public static Process Start(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new EmulatorException(new Fault(
                "storage emulator", program, "the program on the path", "none that starts",
                "install Node.js 20 or later with npm, or set the connection string of a storage account"), missing);
        }
    }

    /// <summary>The end of what a program said, on one line: where Node names the fault.</summary>
    public static string Last(string output) => Line(output) is var line && line.Length <= Longest ? line : "…" + line[^Longest..];

    /// <summary>The beginning of what a program said, on one line: where npm names the fault, before its advice.</summary>
    private static string First(string output) => Line(output) is var line && line.Length <= Longest ? line : line[..Longest] + "…";

    private static string Line(string output)
    {
        var line = string.Join("; ", output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.Length == 0 ? "no output" : line;
    }

    /// <summary>npm writes its own record into node_modules last, so an install that was cut off does not count.</summary>
    private static bool IsInstalled(string folder)
    {
        var record = Path.Combine(folder, "node_modules", ".package-lock.json");
        return File.Exists(record) && Version(record) == Version(Path.Combine(folder, "package-lock.json"));
    }

    private static string? Version(string lockFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(lockFile));
        return json.RootElement.GetProperty("packages").TryGetProperty(Package, out var package)
            ? package.GetProperty("version").GetString()
            : null;
    }
}
