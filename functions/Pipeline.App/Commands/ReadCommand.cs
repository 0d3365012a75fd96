using System.Globalization;
using System.Text.Json;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Sources.MofTrade;

namespace Pipeline.App.Commands;

/// <summary><c>read FILE</c>: what a reader makes of one publisher file. Nothing is stored.</summary>
internal static class ReadCommand
{
    private const int QuarantinedRowsShown = 20;

    /// <summary>Reads and prints; a damaged file ends with its typed error on the error stream.</summary>
    public static async Task<int> RunAsync(string path, string? source, bool json, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            await error.WriteLineAsync(new Fault(path, "file", "a readable file", "none", "check the path").Sentence);
            return ExitCode.Failed;
        }

        cancellation.ThrowIfCancellationRequested();
        try
        {
            StreamedFile file = SourceReaders.ReadFile(path, source);
            await (json ? WriteJsonAsync(Path.GetFileName(path), file, output) : WriteTextAsync(Path.GetFileName(path), file, output));
            return ExitCode.Done;
        }
        catch (PipelineException fault)
        {
            await error.WriteLineAsync($"{fault.GetType().Name}: {fault.Message}");
            return ExitCode.Failed;
        }
    }

    private static async Task WriteJsonAsync(string name, StreamedFile file, TextWriter output) =>
        await output.WriteLineAsync(JsonSerializer.Serialize(
            new
            {
                file = name,
                snapshot = file.Snapshot,
                source = file.Result.Source,
                edition = file.Result.Edition,
                layout = file.Result.Layout,
                publishedOn = file.Result.PublishedOn,
                period = PeriodRange(file.Result),
                rowsRead = file.Result.RowsRead,
                rowsOutOfScope = file.Result.RowsOutOfScope,
                quarantined = file.Result.Quarantined,
                observations = file.Result.Observations,
            },
            PipelineJson.Indented));

    private static async Task WriteTextAsync(string name, StreamedFile file, TextWriter output)
    {
        ReadResult result = file.Result;
        await output.WriteLineAsync($"file         {name}");
        await output.WriteLineAsync($"snapshot     {file.Snapshot}");
        await output.WriteLineAsync($"source       {result.Source}");
        await output.WriteLineAsync($"edition      {result.Edition}");
        await output.WriteLineAsync($"layout       {result.Layout}");
        await output.WriteLineAsync($"period       {PeriodRange(result) ?? "none"}");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"rows read    {result.RowsRead:N0}, of them {result.RowsOutOfScope:N0} out of scope"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"observations {result.Observations.Count:N0}"));
        foreach (IGrouping<string, Observation> kind in result.Observations.GroupBy(Kind).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"             {kind.Key}: {kind.Count():N0}"));
        }

        string[] corrections = [.. result.Observations.SelectMany(observation => observation.Corrections).Distinct().Order(StringComparer.Ordinal)];
        if (corrections.Length > 0)
        {
            await output.WriteLineAsync($"corrections  {string.Join(", ", corrections)}");
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"quarantined  {result.Quarantined.Count:N0}"));
        foreach (QuarantinedRow row in result.Quarantined.Take(QuarantinedRowsShown))
        {
            await output.WriteLineAsync($"             {row.Cell.Address} {row.Rule}: expected {row.Expected}, found {row.Found}");
        }

        if (result.Quarantined.Count > QuarantinedRowsShown)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"             and {result.Quarantined.Count - QuarantinedRowsShown:N0} more (--json lists all)"));
        }
    }

    private static string Kind(Observation observation) => observation switch
    {
        TradeObservation { Flow: TradeFlow.Import } => "imports",
        TradeObservation => "exports",
        MineralStatisticObservation statistic => $"{Vocabulary.Word(Term.Statistic, statistic.Statistic, Language.English)} ({statistic.Mineral})",
        PriceObservation price => $"price ({price.Mineral})",
        GovernanceObservation => "governance estimates",
        _ => observation.GetType().Name,
    };

    /// <summary>First and last period, by the year in which they end.</summary>
    private static string? PeriodRange(ReadResult result)
    {
        Period[] periods = [.. result.Observations.Select(observation => observation.Period).Distinct()
            .OrderBy(period => period.EndYear).ThenBy(period => period.Code, StringComparer.Ordinal)];
        return periods.Length switch
        {
            0 => null,
            1 => periods[0].Code,
            _ => $"{periods[0].Code} to {periods[^1].Code}",
        };
    }
}
