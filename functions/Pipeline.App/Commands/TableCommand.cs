using Pipeline.App.ResultTable;
using Pipeline.App.Vintages;
using Pipeline.Storage;

namespace Pipeline.App.Commands;

/// <summary><c>table</c>: all minerals of a vintage against the figures that are compared, and for want of what the others cannot be judged.</summary>
internal static class TableCommand
{
    /// <summary>Prints the table from storage.</summary>
    public static async Task<int> RunAsync(bool csv, string? vintage, Surroundings surroundings, CancellationToken cancellation)
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

        PublishedView view = await PublishedView.LoadAsync(storage.Account.Vintages, wanted, cancellation);
        MineralTable table = MineralTable.Of(wanted.Vintage, view.Assessments);
        if (csv)
        {
            await surroundings.Output.WriteAsync(MineralTableCsv.Write(table));
            return ExitCode.Done;
        }

        foreach (string line in MineralTableText.Lines(table))
        {
            await surroundings.Output.WriteLineAsync(line);
        }

        return ExitCode.Done;
    }
}
