using System.Globalization;
using Pipeline.App.Api;
using Pipeline.Briefings;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>Evidence as a list within lists, from what a figure follows from down to the cells of the publishers' files.</summary>
internal sealed class EvidenceTreeHtml(Voice voice)
{
    private const string PureNumber = "1";

    private static readonly Bilingual Cell = new("セル", "cell");
    private static readonly Bilingual Reference = new("参照表・係数", "reference");
    private static readonly Bilingual Correction = new("訂正", "correction");
    private static readonly Bilingual Illustrative = new("例示データ", "illustrative data");
    private static readonly Bilingual NoValue = new("数値なし", "no number");

    /// <summary>Trees one below the other.</summary>
    public HtmlElement Of(IEnumerable<EvidenceNode> nodes) => Tag("ul", [.. nodes.Select(node => Tag("li", Node(node)))]).Class("tree");

    /// <summary>A number with its unit.</summary>
    public string Amount(double? value, string unit) => value is not { } known
        ? voice.Say(NoValue)
        : Digits(known) + (unit == PureNumber ? string.Empty : " " + ResultText.Unit(unit, voice.Language));

    /// <summary>The place of a cell in words.</summary>
    public string Place(SourceCell cell)
    {
        string sheet = cell.Sheet is null ? string.Empty : voice.Say(new($"シート {cell.Sheet}、", $"sheet {cell.Sheet}, "));
        return voice.Say(new(
            FormattableString.Invariant($"{cell.File}、{sheet}{cell.Row} 行、列 {cell.Column}"), FormattableString.Invariant($"{cell.File}, {sheet}row {cell.Row}, column {cell.Column}")));
    }

    /// <summary>As many digits as a reader can check, ten at most.</summary>
    public static string Digits(double value) => value.ToString(Math.Abs(value) is >= 1e-4 and < 1e10 or 0 ? "#,##0.##########" : "G10", CultureInfo.InvariantCulture);

    private Html Node(EvidenceNode node) => node.Inputs.Count == 0
        ? Html.Of([Says(node), Leaf(node)])
        : Html.Of([Tag("details", Tag("summary", Says(node)), Leaf(node), Of(node.Inputs))]);

    private Html Says(EvidenceNode node)
    {
        string subject = node.Subject.Length == 0 || node.Quantity.StartsWith("published cell", StringComparison.Ordinal) ? string.Empty
            : voice.Say(new($"（{EvidenceWords.Subject(node.Subject, voice)}）", $" ({EvidenceWords.Subject(node.Subject, voice)})"));
        return Html.Of(
        [
            EvidenceWords.Quantity(node.Quantity, voice) + subject + voice.Say(new("：", ": ")), Tag("strong", Amount(node.Value, node.Unit)),
            node.Formula is { } formula ? Tag("span", " ＝ " + ExpressionText.Of(formula, voice)).Class("formula") : Html.None,
        ]);
    }

    private Html Leaf(EvidenceNode node) => Html.Of(
    [
        .. node.Cells.Select(cell => Tag("span", $"{voice.Say(Cell)}: {Place(cell)}{(cell.Illustrative ? voice.Say(new("【", " [")) + voice.Say(Illustrative) + voice.Say(new("】", "]")) : string.Empty)}").Class("place")),
        .. node.Reference is { } reference ? [Tag("span", $"{voice.Say(Reference)}: {reference}").Class("place")] : Array.Empty<Html>(),
        .. node.Corrections.Select(correction => Tag("span", $"{voice.Say(Correction)}: {correction}").Class("place")),
    ]);
}
