using Pipeline.App.Explain;
using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Commands;

/// <summary><c>explain MINERAL INDICATOR</c>: the tree of a published score.</summary>
internal static class ExplainCommand
{
    /// <summary>Prints the tree from storage.</summary>
    public static async Task<int> RunAsync(string mineral, string indicator, string? vintage, Surroundings surroundings, CancellationToken cancellation)
    {
        await using OpenStorage storage = await OpenStorage.ForAsync(surroundings, _ => { }, cancellation);
        if (await NamedVintage.PublishedAsync(storage.Account.Vintages, vintage, surroundings, cancellation) is not { } wanted)
        {
            return ExitCode.Failed;
        }

        MineralAssessment assessment = await VintageFiles.ReadAssessmentAsync(storage.Account.Vintages, wanted.Vintage, mineral, cancellation);
        if (assessment.Find(indicator) is not { } result)
        {
            await surroundings.Error.WriteLineAsync($"{wanted.Vintage} has no result '{indicator}' for {mineral}. It has: {string.Join(", ", assessment.Results.Select(one => one.Indicator))}.");
            return ExitCode.Failed;
        }

        await surroundings.Output.WriteLineAsync($"vintage {wanted.Vintage}");
        foreach (string line in EvidenceTree.Lines(result, assessment.Sources))
        {
            await surroundings.Output.WriteLineAsync(line);
        }

        return ExitCode.Done;
    }
}
