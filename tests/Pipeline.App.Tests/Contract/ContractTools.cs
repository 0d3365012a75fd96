using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Contract;

/// <summary>The public tools of <c>tests/Contract</c>, installed as their lock file says when they are not there.</summary>
internal static class ContractTools
{
    private static readonly Lazy<string> Installed = new(Install);

    /// <summary>Folder of the tools.</summary>
    public static string Folder => Installed.Value;

    /// <summary>Path of the program of a tool.</summary>
    public static string Program(string name) => Path.Combine(Folder, "node_modules", ".bin", name);

    /// <summary>Runs a tool to its end.</summary>
    public static ProcessOutcome Run(string name, params string[] arguments) => RunningProcess.Run(Program(name), Folder, arguments);

    private static string Install()
    {
        string folder = RepositoryFolder.Path("tests", "Contract");
        // npm writes this record last: an install that was cut off, or is of an older lock file, does not count.
        FileInfo record = new(Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (!record.Exists || record.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
        {
            ProcessOutcome npm = RunningProcess.Run("npm", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm ci in {folder} ended with {npm.ExitCode}: {npm.Error}");
            }
        }

        return folder;
    }
}
