using Pipeline.App.Api;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Svg;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>
/// Figures of a document: the same picture as in the file, its caption, what it shows as a sentence, and the numbers in it as links, since a picture
/// has no links of its own.
/// </summary>
internal sealed class FigureHtml(RunHtml runs)
{
    /// <summary>Wider drawings scroll on phones rather than become too small to read.</summary>
    private const double Wide = 300;

    private static readonly Bilingual Words = new("図の内容を文で読む", "Read the figure as text");
    private static readonly Bilingual Numbers = new("図の中の数値の根拠：", "Evidence of the numbers in the figure: ");

    /// <summary>The figure.</summary>
    public Html Of(Figure figure)
    {
        string title = RunHtml.Plain(figure.Caption.Runs);
        bool isWide = figure.Drawing.Width > Wide;
        HtmlPicture picture = new(SvgWriter.Write(figure.Drawing, title, figure.AlternativeText));
        return Tag("figure",
            isWide ? Scrolling(title, picture) : Tag("div", picture),
            Tag("figcaption", runs.Of(figure.Caption.Runs)),
            Tag("details", Tag("summary", runs.Voice.Say(Words)), Tag("p", figure.AlternativeText), Labels(figure))).Class(isWide ? "wide" : "narrow");
    }

    private Html Labels(Figure figure)
    {
        Label[] labels = [.. figure.Drawing.Shapes.OfType<Label>().Where(label => label.Numbers.Count > 0)];
        return labels.Length == 0 ? Html.None : Html.Of(
        [
            Tag("p", runs.Voice.Say(Numbers)),
            Tag("ul", [.. labels.Select(label => Tag("li", label.Numbers.Count == 1 ? runs.Number(label.Numbers[0], label.Text) : Several(label)))]).Class("numbers"),
        ]);
    }

    private Html Several(Label label) => Html.Of(label.Numbers.SelectMany((number, index) =>
        new[] { index == 0 ? label.Text + ": " : ", ", runs.Number(number, runs.Numbers.Text(number)) }));
}
