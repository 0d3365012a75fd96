using Pipeline.Sources;
using static System.FormattableString;

namespace Pipeline.App.Commands;

/// <summary><c>starter-feeds</c>: makes the starter feeds again from a folder of publisher files.</summary>
internal static class StarterFeedsCommand
{
    /// <summary>Cuts every file that a reader knows, and lists what was made.</summary>
    public static async Task<int> RunAsync(string from, string to, Surroundings surroundings, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        StarterFeedReport report = StarterFeedTool.Make(from, to);
        foreach (StarterFeedEntry entry in report.Written)
        {
            await surroundings.Output.WriteLineAsync(Invariant($"{entry.Path}  {entry.RowsKept:N0} rows, cut from {entry.OriginalName}"));
        }

        foreach (PassedOver passedOver in report.PassedOver)
        {
            await surroundings.Output.WriteLineAsync($"passed over {passedOver.Path}: {passedOver.Reason}");
        }

        return ExitCode.Done;
    }
}
