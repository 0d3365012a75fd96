using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers;

/// <summary>A number as a briefing prints it.</summary>
/// <param name="Number">Running number in reading order, from 1; the same figure printed in the same way has the same number wherever it stands.</param>
/// <param name="Text">The number as printed.</param>
/// <param name="Address">Where the figure stands. Where it is an observation too, the identifier of that is the address with <c>~</c> for each slash and <c>~~</c> for each plus sign.</param>
/// <param name="Value">The figure, not rounded.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Period">Time it speaks of, or none.</param>
/// <param name="Status">How far it can be relied on.</param>
/// <param name="Illustrative">True when it rests on illustrative input.</param>
/// <param name="Flags">Marks of the vocabulary.</param>
/// <param name="Places">Where it is printed, in reading order.</param>
public sealed record PrintedNumber(
    int Number,
    string Text,
    FigureAddress Address,
    double Value,
    string Unit,
    Period? Period,
    ResultStatus Status,
    bool Illustrative,
    IReadOnlyList<string> Flags,
    IReadOnlyList<PrintedPlace> Places)
{
    /// <summary>Numbers of the notes that explain it, in their order.</summary>
    public IReadOnlyList<int> Notes { get; init; } = [];

    /// <summary>Pages on which it stands, from 1; empty before the briefing is a file.</summary>
    public IReadOnlyList<int> Pages { get; init; } = [];
}

/// <summary>One place at which a number is printed.</summary>
/// <param name="Section">Anchor of the section, or <c>head</c> above the first one.</param>
/// <param name="Title">Caption of the table or figure, or title of the note; none in running text and on tiles.</param>
/// <param name="Row">Heading of the row, in a table.</param>
/// <param name="Column">Heading of the column, in a table.</param>
/// <param name="Sentence">The sentence or line around it, outside tables and charts.</param>
public sealed record PrintedPlace(string Section, string? Title, string? Row, string? Column, string? Sentence);

/// <summary>A briefing with the numbers it prints.</summary>
/// <param name="Document">What it says.</param>
/// <param name="Numbers">Every number it prints, by running number.</param>
public sealed record ComposedBriefing(Document Document, IReadOnlyList<PrintedNumber> Numbers)
{
    /// <summary>The numbers with the pages on which they stand.</summary>
    /// <param name="pages">Pages by running number, as the renderer reports them.</param>
    public IReadOnlyList<PrintedNumber> OnPages(IReadOnlyDictionary<int, IReadOnlyList<int>> pages) => [.. Numbers.Select(number => number with { Pages = pages[number.Number] })];
}
