using Pipeline.App.Refresh;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Storage;

namespace Pipeline.App.Changes.Causes;

/// <summary>What a report says about one of the two vintages.</summary>
/// <param name="Vintage">Identifier.</param>
/// <param name="Quarter">Quarter it was made for.</param>
/// <param name="AsOf">Date of the newest publication it uses.</param>
/// <param name="Method">Short name of its parameter set.</param>
/// <param name="PresentCode">True when the present code has made it; otherwise its figures were computed again.</param>
/// <param name="Parameters">How its parameters are known.</param>
/// <param name="AddedParameters">Parameters that its rules did not have: taken from the present files, they count as method.</param>
internal sealed record VintageFacts(
    string Vintage, string Quarter, DateOnly AsOf, string Method, bool PresentCode, ParameterOrigin Parameters, IReadOnlyList<string> AddedParameters);

/// <summary>One end of the way from one vintage to another: what is needed to go it, also for a vintage that is not stored yet.</summary>
/// <param name="Snapshots">Files it rests on.</param>
/// <param name="PresentCode">True when the present code has made it.</param>
/// <param name="Parameters">Parameters it was made with.</param>
/// <param name="Assessments">Assessments by mineral.</param>
internal sealed record WayEnd(IReadOnlyList<SnapshotUse> Snapshots, bool PresentCode, ParameterSet Parameters, IReadOnlyDictionary<string, MineralAssessment> Assessments);

/// <summary>One of the two vintages: what it published, and with which parameters it was made.</summary>
internal sealed record VintageSide(VintageManifest Manifest, VintageFacts Facts, ParameterSet Parameters, IReadOnlyDictionary<string, MineralAssessment> Assessments)
{
    /// <summary>The vintage as an end of a way.</summary>
    public WayEnd End => new(Manifest.Snapshots, Facts.PresentCode, Parameters, Assessments);

    /// <summary>Loads a vintage.</summary>
    /// <exception cref="MissingContentException">There is no such vintage, or a file of it is not stored.</exception>
    /// <exception cref="ParameterException">The record of its parameters was altered.</exception>
    public static async Task<VintageSide> LoadAsync(VintageStore store, string vintage, CancellationToken cancellation)
    {
        VintageManifest manifest = await VintageFiles.ReadManifestAsync(store, vintage, cancellation);
        IReadOnlyDictionary<string, MineralAssessment> assessments = await AssessmentsAsync(store, manifest, cancellation);
        return Of(manifest, assessments, await VintageParameters.LoadAsync(store, manifest, cancellation));
    }

    /// <summary>What a vintage published, by mineral.</summary>
    /// <exception cref="MissingContentException">An assessment of it is not stored.</exception>
    public static async Task<IReadOnlyDictionary<string, MineralAssessment>> AssessmentsAsync(VintageStore store, VintageManifest manifest, CancellationToken cancellation) =>
        (await Task.WhenAll(manifest.Assessments.Select(file => VintageFiles.ReadAssessmentAsync(store, manifest.Vintage, file.Mineral, cancellation))))
            .ToDictionary(assessment => assessment.Mineral, StringComparer.Ordinal);

    /// <summary>A vintage of which everything is read.</summary>
    public static VintageSide Of(VintageManifest manifest, IReadOnlyDictionary<string, MineralAssessment> assessments, VintageParameters parameters) => new(
        manifest,
        new VintageFacts(manifest.Vintage, manifest.Quarter, manifest.AsOf, manifest.Method, manifest.Code == PublishStage.Code, parameters.Origin, parameters.Added),
        parameters.Set,
        assessments);
}
