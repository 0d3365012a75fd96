using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>A cell of a table of cards.</summary>
/// <param name="Content">What stands in it.</param>
/// <param name="Class">Name by which the stylesheet knows it, or none.</param>
internal sealed record CardCell(Html Content, string? Class = null);

/// <summary>
/// A table whose rows become cards on phones, each cell beside the heading of its column. Roles are written out because browsers would otherwise forget
/// there that it is a table.
/// </summary>
internal static class CardTable
{
    /// <summary>The table, in a part of the page that scrolls by itself.</summary>
    /// <param name="name">Name by which the stylesheet knows it.</param>
    /// <param name="caption">What the table holds.</param>
    /// <param name="columns">Headings, that of the rows first; the words alone for cards, where they stand beside each cell.</param>
    /// <param name="rows">Rows: what each is about, and its cells.</param>
    public static HtmlElement Of(string name, string caption, IReadOnlyList<(Html Heading, string Words)> columns, IEnumerable<(Html Heading, IReadOnlyList<CardCell> Cells)> rows) => Scrolling(caption, Tag("table",
        Caption(caption),
        Tag("thead", Tag("tr", [.. columns.Select(column => Tag("th", column.Heading).With("scope", "col").With("role", "columnheader"))]).With("role", "row")).With("role", "rowgroup"),
        Tag("tbody", [.. rows.Select(row => Row(row.Heading, row.Cells, columns))]).With("role", "rowgroup")).Class($"{name} cards").With("role", "table"));

    /// <summary>Headings that are words alone.</summary>
    public static IReadOnlyList<(Html Heading, string Words)> Columns(IEnumerable<string> words) => [.. words.Select(word => ((Html)word, word))];

    private static HtmlElement Row(Html heading, IReadOnlyList<CardCell> cells, IReadOnlyList<(Html Heading, string Words)> columns) => Tag("tr",
    [
        Tag("th", heading).With("scope", "row").With("role", "rowheader"),
        .. cells.Select((cell, place) => Tag("td",
            Tag("span", columns[place + 1].Words).Class("column").With("aria-hidden", "true"), Tag("span", cell.Content).Class("value")).With("class", cell.Class).With("role", "cell")),
    ]).With("role", "row");
}
