using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>A figure as a vintage stated it, when the vintage before stated something else or nothing.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Vintage">The first vintage that stated it so.</param>
internal sealed record Revision(Datum Figure, PublishedVintage Vintage);

/// <summary>What vintages have stated about each figure of each period, the oldest vintage first.</summary>
/// <param name="Chains">One chain a figure and period, and one for the times at which nothing was known of it, by mineral in list order, then in the order in which they appeared.</param>
/// <param name="Uses">Files that each vintage rests on, by its identifier.</param>
internal sealed record RevisionHistory(IReadOnlyList<IReadOnlyList<Revision>> Chains, IReadOnlyDictionary<string, IReadOnlyList<SourceUse>> Uses)
{
    /// <summary>Follows figures through vintages.</summary>
    /// <param name="vintages">Published vintages by rising ordinal.</param>
    /// <param name="read">Reads the figures of one.</param>
    public static async Task<RevisionHistory> FollowAsync(IEnumerable<PublishedVintage> vintages, Func<PublishedVintage, Task<VintageFigures>> read)
    {
        OrderedDictionary<(string Id, Period? Period), List<Revision>> chains = [];
        Dictionary<string, IReadOnlyList<SourceUse>> uses = new(StringComparer.Ordinal);
        foreach (PublishedVintage vintage in vintages)
        {
            VintageFigures figures = await read(vintage);
            uses.Add(vintage.Vintage, figures.Uses);
            foreach (Datum datum in figures.Figures)
            {
                if (!chains.TryGetValue((datum.Id, datum.KnownPeriod), out List<Revision>? chain))
                {
                    chains.Add((datum.Id, datum.KnownPeriod), chain = []);
                }

                if (chain.Count == 0 || !Datum.Same(chain[^1].Figure, datum))
                {
                    chain.Add(new Revision(datum, vintage));
                }
            }
        }

        return new RevisionHistory([.. chains.Values.OrderBy(chain => MineralCatalogue.Get(chain[0].Figure.Mineral).Order)], uses);
    }
}

/// <summary>The histories of the vintages that readers ask for. One changes with every publication and no sooner.</summary>
/// <param name="shelf">Figures of vintages.</param>
/// <param name="stopping">Ends what is being followed when the program stops.</param>
internal sealed class KnownHistory(FigureShelf shelf, CancellationToken stopping)
{
    private const int Kept = 3;

    private readonly ComputedOnce<Line, RevisionHistory> histories = new(line => RevisionHistory.FollowAsync(line.Vintages, shelf.PassingAsync), Kept, stopping);

    /// <summary>The history of some published vintages, or none when it is not known and as many wait as may.</summary>
    /// <param name="vintages">The vintages by rising ordinal.</param>
    public Task<RevisionHistory>? TryOf(IReadOnlyList<PublishedVintage> vintages) => histories.TryOf(new Line(vintages));

    /// <summary>Vintages one after the other; the same names are the same line.</summary>
    private sealed class Line(IReadOnlyList<PublishedVintage> vintages) : IEquatable<Line>
    {
        private readonly string names = string.Join(' ', vintages.Select(vintage => vintage.Vintage));

        public IReadOnlyList<PublishedVintage> Vintages => vintages;

        public bool Equals(Line? other) => other is not null && names == other.names;

        public override bool Equals(object? obj) => Equals(obj as Line);

        public override int GetHashCode() => names.GetHashCode(StringComparison.Ordinal);
    }
}
