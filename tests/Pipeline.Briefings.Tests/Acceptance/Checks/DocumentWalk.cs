using System.Text;
using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>What a document says, read off its tree.</summary>
internal static class DocumentWalk
{
    /// <summary>All blocks in reading order, each before those it holds.</summary>
    public static IEnumerable<Block> Blocks(Document document) => document.Body.SelectMany(Blocks);

    /// <summary>All blocks of a section in reading order.</summary>
    public static IEnumerable<Block> Below(Section section) => section.Content.SelectMany(Blocks);

    public static IReadOnlyList<Section> Sections(Document document) => [.. Blocks(document).OfType<Section>()];

    public static IReadOnlyList<string> Addresses(Document document) =>
        [.. Runs(document).Select(run => run.Link).OfType<string>().Where(link => !link.StartsWith('#')).Distinct(StringComparer.Ordinal)];

    /// <summary>All text in reading order, without spaces: line breaks of a page are not part of the text.</summary>
    public static string Text(Document document)
    {
        var text = new StringBuilder();
        foreach (var block in Blocks(document))
        {
            switch (block)
            {
                case Section section:
                    text.Append(section.Heading);
                    break;
                case TextBlock paragraph:
                    Append(text, paragraph.Runs);
                    break;
                case BulletList list:
                    foreach (var item in list.Items) Append(text.Append('•'), item.Runs);
                    break;
                case Table table:
                    Append(text, table.Caption?.Runs ?? []);
                    foreach (var column in table.Columns) text.Append(column.Heading);
                    foreach (var cell in table.Rows.SelectMany(row => row.Cells)) Append(text, cell.Runs);
                    break;
                case Figure figure:
                    foreach (var label in figure.Drawing.Shapes.OfType<Label>()) text.Append(label.Text);
                    Append(text, figure.Caption.Runs);
                    break;
                default:
                    break;
            }
        }
        return WithoutSpaces(text.ToString());
    }

    /// <summary>Text as it can be compared with that of a page: no spaces, no invisible marks, one kind of hyphen.</summary>
    public static string WithoutSpaces(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u200B' or '\u2060' or '\uFEFF' or '\u00AD'))).Replace('\u2011', '\u2010');

    private static IEnumerable<Run> Runs(Document document) => Blocks(document).SelectMany(block => block switch
    {
        TextBlock text => text.Runs,
        BulletList list => list.Items.SelectMany(item => item.Runs),
        Table table => [.. table.Caption?.Runs ?? [], .. table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Runs)],
        Figure figure => figure.Caption.Runs,
        _ => [],
    });

    private static IEnumerable<Block> Blocks(Block block) =>
    [
        block,
        .. block switch
        {
            Section section => section.Content.SelectMany(Blocks),
            Column column => column.Content.SelectMany(Blocks),
            Row row => row.Cells.SelectMany(cell => Blocks(cell.Content)),
            Box box => Blocks(box.Content),
            _ => [],
        },
    ];

    private static void Append(StringBuilder text, IReadOnlyList<Run> runs)
    {
        foreach (var run in runs) text.Append(run.Text);
    }
}
