using Pipeline.Briefings.Documents;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>The blocks of a document as markup. Sizes and colours of the paper become the classes of the stylesheet; what is said stays word for word.</summary>
internal sealed class DocumentHtml
{
    /// <summary>Text from this size on is a figure that leads.</summary>
    private const double Leading = 11.5;

    private static readonly Colour TitleGround = Colour.Navy;

    private readonly RunHtml runs;
    private readonly TableHtml tables;
    private readonly FigureHtml figures;

    /// <summary>A writer for one page.</summary>
    /// <param name="voice">Language of the page.</param>
    /// <param name="numbers">Where numbers lead.</param>
    /// <param name="subjects">Pages of what rows of tables may be about, by name.</param>
    public DocumentHtml(Voice voice, NumberLinks numbers, IReadOnlyDictionary<string, PortalAddress> subjects)
    {
        runs = new RunHtml(voice, numbers);
        (tables, figures) = (new TableHtml(runs, subjects), new FigureHtml(runs));
    }

    /// <summary>Sections with their heading and anchor, those that a list of contents names.</summary>
    public static IEnumerable<Section> Sections(Document document) => document.Body.OfType<Section>();

    /// <summary>The lines of the title block but for the title, which is the heading of the page.</summary>
    public static Html About(Document document) => Html.Of(document.Body.OfType<Box>().Where(IsTitle).SelectMany(box => ((Column)box.Content).Content.OfType<TextBlock>())
        .Select(line => string.Concat(line.Runs.Select(run => run.Text))).Skip(1)
        .Where(line => !IsHeading(line, document)).Select(line => Tag("p", line).Class("about")));

    /// <summary>A block of the body; the title block is not repeated.</summary>
    public Html Of(Block block) => block switch
    {
        Section section => Section(section),
        Column column => Html.Of(column.Content.Select(Of)),
        Row row => Row(row),
        Box box => IsTitle(box) ? Html.None : Tag("div", Of(box.Content)).Class(box.Accent == RunHtml.Warning ? "box warned" : "box"),
        TextBlock text => Text(text),
        BulletList list => Tag("ul", [.. list.Items.Select(item => Tag("li", runs.Of(item.Runs)).With("id", item.Anchor))]),
        Table table => tables.Of(table),
        Figure figure => figures.Of(figure),
        Space or PageBreak => Html.None,
        _ => throw new NotSupportedException($"No markup of the block {block.GetType().Name}."),
    };

    private static bool IsTitle(Box box) => box.Background == TitleGround;

    private static bool IsHeading(string line, Document document) => line.StartsWith(document.Title, StringComparison.Ordinal);

    private HtmlElement Section(Section section)
    {
        string? heading = section.Anchor is null ? null : section.Anchor + "-heading";
        return Tag("section",
        [
            Tag(section.Level == 1 ? "h2" : "h3", section.Heading).With("id", heading), .. section.Content.Select(Of),
        ]).With("id", section.Anchor).With("aria-labelledby", heading);
    }

    /// <summary>Blocks side by side where there is room; an entry of notes is its mark and its text.</summary>
    private HtmlElement Row(Row row) => row.Cells is [{ Content: TextBlock { Anchor: { } anchor } mark }, { Content: TextBlock text }]
        ? Tag("p", Tag("span", runs.Of(mark.Runs)).Class("mark"), runs.Of(text.Runs)).Class("note").With("id", anchor)
        : Tag("div", [.. row.Cells.Select(cell => Tag("div", Of(cell.Content)))]).Class(row.Cells.Any(cell => HasTable(cell.Content)) ? "row" : FormattableString.Invariant($"row row-{row.Cells.Count}"));

    /// <summary>Columns of a page are too narrow for a table beside a figure: the two stand one below the other.</summary>
    private static bool HasTable(Block block) => block switch
    {
        Table => true,
        Column column => column.Content.Any(HasTable),
        Section section => section.Content.Any(HasTable),
        _ => false,
    };

    private HtmlElement Text(TextBlock text)
    {
        string? name = text.Style.Size >= Leading ? "leading" : text.Style.Colour == Colour.Muted ? "quiet" : text.Style.Colour == RunHtml.Warning ? "warning" : null;
        Html content = runs.Of(text.Runs);
        return Tag("p", text.Style.Weight == FontWeight.Bold ? Tag("strong", content) : content).With("class", name).With("id", text.Anchor);
    }
}
