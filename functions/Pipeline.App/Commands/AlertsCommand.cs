using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Commands;

/// <summary><c>alerts</c>: what an operator should know at this moment, newest first. What is over is not shown.</summary>
internal static class AlertsCommand
{
    /// <summary>Prints kind, subject and since when, and under each its sentence.</summary>
    public static async Task<int> RunAsync(Surroundings surroundings, CancellationToken cancellation)
    {
        await using OpenStorage storage = await OpenStorage.ForAsync(surroundings, _ => { }, cancellation);
        IReadOnlyList<Alert> standing = await storage.Account.Alerts.ListAsync(cancellationToken: cancellation);
        foreach (Alert alert in standing)
        {
            await surroundings.Output.WriteLineAsync(Invariant($"{alert.Kind}  {alert.Subject}  since {alert.RaisedAt.UtcDateTime:yyyy-MM-dd HH:mm}Z"));
            await surroundings.Output.WriteLineAsync($"    {alert.Message.ReplaceLineEndings(" ")}");
        }

        if (standing.Count == 0)
        {
            await surroundings.Output.WriteLineAsync("No alert stands.");
        }

        return ExitCode.Done;
    }
}
