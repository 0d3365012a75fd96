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
