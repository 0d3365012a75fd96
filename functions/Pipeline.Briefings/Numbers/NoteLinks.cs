using System.Globalization;
using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings.Numbers;

/// <summary>Reads off a document which notes explain what stands in it: the marks and references that link to them.</summary>
internal static class NoteLinks
{
    private const string Anchor = "note-";

    /// <summary>Notes that runs link to.</summary>
    public static IReadOnlyList<int> In(IEnumerable<Run> runs) => [.. runs.Select(run => run.Link is ['#', .. var anchor] ? Number(anchor) : null).OfType<int>().Distinct()];

    /// <summary>Notes that anything inside a block links to.</summary>
    public static IReadOnlyList<int> Within(Block block) => [.. Texts(block).SelectMany(text => In(text.Runs)).Distinct()];

    /// <summary>The note whose entry a row is: its mark in the margin and its text beside it.</summary>
    public static IReadOnlyList<int> OfEntry(Row row) => row.Cells is [{ Content: TextBlock { Anchor: { } anchor } }, _] && Number(anchor) is { } note ? [note] : [];

    private static int? Number(string anchor) =>
        anchor.StartsWith(Anchor, StringComparison.Ordinal) && int.TryParse(anchor.AsSpan(Anchor.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int note) ? note : null;

    private static IEnumerable<TextBlock> Texts(Block block) => block switch
    {
        TextBlock text => [text],
        Column column => column.Content.SelectMany(Texts),
        Row row => row.Cells.SelectMany(cell => Texts(cell.Content)),
        Box box => Texts(box.Content),
        _ => [],
    };
}
