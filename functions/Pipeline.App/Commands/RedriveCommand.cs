using Pipeline.App.Functions;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Commands;

/// <summary><c>redrive</c>: sends the given-up messages of a queue again. Steps that are done meanwhile do nothing a second time.</summary>
internal static class RedriveCommand
{
    /// <summary>Sends the messages of a queue again and says how many.</summary>
    public static async Task<int> RunAsync(string queue, Surroundings surroundings, CancellationToken cancellation)
    {
        await using OpenStorage storage = await OpenStorage.ForAsync(surroundings, _ => { }, cancellation);
        WorkQueue work = storage.Account.Queue(queue);
        // What arrives while this runs was given up after the operator looked: it waits for his next look.
        int sent = await work.RedriveAsync<StepMessage>(await work.CountPoisonAsync(cancellation), cancellation);
        int left = await work.CountPoisonAsync(cancellation);
        string rest = left == 0 ? string.Empty : Invariant($"; {left} stay in {queue}-poison (see runs --poison)");
        await surroundings.Output.WriteLineAsync(Invariant($"{queue}: {sent} sent again{rest}"));
        return ExitCode.Done;
    }
}
