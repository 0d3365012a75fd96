using System.Text;

namespace Pipeline.App.Portal;

/// <summary>
/// A piece of a page. Text becomes one by being put where a piece is expected and is encoded when it is written, so that no value of the data can
/// become markup; what is markup already has a type of its own.
/// </summary>
internal abstract record Html
{
    /// <summary>Nothing at all.</summary>
    public static Html None { get; } = new HtmlPieces([]);

    /// <summary>Pieces one after the other, with nothing between them.</summary>
    public static Html Of(IEnumerable<Html> pieces) => new HtmlPieces([.. pieces]);

    /// <summary>Text as a piece.</summary>
    public static implicit operator Html(string text) => new HtmlText(text);

    /// <summary>The piece as text of a document.</summary>
    public override string ToString()
    {
        StringBuilder target = new();
        WriteTo(target);
        return target.ToString();
    }

    /// <summary>Writes the piece.</summary>
    public abstract void WriteTo(StringBuilder target);
}

/// <summary>Text that is encoded when it is written.</summary>
internal sealed record HtmlText(string Text) : Html
{
    /// <inheritdoc/>
    public override void WriteTo(StringBuilder target) => target.Append(Encoded(Text));

    /// <inheritdoc/>
    public override string ToString() => base.ToString();

    /// <summary>Text in which nothing is markup, neither between elements nor inside a quoted attribute.</summary>
    public static string Encoded(string text) => text.AsSpan().IndexOfAny("&<>\"'") < 0 ? text : text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);
}

/// <summary>Pieces one after the other.</summary>
internal sealed record HtmlPieces(IReadOnlyList<Html> Pieces) : Html
{
    /// <inheritdoc/>
    public override void WriteTo(StringBuilder target)
    {
        foreach (Html piece in Pieces)
        {
            piece.WriteTo(target);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}

/// <summary>A picture that was written by code of our own, which has encoded its texts.</summary>
/// <param name="Svg">One <c>svg</c> element.</param>
internal sealed record HtmlPicture(string Svg) : Html
{
    /// <inheritdoc/>
    public override void WriteTo(StringBuilder target) => target.Append(Svg);

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
