namespace Pipeline.App.Portal;

/// <summary>Makes elements.</summary>
internal static class Markup
{
    /// <summary>An element.</summary>
    public static HtmlElement Tag(string name, params IReadOnlyList<Html> content) => new(name) { Content = content };

    /// <summary>A link.</summary>
    public static HtmlElement Link(string address, params IReadOnlyList<Html> content) => Tag("a", content).With("href", address);

    /// <summary>Words for those who do not see what stands beside them.</summary>
    public static HtmlElement Unseen(string words) => Tag("span", words).Class("unseen");

    /// <summary>A table that scrolls by itself where it is wider than the page, by keyboard too.</summary>
    /// <param name="label">What the region holds.</param>
    /// <param name="table">The table.</param>
    public static HtmlElement Scrolling(string label, Html table) =>
        Tag("div", table).Class("scrolling").With("role", "region").With("aria-label", label).With("tabindex", "0");

    /// <summary>The caption of a table, which stays in sight while the table scrolls.</summary>
    public static HtmlElement Caption(params IReadOnlyList<Html> words) => Tag("caption", Tag("span", words).Class("stay"));

    /// <summary>Rows of a list of terms and what they are.</summary>
    public static HtmlElement Terms(IEnumerable<(Html Term, Html Meaning)> rows) =>
        Tag("dl", [.. rows.SelectMany(row => new Html[] { Tag("dt", row.Term), Tag("dd", row.Meaning) })]);
}
