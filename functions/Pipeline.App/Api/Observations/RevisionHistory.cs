using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>A figure as a vintage stated it, when the vintage before stated something else or nothing.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Vintage">The first vintage that stated it so.</param>
internal sealed record Revision(Datum Figure, PublishedVintage Vintage);

/// <summary>What vintages have stated about each figure of each period, the oldest vintage first.</summary>
/// <param name="Chains">One chain a figure and period, by mineral in list order, then in the order in which they appeared.</param>
internal sealed record RevisionHistory(IReadOnlyList<IReadOnlyList<Revision>> Chains)
{
    /// <summary>Follows figures through vintages.</summary>
    /// <param name="vintages">Published vintages by rising ordinal.</param>
    /// <param name="read">Reads the figures of one.</param>
    public static async Task<RevisionHistory> FollowAsync(IEnumerable<PublishedVintage> vintages, Func<PublishedVintage, Task<VintageFigures>> read)
    {
        OrderedDictionary<(string Id, Period? Period), List<Revision>> chains = [];
        foreach (PublishedVintage vintage in vintages)
        {
            foreach (Datum datum in (await read(vintage)).Figures)
            {
                if (!chains.TryGetValue((datum.Id, datum.Period), out List<Revision>? chain))
                {
                    chains.Add((datum.Id, datum.Period), chain = []);
                }

                if (chain.Count == 0 || !Datum.Same(chain[^1].Figure, datum))
                {
                    chain.Add(new Revision(datum, vintage));
                }
            }
        }

        return new RevisionHistory([.. chains.Values.OrderBy(chain => MineralCatalogue.Get(chain[0].Figure.Mineral).Order)]);
    }
}

/// <summary>The history of the vintages that readers ask for; one is kept, since it changes with every publication and no sooner.</summary>
internal sealed class KnownHistory(FigureShelf shelf)
{
    private readonly Lock gate = new();
    private (string Key, Task<RevisionHistory> History)? last;

    /// <summary>The history of some published vintages.</summary>
    /// <param name="vintages">The vintages by rising ordinal.</param>
    public Task<RevisionHistory> OfAsync(IReadOnlyList<PublishedVintage> vintages)
    {
        string key = string.Join(' ', vintages.Select(vintage => vintage.Vintage));
        lock (gate)
        {
            if (last is { } known && known.Key == key && !known.History.IsFaulted && !known.History.IsCanceled)
            {
                return known.History;
            }

            Task<RevisionHistory> following = RevisionHistory.FollowAsync(vintages, shelf.OfAsync);
            last = (key, following);
            return following;
        }
    }
}
