using System.Text.RegularExpressions;
using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings.Tests.Content;

/// <summary>Walks a document, so that a test can ask what it says.</summary>
internal static partial class Reading
{
    public static IEnumerable<Block> Blocks(this Document document) => document.Body.SelectMany(Below);

    public static IEnumerable<Block> Below(this Block block) => (block switch
    {
        Section section => section.Content.SelectMany(Below),
        Column column => column.Content.SelectMany(Below),
        Row row => row.Cells.SelectMany(cell => cell.Content.Below()),
        Box box => box.Content.Below(),
        BulletList list => list.Items,
        Table { Caption: { } caption } => [caption],
        Figure figure => [figure.Caption],
        _ => Enumerable.Empty<Block>(),
    }).Prepend(block);

    public static IEnumerable<Run> Runs(this Document document) => document.Blocks().SelectMany(block => block switch
    {
        TextBlock text => text.Runs,
        Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Runs),
        _ => [],
    });

    public static string Text(this TextBlock block) => string.Concat(block.Runs.Select(run => run.Text));

    public static Section Section(this Document document, string anchor) => document.Blocks().OfType<Section>().Single(section => section.Anchor == anchor);

    public static IReadOnlyList<string> Texts(this Block block) => [.. block.Below().SelectMany(part => part switch
    {
        TextBlock text => [text.Text()],
        Table table => table.Rows.SelectMany(row => row.Cells).Select(cell => string.Concat(cell.Runs.Select(run => run.Text))),
        _ => Enumerable.Empty<string>(),
    })];

    /// <summary>Numbers that state a fact: with decimals, with thousands separated, years.</summary>
    public static IReadOnlyList<string> Facts(string text) =>
        [.. Number().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"[<+\u2212]?(\d{1,3}(,\d{3})+|\d+\.\d+|(19|20)\d{2})(?![\d-])")]
    private static partial Regex Number();
}
