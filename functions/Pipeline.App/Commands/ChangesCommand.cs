using System.Text.Json;
using Pipeline.App.Changes;
using Pipeline.App.Changes.Causes;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Commands;

/// <summary><c>changes A B</c>: why results moved between two vintages.</summary>
internal static class ChangesCommand
{
    /// <summary>Prints every difference, split into new data, revised data, parameters and method.</summary>
    public static async Task<int> RunAsync(string before, string after, string? mineral, bool json, Surroundings surroundings, CancellationToken cancellation)
    {
        await using OpenStorage storage = await OpenStorage.ForAsync(surroundings, _ => { }, cancellation);
        IReadOnlyList<PublishedVintage> published = await storage.Account.Vintages.ListAsync(cancellation);
        List<string> found = [];
        foreach (string wanted in new[] { before, after })
        {
            if (await VintageLookup.StoredAsync(storage.Account.Vintages, published, wanted, cancellation) is not { } vintage)
            {
                await surroundings.Error.WriteLineAsync(published.Count == 0
                    ? "No vintage is published yet. Run 'refresh' first."
                    : $"There is no vintage '{wanted}'. Published: {string.Join(", ", published.Select(one => one.Vintage))}.");
                return ExitCode.Failed;
            }

            found.Add(vintage);
        }

        CausesReport report = await CausesReport.ComputeAsync(storage.Account, found[0], found[1], cancellation);
        report = mineral is null ? report : report.Only(mineral);
        if (json)
        {
            await surroundings.Output.WriteLineAsync(JsonSerializer.Serialize(CausesAnswer.Of(report), PipelineJson.Indented));
        }
        else
        {
            CausesText.Write(report, surroundings.Output, mineral is null ? ChangeReportText.Usual : int.MaxValue);
        }

        return ExitCode.Done;
    }
}
