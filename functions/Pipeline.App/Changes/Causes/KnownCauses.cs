using Pipeline.App.Vintages;

namespace Pipeline.App.Changes.Causes;

/// <summary>Reports on causes while the program serves.</summary>
/// <param name="compute">Computes the report on two published vintages.</param>
/// <param name="stopping">Ends what is being computed when the program stops; a caller who has gone does not.</param>
internal sealed class KnownCauses(Func<string, string, Task<CausesReport>> compute, CancellationToken stopping)
{
    private const int Kept = 16;

    private readonly ComputedOnce<(string Before, string After), CausesReport> reports = new(pair => compute(pair.Before, pair.After), Kept, stopping);

    /// <summary>The report on two published vintages, or none when it is not known and as many wait as may. The task fails when what a vintage rests on is not stored or cannot be read.</summary>
    public Task<CausesReport>? TryOf(string before, string after) => reports.TryOf((before, after));
}
