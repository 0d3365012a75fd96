using System.Diagnostics;
using Pipeline.Storage;

namespace Pipeline.Benchmarks;

/// <summary>The program as it is built.</summary>
internal static class BuiltApp
{
    /// <summary>The newest build of the configuration that the benchmarks were built in.</summary>
    public static string Find()
    {
        string configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        string folder = Path.Combine(RepositoryRoot.Find(), "functions", "Pipeline.App", "bin", configuration);
        string[] built = Directory.Exists(folder) ? Directory.GetFiles(folder, "Pipeline.App.dll", SearchOption.AllDirectories) : [];
        return built.Length > 0 ? built.MaxBy(File.GetLastWriteTimeUtc)! : throw new FileNotFoundException($"Build functions/Pipeline.App in {configuration} first.", "Pipeline.App.dll");
    }

    /// <summary>One refresh of the starter feeds.</summary>
    /// <param name="connection">Connection string of an emulator.</param>
    public static async Task RefreshAsync(string connection)
    {
        ProcessStartInfo start = new("dotnet", [Find(), "refresh", "--quarter", "2026Q4"]);
        start.Environment["AzureWebJobsStorage"] = connection;
        using Process refresh = Process.Start(start)!;
        await refresh.WaitForExitAsync();
        // 3 is published with a source missing or rows set aside.
        if (refresh.ExitCode is not (0 or 3)) throw new InvalidOperationException($"The refresh ended with {refresh.ExitCode}.");
    }
}
