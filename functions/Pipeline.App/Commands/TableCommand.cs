using Pipeline.App.ResultTable;
using Pipeline.App.Vintages;

namespace Pipeline.App.Commands;

/// <summary><c>table</c>: all minerals of a vintage against the figures that are compared, and for want of what the others cannot be judged.</summary>
internal static class TableCommand
{
    /// <summary>Prints the table from storage.</summary>
    public static async Task<int> RunAsync(bool csv, string? vintage, Surroundings surroundings, CancellationToken cancellation)
    {
        await using OpenStorage storage = await OpenStorage.ForAsync(surroundings, _ => { }, cancellation);
        if (await NamedVintage.PublishedAsync(storage.Account.Vintages, vintage, surroundings, cancellation) is not { } wanted)
        {
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
