using System.Text;
using System.Text.Json;
using Pipeline.App.Scenarios;
using Pipeline.Domain;
using Pipeline.Indicators.Scenarios;

namespace Pipeline.App.Commands;

/// <summary><c>scenario FILE</c>: a mineral before and after policy measures. Nothing is published and nothing is kept.</summary>
internal static class ScenarioCommand
{
    /// <summary>Computes the scenario of a file. Storage is opened only when the scenario starts from a vintage.</summary>
    public static async Task<int> RunAsync(string file, string? vintage, bool json, string? radar, Language language, Surroundings surroundings, CancellationToken cancellation)
    {
        byte[] request = await File.ReadAllBytesAsync(file, cancellation);
        try
        {
            ScenarioDesk desk = new((wanted, token) => FindAsync(wanted, surroundings, token), surroundings.Clock);
            if (await desk.AnswerAsync(request, vintage, cancellation) is not { } answer)
            {
                await surroundings.Error.WriteLineAsync("No vintage is published yet. Run 'refresh' first.");
                return ExitCode.Failed;
            }

            if (radar is not null)
            {
                await File.WriteAllTextAsync(radar, language == Language.Japanese ? answer.Radar.Ja : answer.Radar.En, new UTF8Encoding(false), cancellation);
            }

            foreach (string line in json ? [JsonSerializer.Serialize(answer, PipelineJson.Options)] : ScenarioText.Lines(answer))
            {
                await surroundings.Output.WriteLineAsync(line);
            }

            return ExitCode.Done;
        }
        catch (ScenarioRequestException refused)
        {
            foreach (ScenarioFault fault in refused.Faults)
            {
                await surroundings.Error.WriteLineAsync($"{file} {fault.Sentence}");
            }

            return ExitCode.Failed;
        }
    }

    private static async Task<ScenarioBase?> FindAsync(string? vintage, Surroundings surroundings, CancellationToken cancellation)
    {
        await using OpenStorage storage = await OpenStorage.ForAsync(surroundings, _ => { }, cancellation);
        return await new ScenarioBases(storage.Account).FindAsync(vintage, cancellation);
    }
}
