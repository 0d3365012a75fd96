using Pipeline.App.Explain;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Commands;

/// <summary><c>explain MINERAL INDICATOR</c>: the tree of a published score.</summary>
internal static class ExplainCommand
{
    /// <summary>Prints the tree from storage.</summary>
    public static async Task<int> RunAsync(string mineral, string indicator, string? vintage, Surroundings surroundings, CancellationToken cancellation)
    {
        await using OpenStorage storage = await OpenStorage.ForAsync(surroundings, _ => { }, cancellation);
        IReadOnlyList<PublishedVintage> published = await storage.Account.Vintages.ListAsync(cancellation);
        PublishedVintage? wanted = published.FirstOrDefault(one => vintage is null || one.Vintage == vintage);
        if (wanted is null)
        {
            await surroundings.Error.WriteLineAsync(published.Count == 0
                ? "No vintage is published yet. Run 'refresh' first."
                : $"There is no published vintage '{vintage}'. Published: {string.Join(", ", published.Select(one => one.Vintage))}.");
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
