using System.Text;

namespace Pipeline.App.Portal;

/// <summary>An element with its attributes and content.</summary>
/// <param name="Name">Name of the element.</param>
internal sealed record HtmlElement(string Name) : Html
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "br", "col", "hr", "img", "input", "link", "meta" };

    /// <summary>Attributes in the order in which they were given.</summary>
    public IReadOnlyList<(string Name, string Value)> Attributes { get; private init; } = [];

    /// <summary>What stands inside.</summary>
    public IReadOnlyList<Html> Content { get; init; } = [];

    /// <summary>The element with one more attribute; without a value there is none.</summary>
    public HtmlElement With(string name, string? value) => value is null ? this : this with { Attributes = [.. Attributes, (name, value)] };

    /// <summary>The element with an attribute that says something by being there.</summary>
    public HtmlElement Flag(string name, bool isSet = true) => With(name, isSet ? string.Empty : null);

    /// <summary>The element with the names by which the stylesheet knows it.</summary>
    public HtmlElement Class(string names) => With("class", names);

    /// <inheritdoc/>
    public override void WriteTo(StringBuilder target)
    {
        target.Append('<').Append(Name);
        foreach ((string name, string value) in Attributes)
        {
            target.Append(' ').Append(name);
            if (value.Length > 0)
            {
                target.Append("=\"").Append(HtmlText.Encoded(value)).Append('"');
            }
        }

        target.Append('>');
        if (Void.Contains(Name))
        {
            return;
        }

        foreach (Html piece in Content)
        {
            piece.WriteTo(target);
        }

        target.Append("</").Append(Name).Append('>');
    }

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}

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

    /// <summary>Rows of a list of terms and what they are.</summary>
    public static HtmlElement Terms(IEnumerable<(Html Term, Html Meaning)> rows) =>
        Tag("dl", [.. rows.SelectMany(row => new Html[] { Tag("dt", row.Term), Tag("dd", row.Meaning) })]);
}
