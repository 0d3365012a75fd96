using System.Text;
using System.Text.Json;
using Pipeline.App.Changes.Causes;
using Pipeline.App.Tests.Running;
using Pipeline.App.Tests.Runs;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Indicators.Assembly;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Changes.Causes;

/// <summary>
/// Vintages of cobalt alone over a few files, each different from <see cref="First"/> in one thing: the trade of 2020 has come, one cell of the mineral
/// summaries was revised, a parameter has another value, other code has computed. Made once for all tests that look at them.
/// </summary>
public sealed class VintagesByCause : EmptyRunStorage
{
    private const string Summaries = "mcs2023-cobal_world.csv";

    internal new StorageAccount Account => base.Account;

    internal string Storage => Connection;

    /// <summary>Mine production of 2021, trade of 2019, governance.</summary>
    internal string First { get; private set; } = null!;

    /// <summary>With the trade of 2020.</summary>
    internal string WithNewYear { get; private set; } = null!;

    /// <summary>Production of Congo in 2021 revised from 119,000 t to 100,000 t.</summary>
    internal string WithRevision { get; private set; } = null!;

    /// <summary>Both.</summary>
    internal string WithBoth { get; private set; } = null!;

    /// <summary>Without the mineral summaries.</summary>
    internal string WithoutSummaries { get; private set; } = null!;

    /// <summary>The same files as <see cref="First"/>, in a quarter that ends after the last day on which the parameters are confirmed.</summary>
    internal string Unconfirmed { get; private set; } = null!;

    /// <summary>What the refresh of that quarter said, in words and, of a second one, as JSON.</summary>
    internal (CommandOutcome Words, CommandOutcome Json) RefreshUnconfirmed { get; private set; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        (string, string, byte[]) revised = ("usgs-mcs", Summaries, Revise(RunBench.Feed("usgs-mcs", Summaries)));
        (string, string, byte[])[] usual = [File("mof-trade", "minerals-total-2019.csv"), File("mof-trade", "minerals-by-country-2019.csv"), File("wgi", "WGIData.csv")];
        (string, string, byte[])[] newYear = [File("mof-trade", "minerals-total-2020.csv"), File("mof-trade", "minerals-by-country-2020.csv")];
        First = await RefreshAsync([.. usual, File("usgs-mcs", Summaries)]);
        WithNewYear = await RefreshAsync([.. usual, .. newYear, File("usgs-mcs", Summaries)]);
        WithRevision = await RefreshAsync([.. usual, revised]);
        WithBoth = await RefreshAsync([.. usual, .. newYear, revised]);
        WithoutSummaries = await RefreshAsync(usual);
        RefreshUnconfirmed = (await RefreshAsync(new DateOnly(2027, 5, 22), "2027Q2", [.. usual, File("usgs-mcs", Summaries)], "--dry-run"),
            await RefreshAsync(new DateOnly(2027, 5, 22), "2027Q2", [.. usual, File("usgs-mcs", Summaries)], "--json"));
        Unconfirmed = VintageOf(RefreshUnconfirmed.Json);
        await PublishAsync(First, 1);
        await PublishAsync(WithNewYear, 2);
    }

    internal Task<CausesReport> CausesAsync(string before, string after) => CausesReport.ComputeAsync(Account, before, after, default);

    /// <summary>A vintage as another program would have stored it.</summary>
    /// <param name="of">Vintage it is like.</param>
    /// <param name="name">Its own name after the quarter.</param>
    /// <param name="manifest">What is other in its manifest.</param>
    /// <param name="parameters">What is other in its record of parameters; the record is left out where this returns none.</param>
    /// <param name="assessment">What is other in the assessment of cobalt.</param>
    internal async Task<string> StoreLikeAsync(
        string of, string name, Func<VintageManifest, VintageManifest>? manifest = null, Func<ParameterRecord, ParameterRecord?>? parameters = null, Func<MineralAssessment, MineralAssessment>? assessment = null)
    {
        string vintage = "2026Q4-" + name;
        VintageManifest made = await VintageFiles.ReadManifestAsync(Account.Vintages, of, default) with { Vintage = vintage };
        ParameterRecord record = (await VintageFiles.TryReadParametersAsync(Account.Vintages, of, default))!;
        MineralAssessment cobalt = await VintageFiles.ReadAssessmentAsync(Account.Vintages, of, "cobalt", default);
        if ((parameters is null ? record : parameters(record)) is { } kept)
        {
            await PutAsync(vintage, VintageFiles.Parameters, kept);
        }

        await PutAsync(vintage, VintageFiles.Assessment("cobalt"), assessment is null ? cobalt : assessment(cobalt));
        await PutAsync(vintage, VintageStore.Manifest, manifest is null ? made : manifest(made));
        return vintage;
    }

    /// <summary>A vintage as the present code makes it when a parameter has another value.</summary>
    internal async Task<string> StoreWithParameterAsync(string of, string name, string id, string value)
    {
        VintageInputs inputs = await VintageInputs.LoadAsync(Account, await VintageFiles.ReadManifestAsync(Account.Vintages, of, default), default);
        ParameterRecord record = WithParameter((await VintageFiles.TryReadParametersAsync(Account.Vintages, of, default))!, id, value);
        MineralAssessment computed = new MineralAssessor(new ObservationIndex(inputs.Observations), record.Rebuild("record", out _), inputs.Sources).Assess("cobalt");
        return await StoreLikeAsync(of, name, parameters: _ => record, assessment: _ => computed);
    }

    /// <summary>The record of a set in which a parameter has another value, with the hash of that set: a record with a wrong hash is refused with the right one.</summary>
    internal static ParameterRecord WithParameter(ParameterRecord record, string id, string value)
    {
        ParameterRecord changed = record with
        {
            Parameters = [.. record.Parameters.Select(entry => entry.Id == id ? entry with { Value = JsonDocument.Parse(value).RootElement } : entry)],
        };
        return changed with { Hash = Assert.Throws<ParameterException>(() => changed.Rebuild("record", out _)).Fault.Found };
    }

    /// <summary>An assessment in which the figures of a result are all higher by an amount.</summary>
    internal static MineralAssessment Raised(MineralAssessment assessment, string indicator, double amount) => assessment with
    {
        Results = [.. assessment.Results.Select(result => result.Indicator != indicator ? result : result with
        {
            Value = result.Value + amount, Low = result.Low + amount, High = result.High + amount,
            Score = result.Score + amount, ScoreLow = result.ScoreLow + amount, ScoreHigh = result.ScoreHigh + amount,
        })],
    };

    /// <summary>Publishes a vintage; the highest place is the current one.</summary>
    internal Task<Publication> PublishAsync(string vintage, int place) => Account.Vintages.PublishAsync(new PublishedVintage(vintage, 8_108_000 + place, Clock.GetUtcNow()));

    private Task<bool> PutAsync<T>(string vintage, string file, T content) => Account.Vintages.PutAsync(vintage, file, VintageFiles.Write(content), VintageFiles.Json);

    private async Task<string> RefreshAsync((string Source, string Name, byte[] Bytes)[] files) =>
        VintageOf(await RefreshAsync(new DateOnly(2026, 11, 22), "2026Q4", files, "--json"));

    private async Task<CommandOutcome> RefreshAsync(DateOnly day, string quarter, (string Source, string Name, byte[] Bytes)[] files, string option)
    {
        using TemporaryFolder folder = new();
        foreach ((string source, string name, byte[] bytes) in files)
        {
            Directory.CreateDirectory(folder.File(source));
            await System.IO.File.WriteAllBytesAsync(folder.File(source, name), bytes);
        }

        CommandOutcome outcome = await CommandRun.OnDayAsync(day, Connection, "refresh", "--quarter", quarter, "--feeds", folder.Path, "--only", "cobalt", option);
        Assert.True(outcome.ExitCode is 0 or 3, outcome.Error);
        return outcome;
    }

    private static string VintageOf(CommandOutcome refresh) => JsonDocument.Parse(refresh.Output).RootElement.GetProperty("vintage").GetString()!;

    private static (string Source, string Name, byte[] Bytes) File(string source, string name) => (source, name, RunBench.Feed(source, name));

    private static byte[] Revise(byte[] file)
    {
        // One byte a letter, so that what is not touched comes back as it was.
        string text = Encoding.Latin1.GetString(file);
        Assert.Equal(2, text.Split(",119000,130000,").Length);
        return Encoding.Latin1.GetBytes(text.Replace(",119000,130000,", ",100000,130000,", StringComparison.Ordinal));
    }
}
