using System.Text.Json;
using Pipeline.Briefings;
using Pipeline.Briefings.Charts;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.Benchmarks.Briefings;

/// <summary>The assessments of one refresh of the starter feeds, kept as files, so that briefings can be rendered from them again and again.</summary>
/// <param name="Context">What the briefings say about themselves.</param>
/// <param name="Files">File of each assessment by name of the mineral.</param>
internal sealed record StoredAssessments(BriefingContext Context, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Reads the kept files; runs a refresh first where there are none.</summary>
    /// <param name="measure">Widths of texts.</param>
    public static async Task<StoredAssessments> LoadAsync(TextMeasure measure)
    {
        string folder = Path.Combine(RepositoryRoot.Find(), ".data", "benchmarks");
        string manifestFile = Path.Combine(folder, VintageStore.Manifest);
        if (!File.Exists(manifestFile)) await RefreshAsync(folder);
        using JsonDocument document = JsonDocument.Parse(await File.ReadAllBytesAsync(manifestFile));
        JsonElement manifest = document.RootElement;
        if (!Quarter.TryParse(manifest.GetProperty("quarter").GetString(), out Quarter quarter)) throw new InvalidDataException($"{manifestFile} names no quarter.");
        BriefingContext context = new(
            manifest.GetProperty("vintage").GetString()!, quarter, manifest.GetProperty("asOf").Deserialize<DateOnly>(PipelineJson.Options),
            manifest.GetProperty("method").GetString()!, "資源エネルギー庁 鉱物資源課", "Mineral Resources Division") { Measure = measure };
        return new StoredAssessments(context, Names(manifest).Select(file => Path.Combine(folder, Path.GetFileName(file)))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => file, StringComparer.Ordinal));
    }

    /// <summary>Reads an assessment, as the program does for each briefing.</summary>
    public MineralAssessment Read(string mineral) => JsonSerializer.Deserialize<MineralAssessment>(File.ReadAllBytes(Files[mineral]), PipelineJson.Options)!;

    private static IEnumerable<string> Names(JsonElement manifest) =>
        manifest.GetProperty("assessments").EnumerateArray().Select(file => $"assessments/{file.GetProperty("mineral").GetString()}.json");

    /// <summary>One refresh by the program as it is built, on an emulator of its own.</summary>
    private static async Task RefreshAsync(string folder)
    {
        DirectoryInfo data = Directory.CreateTempSubdirectory("benchmark-");
        try
        {
            await using StorageEmulator emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(data.FullName));
            await BuiltApp.RefreshAsync(emulator.ConnectionString);
            VintageStore vintages = StorageAccount.Connect(emulator.ConnectionString).Vintages;
            string vintage = (await vintages.CurrentAsync())?.Vintage ?? throw new InvalidDataException("The refresh published nothing.");
            Directory.CreateDirectory(folder);
            byte[] manifest = await ReadAsync(vintages, vintage, VintageStore.Manifest);
            foreach (string file in Names(JsonDocument.Parse(manifest).RootElement))
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, Path.GetFileName(file)), await ReadAsync(vintages, vintage, file));
            }

            await File.WriteAllBytesAsync(Path.Combine(folder, VintageStore.Manifest), manifest);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<byte[]> ReadAsync(VintageStore vintages, string vintage, string file) =>
        (await vintages.TryGetAsync(vintage, file))?.Bytes.ToArray() ?? throw new FileNotFoundException($"Vintage {vintage} lacks {file}.", file);
}
