using System.Text.Json;
using Pipeline.App.Changes;
using Pipeline.App.Changes.Causes;
using Pipeline.Domain;

namespace Pipeline.App.Commands;

/// <summary><c>changes A B</c>: why results moved between two vintages.</summary>
internal static class ChangesCommand
{
    /// <summary>Prints every difference, split into new data, revised data, parameters and method.</summary>
    public static async Task<int> RunAsync(string before, string after, string? mineral, bool json, Surroundings surroundings, CancellationToken cancellation)
    {
        await using OpenStorage storage = await OpenStorage.ForAsync(surroundings, _ => { }, cancellation);
        List<string> found = [];
        foreach (string wanted in new[] { before, after })
        {
            if (await NamedVintage.StoredAsync(storage.Account.Vintages, wanted, surroundings, cancellation) is not { } vintage)
            {
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
