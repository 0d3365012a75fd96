using Pipeline.App.Vintages;
using Pipeline.Storage;

namespace Pipeline.App.Commands;

/// <summary>Finds the vintage that somebody names on the command line, and says which there are when there is none of that name.</summary>
internal static class NamedVintage
{
    /// <summary>A published vintage; none, after saying so, when there is none.</summary>
    /// <param name="store">Vintages.</param>
    /// <param name="wanted">Identifier, quarter for its newest vintage, or none for the current vintage.</param>
    /// <param name="surroundings">Where errors are said.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static async Task<PublishedVintage?> PublishedAsync(VintageStore store, string? wanted, Surroundings surroundings, CancellationToken cancellation)
    {
        IReadOnlyList<PublishedVintage> published = await store.ListAsync(cancellation);
        string? found = wanted is not null ? VintageLookup.Published(published, wanted)?.Vintage : published is [var current, ..] ? current.Vintage : null;
        return published.FirstOrDefault(one => one.Vintage == found) ?? await NoneAsync<PublishedVintage>(published, wanted, surroundings);
    }

    /// <summary>A published vintage, or one of some minerals that is only stored; none, after saying so, when there is neither.</summary>
    /// <param name="store">Vintages.</param>
    /// <param name="wanted">Identifier, or quarter for its newest vintage.</param>
    /// <param name="surroundings">Where errors are said.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static async Task<string?> StoredAsync(VintageStore store, string wanted, Surroundings surroundings, CancellationToken cancellation)
    {
        IReadOnlyList<PublishedVintage> published = await store.ListAsync(cancellation);
        return await VintageLookup.StoredAsync(store, published, wanted, cancellation) ?? await NoneAsync<string>(published, wanted, surroundings);
    }

    private static async Task<T?> NoneAsync<T>(IReadOnlyList<PublishedVintage> published, string? wanted, Surroundings surroundings)
        where T : class
    {
        await surroundings.Error.WriteLineAsync(published.Count == 0
            ? "No vintage is published yet. Run 'refresh' first."
            : $"There is no vintage '{wanted}'. Published: {string.Join(", ", published.Select(one => one.Vintage))}.");
        return null;
    }
}
