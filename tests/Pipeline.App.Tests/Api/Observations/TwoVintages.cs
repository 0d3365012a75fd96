using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Api.Observations;

/// <summary>
/// An account with cobalt and lithium as the refreshed storage has them, published as a vintage of 2026Q3 on 20 August 2026; a second vintage of
/// 2026Q4 waits to be published, in which Congo's cobalt of 2024 is 200,000 t instead of 226,000 t and lithium is as before. The summaries are credited
/// otherwise there.
/// </summary>
internal sealed class TwoVintages : IAsyncDisposable
{
    public const string First = "2026Q3-first";
    public const string Second = "2026Q4-second";

    public const string SecondCredit = "U.S. Geological Survey, edition of the second vintage";

    public static DateTimeOffset FirstDay { get; } = new(2026, 8, 20, 9, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset SecondDay { get; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private StorageEmulator? emulator;

    public StorageAccount Account { get; private set; } = null!;

    public static async Task<TwoVintages> OfAsync(StorageAccount refreshed)
    {
        TwoVintages made = new();
        made.emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(made.folder.File("azurite")));
        made.Account = StorageAccount.Connect(made.emulator.ConnectionString);
        await made.Account.CreateAsync();
        PublishedVintage current = (await refreshed.Vintages.CurrentAsync())!;
        VintageManifest manifest = await VintageFiles.ReadManifestAsync(refreshed.Vintages, current.Vintage, default);
        MineralAssessment cobalt = await VintageFiles.ReadAssessmentAsync(refreshed.Vintages, current.Vintage, "cobalt", default);
        MineralAssessment lithium = await VintageFiles.ReadAssessmentAsync(refreshed.Vintages, current.Vintage, "lithium", default);
        await made.StoreAsync(manifest, First, "2026Q3", cobalt, lithium);
        await made.StoreAsync(manifest, Second, "2026Q4", Revised(cobalt), lithium);
        await made.Account.Vintages.PublishAsync(new PublishedVintage(First, 1, FirstDay));
        return made;
    }

    public Task PublishSecondAsync() => Account.Vintages.PublishAsync(new PublishedVintage(Second, 2, SecondDay));

    public async ValueTask DisposeAsync()
    {
        if (emulator is not null)
        {
            await emulator.DisposeAsync();
        }

        folder.Dispose();
    }

    private async Task StoreAsync(VintageManifest manifest, string vintage, string quarter, params MineralAssessment[] assessments)
    {
        foreach (MineralAssessment assessment in assessments)
        {
            await Account.Vintages.PutAsync(vintage, VintageFiles.Assessment(assessment.Mineral), VintageFiles.Write(assessment), VintageFiles.Json);
        }

        VintageManifest own = manifest with
        {
            Vintage = vintage, Quarter = quarter, Minerals = [.. assessments.Select(assessment => assessment.Mineral)],
            Assessments = [.. manifest.Assessments.Where(file => assessments.Any(assessment => assessment.Mineral == file.Mineral))], Briefings = [], Previous = null,
            Snapshots = vintage == First ? manifest.Snapshots : [.. manifest.Snapshots.Select(file => file.Use.Source == "usgs-mcs" ? file with { Use = file.Use with { Citation = SecondCredit } } : file)],
        };
        await Account.Vintages.PutAsync(vintage, VintageStore.Manifest, VintageFiles.Write(own), VintageFiles.Json);
    }

    private static MineralAssessment Revised(MineralAssessment cobalt) => cobalt with
    {
        Countries = [.. cobalt.Countries.Select(table => table is { Statistic: Statistic.MineProduction }
            ? table with { Rows = [.. table.Rows.Select(row => row.Iso3 == "COD" ? row with { Value = PublishedValue.Reported(200_000, "200,000") } : row)] }
            : table)],
    };
}
