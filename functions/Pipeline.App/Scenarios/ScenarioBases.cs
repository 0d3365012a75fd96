using System.Collections.Concurrent;
using Pipeline.App.Vintages;
using Pipeline.Indicators.Scenarios;
using Pipeline.Storage;

namespace Pipeline.App.Scenarios;

/// <summary>
/// Observations of published vintages, kept in memory for scenarios: a vintage never changes, so that only the first request that speaks of it
/// waits for storage. Nothing is written.
/// </summary>
internal sealed class ScenarioBases(StorageAccount storage)
{
    private const int Kept = 2;

    private readonly ConcurrentDictionary<string, Lazy<Task<ScenarioBase>>> bases = new(StringComparer.Ordinal);

    /// <summary>The base of a published vintage.</summary>
    /// <param name="vintage">Identifier of the vintage, or a quarter, which stands for its newest one; the current one when none.</param>
    /// <param name="cancellation">Ends the waiting, not the loading: others may wait for it too.</param>
    /// <returns>The base, or none when nothing is published.</returns>
    /// <exception cref="ScenarioRequestException">There is no such published vintage.</exception>
    public async Task<ScenarioBase?> FindAsync(string? vintage, CancellationToken cancellation)
    {
        string? id = vintage;
        if (id is null || !bases.ContainsKey(id))
        {
            PublishedVintage? current = await storage.Vintages.CurrentAsync(cancellation);
            if (current is null)
            {
                return null;
            }

            id ??= current.Vintage;
            if (id != current.Vintage)
            {
                id = VintageLookup.Published(await storage.Vintages.ListAsync(cancellation), id)?.Vintage
                    ?? throw new ScenarioRequestException([new ScenarioFault("/vintage", "a published vintage, such as " + current.Vintage, "another name")]);
            }
        }

        return await LoadAsync(id).WaitAsync(cancellation);
    }

    private async Task<ScenarioBase> LoadAsync(string vintage)
    {
        Lazy<Task<ScenarioBase>> loading = bases.GetOrAdd(vintage, _ => new Lazy<Task<ScenarioBase>>(() => ReadAsync(vintage)));
        foreach (string other in bases.Keys.Where(key => key != vintage).Skip(Kept - 1))
        {
            bases.TryRemove(other, out _);
        }

        try
        {
            return await loading.Value;
        }
        catch
        {
            // What could not be loaded is asked for anew by the next request.
            bases.TryRemove(KeyValuePair.Create(vintage, loading));
            throw;
        }
    }

    private async Task<ScenarioBase> ReadAsync(string vintage)
    {
        VintageManifest manifest = await VintageFiles.ReadManifestAsync(storage.Vintages, vintage, CancellationToken.None);
        VintageInputs inputs = await VintageInputs.LoadAsync(storage, manifest, CancellationToken.None);
        VintageParameters parameters = await VintageParameters.LoadAsync(storage.Vintages, manifest, CancellationToken.None);
        return new ScenarioBase($"vintage {vintage}", inputs.Observations, inputs.Sources, parameters.Set) { Incomplete = SnapshotUse.Incomplete(manifest.Snapshots) };
    }
}
