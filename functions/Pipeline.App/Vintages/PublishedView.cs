using System.Text.Json;
using Pipeline.App.Api;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Storage;

namespace Pipeline.App.Vintages;

/// <summary>One published vintage, whole and in memory: a request that holds it never sees half of another.</summary>
/// <param name="Published">Identifier, order and time of publication.</param>
/// <param name="Manifest">What the vintage consists of.</param>
/// <param name="Assessments">Assessments by mineral.</param>
internal sealed record PublishedView(PublishedVintage Published, VintageManifest Manifest, IReadOnlyDictionary<string, MineralAssessment> Assessments)
{
    /// <summary>Answers that were made of the vintage.</summary>
    public KeptAnswers Kept { get; } = new();

    /// <summary>The manifest of this or another vintage: in memory where it is this one, else from the store.</summary>
    /// <exception cref="MissingContentException">The vintage is not stored.</exception>
    public Task<VintageManifest> ManifestAsync(VintageStore store, string vintage, CancellationToken cancellation) =>
        vintage == Published.Vintage ? Task.FromResult(Manifest) : VintageFiles.ReadManifestAsync(store, vintage, cancellation);

    /// <summary>The assessment of a mineral in this or another vintage, or none when that vintage does not cover the mineral.</summary>
    /// <param name="store">Where other vintages are.</param>
    /// <param name="vintage">Identifier of the vintage.</param>
    /// <param name="mineral">What a caller calls a mineral: any text. Names of files are made of known minerals alone.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public Task<MineralAssessment?> TryAssessmentAsync(VintageStore store, string vintage, string mineral, CancellationToken cancellation) => vintage == Published.Vintage || MineralCatalogue.Find(mineral) is null
        ? Task.FromResult(Assessments.GetValueOrDefault(mineral))
        : VintageFiles.TryReadAssessmentAsync(store, vintage, mineral, cancellation);

    /// <summary>The assessment of a mineral that this or another vintage is known to cover.</summary>
    /// <exception cref="MissingContentException">The vintage does not cover the mineral.</exception>
    public Task<MineralAssessment> AssessmentAsync(VintageStore store, string vintage, string mineral, CancellationToken cancellation) =>
        vintage == Published.Vintage && Assessments.TryGetValue(mineral, out MineralAssessment? own) ? Task.FromResult(own) : VintageFiles.ReadAssessmentAsync(store, vintage, mineral, cancellation);

    /// <summary>Loads a published vintage.</summary>
    /// <exception cref="MissingContentException">A file that the manifest names is not stored.</exception>
    public static async Task<PublishedView> LoadAsync(VintageStore store, PublishedVintage published, CancellationToken cancellation)
    {
        VintageManifest manifest = await VintageFiles.ReadManifestAsync(store, published.Vintage, cancellation);
        (string, ReadOnlyMemory<byte>)[] files = await Task.WhenAll(manifest.Assessments.Select(async file =>
            (file.Mineral, await VintageFiles.ReadAsync(store, published.Vintage, VintageFiles.Assessment(file.Mineral), cancellation))));
        return new PublishedView(published, manifest, new HeldAssessments(files, (mineral, json) => VintageFiles.ParseAssessment(json, published.Vintage, mineral)));
    }
}

/// <summary>Names and forms of the files of a vintage.</summary>
internal static class VintageFiles
{
    /// <summary>Media type of JSON files.</summary>
    public const string Json = "application/json";

    /// <summary>Media type of <c>results.csv</c>.</summary>
    public const string Csv = "text/csv; charset=utf-8";

    /// <summary>Name of the table of results.</summary>
    public const string Results = "results.csv";

    /// <summary>Name of the record of the parameters; vintages of earlier versions have none.</summary>
    public const string Parameters = "parameters.json";

    /// <summary>Name of the assessment of a mineral.</summary>
    public static string Assessment(string mineral) => $"assessments/{mineral}.json";

    /// <summary>The manifest of a vintage.</summary>
    public static async Task<VintageManifest> ReadManifestAsync(VintageStore store, string vintage, CancellationToken cancellation) =>
        Parse<VintageManifest>(await ReadAsync(store, vintage, VintageStore.Manifest, cancellation), $"vintage {vintage}", VintageStore.Manifest);

    /// <summary>The assessment of a mineral in a vintage.</summary>
    public static async Task<MineralAssessment> ReadAssessmentAsync(VintageStore store, string vintage, string mineral, CancellationToken cancellation) =>
        ParseAssessment(await ReadAsync(store, vintage, Assessment(mineral), cancellation), vintage, mineral);

    /// <summary>The assessment of a mineral from its stored file.</summary>
    /// <exception cref="CorruptContentException">The present code does not understand it.</exception>
    public static MineralAssessment ParseAssessment(ReadOnlyMemory<byte> json, string vintage, string mineral) => Parse<MineralAssessment>(json, $"vintage {vintage}", Assessment(mineral));

    /// <summary>The assessment of a mineral in a published vintage, or none when the vintage does not cover the mineral.</summary>
    public static async Task<MineralAssessment?> TryReadAssessmentAsync(VintageStore store, string vintage, string mineral, CancellationToken cancellation) =>
        await store.TryGetAsync(vintage, Assessment(mineral), cancellation) is { } stored ? Parse<MineralAssessment>(stored.Bytes, $"vintage {vintage}", Assessment(mineral)) : null;

    /// <summary>The record of the parameters of a vintage, or none in a vintage of an earlier version.</summary>
    public static async Task<ParameterRecord?> TryReadParametersAsync(VintageStore store, string vintage, CancellationToken cancellation) =>
        await store.TryGetAsync(vintage, Parameters, cancellation) is { } stored ? Parse<ParameterRecord>(stored.Bytes, $"vintage {vintage}", Parameters) : null;

    /// <summary>An assessment that is stored under the key of its step.</summary>
    public static async Task<MineralAssessment> ReadAssessmentAsync(StepResultStore store, StepKey key, CancellationToken cancellation)
    {
        StoredContent content = await store.TryGetAsync(key, cancellation) ?? throw new MissingContentException(new Fault(
            "step results", key.ToString(), "a stored assessment", "none", "start the refresh again with an empty ledger"));
        return Parse<MineralAssessment>(content.Bytes, "step results", key.ToString());
    }

    /// <summary>A stored list of the numbers that a briefing prints.</summary>
    /// <exception cref="CorruptContentException">The present code does not understand the list.</exception>
    public static IReadOnlyList<PrintedNumber> ReadNumbers(ReadOnlyMemory<byte> json, string place, string file) => Parse<IReadOnlyList<PrintedNumber>>(json, place, file);

    /// <summary>The form in which records are stored.</summary>
    public static byte[] Write<T>(T record) => JsonSerializer.SerializeToUtf8Bytes(record, PipelineJson.Options);

    /// <summary>The bytes of a file of a vintage.</summary>
    /// <exception cref="MissingContentException">The file is not stored.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(VintageStore store, string vintage, string file, CancellationToken cancellation) =>
        (await store.TryGetAsync(vintage, file, cancellation) ?? throw new MissingContentException(new Fault(
            $"vintage {vintage}", file, "a stored file", "none", "start the refresh of this quarter again"))).Bytes;

    private static T Parse<T>(ReadOnlyMemory<byte> json, string place, string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json.Span, PipelineJson.Options) ?? throw new JsonException("The file holds null.");
        }
        catch (JsonException fault)
        {
            throw new CorruptContentException(new Fault(
                place, file, "a file that this version of the program understands", fault.Message, "make the vintage again with this version"));
        }
    }
}
