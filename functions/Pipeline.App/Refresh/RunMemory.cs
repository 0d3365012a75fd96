using System.Collections.Concurrent;
using System.Text.Json;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>
/// Files of runs and the observations they lead to, as this process has read them. It only saves reading the same unchanging bytes again for
/// every step: a process that starts with an empty memory does the same work with the same result.
/// </summary>
internal sealed class RunMemory(StorageAccount storage)
{
    private const int RunsKept = 4;

    private readonly ConcurrentDictionary<(string Run, string File), object> files = new();
    private readonly ConcurrentDictionary<(Type Kind, string Key), Lazy<Task<object>>> derived = new();

    /// <summary>A file of a run, or none.</summary>
    public async Task<T?> TryReadAsync<T>(string run, string file, CancellationToken cancellation) where T : class
    {
        if (files.TryGetValue((run, file), out object? known))
        {
            return (T)known;
        }

        if (await storage.RunFiles.TryGetAsync(run, file, cancellation) is not { } stored)
        {
            return null;
        }

        T read = JsonSerializer.Deserialize<T>(stored.Bytes.Span, PipelineJson.Options)!;
        Keep(run, file, read);
        return read;
    }

    /// <summary>Writes a file of a run once; when it is there already, that one is returned.</summary>
    public async Task<T> WriteAsync<T>(string run, string file, T content, CancellationToken cancellation) where T : class
    {
        try
        {
            await storage.RunFiles.PutAsync(run, file, VintageFiles.Write(content), VintageFiles.Json, cancellation);
            Keep(run, file, content);
            return content;
        }
        catch (ImmutableContentException)
        {
            return await TryReadAsync<T>(run, file, cancellation) ?? throw new MissingContentException(new Fault(
                $"run {run}", file, "the file that another process has written", "none", "start the refresh again"));
        }
    }

    /// <summary>Something large that follows from unchanging bytes, made once and kept while it is the newest of its kind.</summary>
    /// <param name="key">Everything it depends on.</param>
    /// <param name="make">Makes it. It is not given up when one of those who wait for it goes away.</param>
    public async Task<T> DerivedAsync<T>(string key, Func<Task<T>> make) where T : class
    {
        (Type Kind, string Key) place = (typeof(T), key);
        Lazy<Task<object>> value = derived.GetOrAdd(place, _ => new Lazy<Task<object>>(async () => await make()));
        foreach ((Type Kind, string Key) older in derived.Keys.Where(other => other.Kind == place.Kind && other != place))
        {
            derived.TryRemove(older, out _);
        }

        try
        {
            return (T)await value.Value;
        }
        catch
        {
            derived.TryRemove(new KeyValuePair<(Type Kind, string Key), Lazy<Task<object>>>(place, value));
            throw;
        }
    }

    private void Keep(string run, string file, object content)
    {
        files[(run, file)] = content;
        // Identifiers of runs begin with their time: the oldest go first.
        foreach (string old in files.Keys.Select(key => key.Run).Distinct().OrderDescending(StringComparer.Ordinal).Skip(RunsKept))
        {
            foreach ((string Run, string File) key in files.Keys.Where(key => key.Run == old))
            {
                files.TryRemove(key, out _);
            }
        }
    }
}
