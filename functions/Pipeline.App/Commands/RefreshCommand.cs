using System.Text.Json;
using Pipeline.App.Changes;
using Pipeline.App.Refresh;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using static System.FormattableString;

namespace Pipeline.App.Commands;

/// <summary><c>refresh</c>: the main job.</summary>
internal static class RefreshCommand
{
    private const int NamesShown = 5;

    /// <summary>Runs a refresh and tells what it did.</summary>
    public static async Task<int> RunAsync(RefreshArguments arguments, Surroundings surroundings, CancellationToken cancellation)
    {
        long start = surroundings.Clock.GetTimestamp();
        ProgressLines lines = new(arguments.Json ? surroundings.Error : surroundings.Output, surroundings.Clock);
        Quarter today = Quarter.Of(DateOnly.FromDateTime(surroundings.Clock.GetUtcNow().UtcDateTime));
        Quarter quarter = arguments.Quarter ?? today;
        if (quarter > today)
        {
            // The pointer never moves back: a quarter made too early would stand in the way of the present one.
            await surroundings.Error.WriteLineAsync($"{quarter} has not begun; the latest quarter that can be refreshed is {today}.");
            return ExitCode.Usage;
        }

        if (arguments.OutputFolder is { } wanted)
        {
            // Before any work: a folder that cannot be made is no reason to fail after publishing.
            Directory.CreateDirectory(wanted);
        }

        lines.Line("refresh", quarter.Code);
        await using OpenStorage storage = await OpenStorage.ForAsync(surroundings, text => lines.Line("storage", text), cancellation);
        lines.Ended("storage", "ready");
        // Without a folder it works on what is in storage, as the timer does: the starter feeds alone would undo what was fetched since.
        IReadOnlyList<Feed>? feeds = arguments.FeedsFolder is { } tree ? FeedFolders.Tree(tree) : null;
        RunRequest request = new(quarter.Code, arguments.DryRun ? RunMode.DryRun : RunMode.Publish, feeds is null ? FeedOrigins.Stored : FeedOrigins.Given, arguments.Minerals, []);
        RefreshEngine engine = new(storage.Account, surroundings.Settings, surroundings.Clock, NullLogger.Instance);
        RefreshOutcome outcome = await new QuarterlyRefresh(engine, surroundings.Settings.ParallelSteps, surroundings.Clock, lines.Ended).RunAsync(request, feeds, cancellation);
        if (arguments.OutputFolder is { } folder)
        {
            await OutputFolder.WriteAsync(storage.Account, outcome, folder, cancellation);
        }

        IReadOnlyList<SetAsideRow> setAside = await SetAsideRows.OfAsync(storage.Account, outcome.Manifest, cancellation);
        double seconds = surroundings.Clock.GetElapsedTime(start).TotalSeconds;
        await (arguments.Json ? WriteJsonAsync(outcome, setAside, arguments, seconds, surroundings.Output) : WriteTextAsync(outcome, setAside, arguments, seconds, surroundings.Output));
        return SetAsideRows.AreGaps(outcome.Manifest, setAside) ? ExitCode.PublishedWithGaps : ExitCode.Done;
    }

    private static async Task WriteTextAsync(RefreshOutcome outcome, IReadOnlyList<SetAsideRow> setAside, RefreshArguments arguments, double seconds, TextWriter output)
    {
        VintageManifest manifest = outcome.Manifest;
        await output.WriteLineAsync();
        await output.WriteLineAsync(Invariant($"vintage      {manifest.Vintage} ({Words(outcome.End)}), data as of {manifest.AsOf:yyyy-MM-dd}"));
        await output.WriteLineAsync(Invariant($"read         {outcome.RowsRead:N0} rows of {manifest.Snapshots.Count} files, {outcome.Quarantined:N0} rows quarantined"));
        int released = setAside.Count(row => row.Release is not null);
        if (released > 0)
        {
            await output.WriteLineAsync(Invariant($"             {released:N0} of them released: they stay out and are no gap"));
        }

        foreach (QuarantinedRow row in setAside.Where(row => row.Release is null).Select(row => row.Row).Take(NamesShown))
        {
            await output.WriteLineAsync($"             {row.Cell.Address} {row.Rule}: expected {row.Expected}, found {row.Found}");
        }

        foreach (MissingSource missing in manifest.MissingSources)
        {
            await output.WriteLineAsync($"missing      {missing.Source ?? "unrecognised file"}: {missing.Fault}");
        }

        if (outcome.PassedOver.Count > 0)
        {
            string more = outcome.PassedOver.Count > NamesShown ? Invariant($" and {outcome.PassedOver.Count - NamesShown} more") : string.Empty;
            await output.WriteLineAsync($"passed over  files of no source: {string.Join(", ", outcome.PassedOver.Take(NamesShown))}{more}");
        }

        IReadOnlyList<string> stale = Stale(manifest);
        if (stale.Count > 0)
        {
            string more = stale.Count > NamesShown ? Invariant($" and {stale.Count - NamesShown} more; see 'parameters --stale'") : string.Empty;
            await output.WriteLineAsync(Invariant($"parameters   {stale.Count} past their confirmation: {string.Join(", ", stale.Take(NamesShown))}{more}"));
        }

        await output.WriteLineAsync(Invariant(
            $"scored       {manifest.Minerals.Count} minerals: {manifest.Results.Ok} results ok, {manifest.Results.Partial} partial, {manifest.Results.Insufficient} insufficient, {manifest.Results.NotApplicable} not applicable"));
        await output.WriteLineAsync(Invariant($"rendered     {manifest.Briefings.Count} briefings in blob container 'briefings' under {manifest.Vintage}/"));
        if (arguments.OutputFolder is { } folder)
        {
            await output.WriteLineAsync($"copied       {folder}: briefings/ and results.csv");
        }

        if (outcome.Changes is { } changes)
        {
            await output.WriteLineAsync();
            ChangeReportText.Write(changes, output);
            await output.WriteLineAsync();
        }

        bool nothingNew = outcome.Stages.All(stage => stage.Done == 0);
        await output.WriteLineAsync(Invariant(
            $"run          {outcome.Run}, {seconds:F1} s{(nothingNew ? $"; nothing had changed, all {outcome.Stages.Sum(stage => stage.Reused)} steps were reused" : string.Empty)}"));
    }

    private static async Task WriteJsonAsync(RefreshOutcome outcome, IReadOnlyList<SetAsideRow> setAside, RefreshArguments arguments, double seconds, TextWriter output) =>
        await output.WriteLineAsync(JsonSerializer.Serialize(
            new
            {
                vintage = outcome.Manifest.Vintage,
                quarter = outcome.Manifest.Quarter,
                asOf = outcome.Manifest.AsOf,
                end = outcome.End,
                run = outcome.Run,
                files = outcome.Manifest.Snapshots.Count,
                rowsRead = outcome.RowsRead,
                quarantined = outcome.Quarantined,
                quarantinedRows = setAside.Select(row => row.Row),
                released = setAside.Where(row => row.Release is not null).Select(row => row.Id),
                missingSources = outcome.Manifest.MissingSources,
                passedOver = outcome.PassedOver,
                staleParameters = Stale(outcome.Manifest),
                minerals = outcome.Manifest.Minerals.Count,
                results = outcome.Manifest.Results,
                rendered = outcome.Manifest.Briefings.Count,
                briefings = $"briefings/{outcome.Manifest.Vintage}/",
                stages = outcome.Stages,
                changes = outcome.Changes is { } changes ? ChangeAnswer.Of(changes) : null,
                outputFolder = arguments.OutputFolder,
                seconds = Math.Round(seconds, 3),
            },
            PipelineJson.Indented));

    /// <summary>Parameters that were used past their confirmation.</summary>
    private static IReadOnlyList<string> Stale(VintageManifest manifest) => Quarter.TryParse(manifest.Quarter, out Quarter quarter) ? AssessStage.Parameters(quarter).Stale : [];

    private static string Words(RefreshEnd end) => end switch
    {
        RefreshEnd.Published => "now current",
        RefreshEnd.Unchanged => "published before, unchanged",
        RefreshEnd.PublishedBehindCurrent => "published; a later quarter stays current",
        _ => "not published",
    };
}

/// <summary>What <c>--out</c> leaves behind.</summary>
internal static class OutputFolder
{
    /// <summary>Writes <c>briefings/&lt;mineral&gt;.&lt;ja|en&gt;.pdf</c> and <c>results.csv</c>; files of an earlier refresh are replaced.</summary>
    public static async Task WriteAsync(StorageAccount storage, RefreshOutcome outcome, string folder, CancellationToken cancellation)
    {
        string briefings = Directory.CreateDirectory(Path.Combine(folder, "briefings")).FullName;
        await Parallel.ForEachAsync(outcome.Manifest.Briefings, cancellation, async (file, token) =>
        {
            StoredContent pdf = await storage.Briefings.TryGetAsync(outcome.Manifest.Vintage, file.Mineral, file.Language, token) ?? throw new MissingContentException(new Fault(
                $"vintage {outcome.Manifest.Vintage}", $"{file.Mineral}.{file.Language}", "a stored briefing", "none", "start the refresh again"));
            await File.WriteAllBytesAsync(Path.Combine(briefings, $"{file.Mineral}.{file.Language}.pdf"), pdf.Bytes, token);
        });
        ReadOnlyMemory<byte> results = outcome.End == RefreshEnd.NotPublished
            ? ResultTable.ResultsCsv.Write(await StoredAssessments.AllAsync(storage, outcome.Manifest.Minerals, await storage.Runs.StepsAsync(outcome.Run, StageNames.Assess, cancellation), cancellation), outcome.Manifest.Vintage)
            : await VintageFiles.ReadAsync(storage.Vintages, outcome.Manifest.Vintage, VintageFiles.Results, cancellation);
        await File.WriteAllBytesAsync(Path.Combine(folder, VintageFiles.Results), results, cancellation);
    }
}
