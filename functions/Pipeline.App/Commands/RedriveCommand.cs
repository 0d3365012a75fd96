using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.App.Refresh;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Commands;

/// <summary><c>redrive</c>: opens the runs of the given-up messages of a queue and sends the messages again. Steps that are done meanwhile do nothing a second time.</summary>
internal static class RedriveCommand
{
    /// <summary>Sends the messages of a queue again and says how many.</summary>
    public static async Task<int> RunAsync(string queue, Surroundings surroundings, CancellationToken cancellation)
    {
        await using OpenStorage storage = await OpenStorage.ForAsync(surroundings, _ => { }, cancellation);
        WorkQueue work = storage.Account.Queue(queue);
        RefreshEngine engine = new(storage.Account, surroundings.Settings, surroundings.Clock, NullLogger.Instance);
        int sent = await engine.Redrive.QueueAsync(queue, cancellation);
        int left = await work.CountPoisonAsync(cancellation);
        string rest = left == 0 ? string.Empty : Invariant($"; {left} stay in {queue}-poison (see runs --poison)");
        await surroundings.Output.WriteLineAsync(Invariant($"{queue}: {sent} sent again{rest}"));
        return ExitCode.Done;
    }
}
