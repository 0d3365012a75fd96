using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>
/// Files of the sources: <c>all/sources/wgi/age</c> in days on the last day of the quarter, <c>…/files</c>, <c>…/rows</c>, <c>…/set-aside</c>, and
/// <c>all/sources/mof-trade/refused</c>. They rest on the files themselves, each named by its hash and its edition. Files that were refused are counted
/// and not named: a name is whatever someone has typed.
/// </summary>
internal static class FileFigures
{
    private const string Days = "d";

    public static ResolvedFigure? Find(OverviewInputs inputs, Quarter quarter, FigureAddress address, string source, string figure)
    {
        if (figure == "refused")
        {
            return inputs.Absent.FirstOrDefault(absent => absent.RefusedFiles > 0 && address.Path == FigurePath.Source(absent.Source, figure)) is { } absent
                ? new ResolvedFigure(address, absent.RefusedFiles, "1", null, ResultStatus.Ok)
                {
                    Evidence = [new EvidenceNode("refused files", source, absent.RefusedFiles, "1") { Reference = "missing sources of the vintage: " + source }],
                }
                : null;
        }

        return inputs.Sources.FirstOrDefault(state => state.Source == source) is not { } state ? null : figure switch
        {
            "age" => Age(address, state, quarter),
            "files" => Of(address, state, "count(file)", _ => 1),
            "rows" => Of(address, state, "sum(file)", file => file.Rows),
            "set-aside" => Of(address, state, "sum(file)", file => file.SetAside),
            _ => null,
        };
    }

    private static ResolvedFigure Of(FigureAddress address, SourceState state, string formula, Func<UsedFile, long> amount) =>
        new(address, state.Files.Sum(amount), "1", null, ResultStatus.Ok)
        {
            Illustrative = state.Illustrative,
            Formulas = [new FigureFormula(address.Path.Words[^1], formula)],
            Evidence = [.. state.Files.Select(file => Node(address.Path.Words[^1], file, amount(file), "1") with { Symbol = "file" })],
            Files = [.. state.Files.Select(file => file.Use)],
        };

    /// <summary>Days between two days, each counted from 1 January of the year 1.</summary>
    private static ResolvedFigure Age(FigureAddress address, SourceState state, Quarter quarter) =>
        new(address, state.AgeOn(quarter.LastDay), Days, new Month(quarter.LastDay.Year, quarter.LastDay.Month), ResultStatus.Ok)
        {
            Illustrative = state.Newest.Use.Illustrative,
            Formulas = [new FigureFormula("age", "end - published")],
            Evidence =
            [
                new EvidenceNode("last day of the quarter", Text(quarter.LastDay), quarter.LastDay.DayNumber, Days) { Symbol = "end", Reference = "quarter " + quarter.Code },
                Node("published on " + Text(state.KnownOn), state.Newest, state.KnownOn.DayNumber, Days) with { Symbol = "published" },
            ],
            Files = [state.Newest.Use],
        };

    private static EvidenceNode Node(string quantity, UsedFile file, double value, string unit) =>
        new(quantity, file.Edition, value, unit) { Reference = $"snapshot {file.Use.Snapshot}: {file.Use.File}" };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
