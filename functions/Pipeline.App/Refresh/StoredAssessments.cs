using System.Collections.Concurrent;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>Assessments that are stored under the keys of their steps, each read once and only when it is asked for.</summary>
internal sealed class StoredAssessments(StorageAccount storage, IReadOnlyList<AssessedMineral> assessed)
{
    private readonly Dictionary<string, StepKey> keys = assessed.ToDictionary(mineral => mineral.Mineral, mineral => mineral.Key, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<MineralAssessment>>> read = new(StringComparer.Ordinal);

    /// <summary>One assessment.</summary>
    public Task<MineralAssessment> GetAsync(string mineral, CancellationToken cancellation) => read.GetOrAdd(
        mineral, id => new Lazy<Task<MineralAssessment>>(() => VintageFiles.ReadAssessmentAsync(storage.Assessments, keys[id], cancellation))).Value;

    /// <summary>All assessments, in list order.</summary>
    public async Task<IReadOnlyList<MineralAssessment>> AllAsync(CancellationToken cancellation) =>
        await Task.WhenAll(assessed.Select(mineral => GetAsync(mineral.Mineral, cancellation)));
}
