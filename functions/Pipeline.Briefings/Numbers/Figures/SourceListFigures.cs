using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>
/// Counts in the list of sources of a briefing: <c>cobalt/source-list/a/files/after1/count</c>, <c>…/illustrative-files/after1/count</c>, and
/// <c>…/titles/count</c>. A count names each file, by its hash, or each title that it counts.
/// </summary>
internal static class SourceListFigures
{
    public static ResolvedFigure? Find(SourceList sources, FigureAddress address, IReadOnlyList<string> words)
    {
        if (words is not [_, var letter, ..] || sources.Entries.FirstOrDefault(entry => FigurePath.Letter(entry) == letter) is not { } entry)
        {
            return null;
        }

        return words.Skip(2).ToArray() switch
        {
            ["titles", "count"] => Counted.Of(address, entry.Titles, "titles of source " + letter) with { Illustrative = entry.Files.Any(file => file.Illustrative), Files = entry.Files },
            ["files", "after1", "count"] when entry.Files.Count > 1 => After(address, entry.Files),
            ["illustrative-files", "after1", "count"] when entry.Illustrative.Count > 1 => After(address, entry.Illustrative),
            _ => null,
        };
    }

    /// <summary>The files that follow the first.</summary>
    private static ResolvedFigure After(FigureAddress address, IReadOnlyList<SourceUse> files)
    {
        List<SourceUse> counted = [.. files.Skip(1)];
        return new ResolvedFigure(address, counted.Count, "1", null, ResultStatus.Ok)
        {
            Illustrative = counted.Exists(file => file.Illustrative),
            Formulas = [new FigureFormula("count", "count(file)")],
            Evidence = [.. counted.Select(file => new EvidenceNode("file", file.File, 1, "1") { Symbol = "file", Reference = $"snapshot {file.Snapshot}: {file.File}" })],
            Files = counted,
        };
    }
}
