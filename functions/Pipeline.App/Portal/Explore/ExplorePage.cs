using System.Globalization;
using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>
/// The one page with a script: it draws what the table of the page says, and reads nothing else. Without the script the table is all there is, and
/// nothing is lost.
/// </summary>
internal static class ExplorePage
{
    private static readonly Bilingual Legend = new("見たい数値", "What to look at");
    private static readonly Bilingual Mineral = new("鉱種", "Mineral");
    private static readonly Bilingual Figure = new("数値", "Figure");
    private static readonly Bilingual Imports = new("輸入量（年別・段階別）", "imports by year and stage");
    private static readonly Bilingual Prices = new("価格（選んだ鉱種）", "prices of the mineral");
    private static readonly Bilingual OverAll = new("（全鉱種）", ", all minerals");
    private static readonly Bilingual Send = new("表示する", "Show");
    private static readonly Bilingual Chart = new("図", "Chart");
    private static readonly Bilingual Table = new("表", "Table");
    private static readonly Bilingual Note = new("この図はスクリプトが動く環境でだけ描かれる。数値はすべて下の表にある。", "The chart is drawn only where scripts run. Every figure is in the table below.");
    private static readonly Bilingual Unknown = new("どの年にも値がないもの：", "Nothing is known of any year for: ");
    private static readonly Bilingual Missing = new("この鉱種には、ここに表示する数値がない。", "The mineral has no such figures.");

    /// <summary>Codes of the figures that the page offers.</summary>
    public static IReadOnlyList<string> Figures { get; } = ["imports", "prices", .. IndicatorId.Six, IndicatorId.SelfSufficiency];

    /// <summary>The page.</summary>
    /// <param name="view">The vintage.</param>
    /// <param name="mineral">The mineral whose own figures are shown.</param>
    /// <param name="figure">Code of the figure.</param>
    /// <param name="language">Language of the page.</param>
    public static PortalPage Of(PublishedView view, MineralAssessment mineral, string figure, Language language)
    {
        Voice voice = new(language);
        ExploreTable? table = figure switch
        {
            "imports" => ExploreTable.Imports(mineral, voice),
            "prices" => ExploreTable.Prices(mineral, voice),
            _ => ExploreTable.Of(figure, view, voice),
        };
        return new PortalPage(language, PortalAddress.Explore(mineral.Mineral, figure), voice.Say(PortalWords.Explore),
        [
            Form(view, mineral.Mineral, figure, voice),
            .. table is null || table.Rows.Count == 0 ? [Tag("p", voice.Say(Missing))] : Shown(table, voice),
        ])
        { View = view, Scripts = ExploreScripts.Addresses };
    }

    private static HtmlElement Form(PublishedView view, string mineral, string figure, Voice voice) => FormMarkup.Asking(PortalAddress.Explore(null, null), voice.Say(Legend), voice,
        FormMarkup.Choice("figure", voice.Say(Figure), figure, Figures.Select(code => (code, Words(code, voice)))),
        FormMarkup.Choice("mineral", voice.Say(Mineral), mineral, MineralCatalogue.All.Where(one => view.Assessments.ContainsKey(one.Id)).Select(one => (one.Id, ResultText.Mineral(one.Id, voice.Language)))),
        FormMarkup.Actions(voice.Say(Send)));

    private static string Words(string figure, Voice voice) => figure switch
    {
        "imports" => voice.Say(Imports),
        "prices" => voice.Say(Prices),
        _ => Vocabulary.Word(Term.Indicator, figure, voice.Language) + voice.Say(OverAll),
    };

    private static IEnumerable<Html> Shown(ExploreTable table, Voice voice)
    {
        string caption = voice.Say(new($"{table.Title}。単位：{table.Unit}", $"{table.Title}. Unit: {table.Unit}"));
        return
        [
            Tag("h2", $"{table.Title}{voice.Say(new("：", ": "))}{voice.Say(Chart)}"),
            Tag("p", voice.Say(Note)).With("id", "chart-note").Class("quiet"),
            Tag("div").With("id", "chart").Class("chart").Flag("hidden"),
            table.Sentence() is { } sentence ? Tag("p", voice.Say(sentence)) : Html.None,
            table.LeftOut.Count == 0 ? Html.None : Tag("p", voice.Say(Unknown), string.Join(voice.Say(new("、", ", ")), table.LeftOut), voice.Say(new("。", "."))),
            Tag("h2", $"{table.Title}{voice.Say(new("：", ": "))}{voice.Say(Table)}"),
            Scrolling(caption, Tag("table",
                Caption(caption),
                Tag("thead", Tag("tr", [Tag("th", table.RowHeading).With("scope", "col"), .. table.Series.Select(series => Tag("th", series).With("scope", "col").Class("number-cell"))])),
                Tag("tbody", [.. table.Rows.Select(row => Tag("tr",
                [
                    Tag("th", row.Heading).With("scope", "row"),
                    .. row.Cells.Select(cell => Tag("td", cell.Words).Class("number-cell").With("data-value", cell.Value?.ToString("R", CultureInfo.InvariantCulture))),
                ]))])).With("id", "chart-data").With("data-kind", table.Kind).With("data-unit", table.Unit).With("data-title", table.Title)),
        ];
    }
}
