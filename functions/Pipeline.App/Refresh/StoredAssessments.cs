using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>Assessments of a run, stored under the keys of its steps.</summary>
internal static class StoredAssessments
{
    /// <summary>Those of some minerals, in their order.</summary>
    public static async Task<IReadOnlyList<MineralAssessment>> AllAsync(StorageAccount storage, IReadOnlyList<string> minerals, IReadOnlyList<StepRecord> assessed, CancellationToken cancellation)
    {
        Dictionary<string, StepKey> keys = assessed.ToDictionary(step => step.Subject, step => step.Key, StringComparer.Ordinal);
        return await Task.WhenAll(minerals.Select(mineral => VintageFiles.ReadAssessmentAsync(storage.Assessments, keys[mineral], cancellation)));
    }
}
