using Pipeline.Briefings;
using Pipeline.Briefings.Documents;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>Tables of a document.</summary>
/// <param name="runs">Writes the words of cells.</param>
/// <param name="subjects">Pages of what rows may be about, by name.</param>
internal sealed class TableHtml(RunHtml runs, IReadOnlyDictionary<string, PortalAddress> subjects)
{
    /// <summary>The table with its caption and headings, in a part of the page that scrolls by itself.</summary>
    public Html Of(Table table) => Scrolling(
        table.Caption is { } caption ? RunHtml.Plain(caption.Runs) : table.Columns[0].Heading,
        Tag("table",
            table.Caption is { } words ? Caption(runs.Of(words.Runs)) : Html.None,
            Tag("thead", Tag("tr", [.. table.Columns.Select(Heading)])),
            Tag("tbody", [.. table.Rows.Select(row => Row(row, table.Columns))])));

    private static HtmlElement Heading(TableColumn column) => (column.Heading.Length == 0 ? Tag("td") : Tag("th", column.Heading).With("scope", "col")).With("class", Aligned(column));

    private HtmlElement Row(TableRow row, IReadOnlyList<TableColumn> columns) =>
        Tag("tr", [.. row.Cells.Select((cell, index) => Cell(cell, columns[index]))]).With("class", row.Emphasis ? "total" : null);

    private HtmlElement Cell(TableCell cell, TableColumn column)
    {
        HtmlElement element = cell.IsRowHeading ? Tag("th", Subject(cell)).With("scope", "row") : Tag("td", runs.Of(cell.Runs));
        string? tint = cell.Background is { } fill && BandTint.BandOf(fill) is { } band ? FormattableString.Invariant($"band band-{(int)band}") : cell.Background is null ? null : "shade";
        return element.With("class", string.Join(' ', new[] { Aligned(column), tint }.OfType<string>()) is { Length: > 0 } names ? names : null);
    }

    /// <summary>A row heading, as a link where it is the name of something with a page of its own.</summary>
    private Html Subject(TableCell cell) => subjects.TryGetValue(RunHtml.Plain(cell.Runs), out PortalAddress? page) ? runs.Voice.To(page, runs.Of(cell.Runs)) : runs.Of(cell.Runs);

    private static string? Aligned(TableColumn column) => column.Alignment switch { Alignment.End => "number-cell", Alignment.Centre => "middle", _ => null };
}
