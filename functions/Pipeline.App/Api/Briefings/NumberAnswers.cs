using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/briefings/{id}/numbers</c>: every number that a briefing prints, in reading order, or those of one page.</summary>
/// <param name="Meta">Vintage of the briefing.</param>
/// <param name="Briefing">Identifier of the briefing.</param>
/// <param name="Numbers">The numbers in reading order.</param>
internal sealed record NumberList(Meta Meta, string Briefing, IReadOnlyList<NumberRow> Numbers);

/// <summary>A printed number with the address that leads to its evidence.</summary>
/// <param name="Number">The number as printed.</param>
/// <param name="Self">Address of its evidence.</param>
internal sealed record NumberRow(PrintedNumber Number, string Self)
{
    /// <summary>The row of a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="briefing">Identifier of its briefing.</param>
    /// <param name="vintage">Vintage of the briefing: numbers of another one may be other figures.</param>
    public static NumberRow Of(PrintedNumber number, string briefing, string vintage) =>
        new(number, new BriefingAddress(briefing, vintage).Number(number.Number));
}

/// <summary>Answer of <c>/briefings/{id}/numbers/{n}</c>: the number, and what it rests on down to the cells.</summary>
/// <param name="Meta">Vintage of the briefing.</param>
/// <param name="Briefing">Identifier of the briefing.</param>
/// <param name="Number">The number as printed, its pages, value, unit, period, status and marks.</param>
/// <param name="Check">How the number stands to what its address leads to now; the members after it are of what the present code gives, and empty where it cannot follow the address.</param>
/// <param name="Kind">What kind of cell it was published in, or none for a computed figure.</param>
/// <param name="Label">Highest label of its inputs.</param>
/// <param name="Formulas">How it follows from the evidence, in the order of computation; the last one gives it.</param>
/// <param name="Evidence">Trees down to source cells with file, sheet, row and column.</param>
/// <param name="Parameters">Parameters that were used.</param>
/// <param name="Sources">Files that the cells lie in, or that the number counts, with publisher and licence.</param>
/// <param name="Changes">Address that tells why the figure moved, for one that compares with the vintage before; else none.</param>
internal sealed record NumberPage(
    Meta Meta,
    string Briefing,
    PrintedNumber Number,
    NumberCheck Check,
    ValueKind? Kind,
    AccessLabel? Label,
    IReadOnlyList<FigureFormula> Formulas,
    IReadOnlyList<EvidenceNode> Evidence,
    IReadOnlyList<ParameterUse> Parameters,
    IReadOnlyList<SourceUse> Sources,
    string? Changes)
{
    /// <summary>The page of a number.</summary>
    public static NumberPage Of(Meta meta, string briefing, PrintedNumber number, NumberCheck check, IReadOnlyList<SourceUse> sources, string? previous)
    {
        ResolvedFigure? figure = check.Figure;
        HashSet<string> snapshots = [.. (figure?.Cells ?? []).Select(cell => cell.Snapshot)];
        return new NumberPage(
            meta, briefing, number, check, figure?.Kind, figure?.Label, figure?.Formulas ?? [], figure?.Evidence ?? [], figure?.Parameters ?? [],
            [.. figure?.Files ?? [], .. sources.Where(source => snapshots.Contains(source.Snapshot))],
            number.Address.IsCompared ? $"/api/v1/vintages/{previous}/changes/{meta.Vintage}{(number.Address.IsOfAll ? string.Empty : "?mineral=" + number.Address.Mineral)}" : null);
    }
}
