using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Svg;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>Two minerals side by side: the six indicators with bands and intervals, what Japan supplies itself and imports, and which of both is certainly higher.</summary>
internal static class ComparisonPage
{
    private const double RadarWidth = 300;

    private static readonly Bilingual Title = new("二つの鉱種を比べる", "Compare two minerals");
    private static readonly Bilingual Legend = new("比べる鉱種", "Minerals to compare");
    private static readonly Bilingual First = new("一つ目", "First");
    private static readonly Bilingual Second = new("二つ目", "Second");
    private static readonly Bilingual Choose = new("選んでください", "choose");
    private static readonly Bilingual Send = new("比べる", "Compare");
    private static readonly Bilingual Twice = new("同じ鉱種が二つ選ばれている。別の鉱種を選ぶ。", "The same mineral is chosen twice. Choose another one.");
    private static readonly Bilingual Six = new("六つの評価指標", "The six indicators");
    private static readonly Bilingual Caption = new("六指標の評点（0 は低リスク、1 は高リスク）、幅、区分", "Scores of the six indicators (0 = low risk, 1 = high risk) with range and band");
    private static readonly Bilingual Others = new("自給率と輸入", "Self-sufficiency and imports");
    private static readonly Bilingual OthersCaption = new("自給率、輸入量の5か年移動平均とその5年前からの増減率", "Self-sufficiency, five-year mean of imports and its growth over five years");
    private static readonly Bilingual Indicator = new("指標", "Indicator");
    private static readonly Bilingual HigherRisk = new("リスクが高い方", "Higher risk");
    private static readonly Bilingual Larger = new("値が大きい方", "Larger value");
    private static readonly Bilingual Open = new("幅が重なり、判別できない", "not known: the ranges overlap");
    private static readonly Bilingual Same = new("同じ", "the same");
    private static readonly Bilingual NotComparable = new("判定不能または該当なしのため比べられない", "not comparable: a side cannot be judged or does not apply");
    private static readonly Bilingual Invented = new("例示データを含むため比べない", "not compared: a side rests on illustrative input");
    private static readonly Bilingual Radars = new("六指標の図", "The six indicators as figures");
    private static readonly Bilingual RadarTitle = new("{0}の六指標", "Six indicators of {0}");

    private static readonly string[] OtherFigures = [IndicatorId.SelfSufficiency, IndicatorId.ImportAverage, IndicatorId.ImportGrowth];

    /// <summary>The page.</summary>
    public static PortalPage Of(PublishedView view, MineralAssessment? first, MineralAssessment? second, Language language)
    {
        Voice voice = new(language);
        PortalAddress address = PortalAddress.Comparison(first?.Mineral, second?.Mineral);
        bool isTwice = first is not null && first.Mineral == second?.Mineral;
        bool isPair = first is not null && second is not null && !isTwice;
        string title = isPair
            ? voice.Say(new($"{Name(first!, voice)}と{Name(second!, voice)}の比較", $"{Name(first!, voice)} and {Name(second!, voice)} compared"))
            : voice.Say(Title);
        return new PortalPage(language, address, title,
        [
            Form(view, first?.Mineral, second?.Mineral, voice),
            isTwice ? Tag("p", voice.Say(Twice)).Class("warning") : Html.None,
            .. isPair ? Pair(first!, second!, voice) : [],
        ])
        { View = view };
    }

    private static HtmlElement Form(PublishedView view, string? first, string? second, Voice voice)
    {
        (string, string)[] minerals =
        [
            (string.Empty, voice.Say(Choose)),
            .. MineralCatalogue.All.Where(mineral => view.Assessments.ContainsKey(mineral.Id)).Select(mineral => (mineral.Id, ResultText.Mineral(mineral.Id, voice.Language))),
        ];
        return FormMarkup.Asking(PortalAddress.Comparison(null, null), voice.Say(Legend), voice,
            FormMarkup.Choice("a", voice.Say(First), first ?? string.Empty, minerals),
            FormMarkup.Choice("b", voice.Say(Second), second ?? string.Empty, minerals),
            FormMarkup.Actions(voice.Say(Send)));
    }

    private static IReadOnlyList<Html> Pair(MineralAssessment first, MineralAssessment second, Voice voice) =>
    [
        Tag("h2", voice.Say(Six)),
        Table(voice.Say(Caption), voice.Say(HigherRisk), IndicatorId.Six, first, second, voice),
        Tag("h2", voice.Say(Others)),
        Table(voice.Say(OthersCaption), voice.Say(Larger), OtherFigures, first, second, voice),
        Tag("h2", voice.Say(Radars)),
        Tag("div", Radar(first, voice), Radar(second, voice)).Class("pair"),
    ];

    private static HtmlElement Table(string caption, string verdict, IEnumerable<string> indicators, MineralAssessment first, MineralAssessment second, Voice voice) => CardTable.Of(
        "compared",
        caption,
        [(voice.Say(Indicator), voice.Say(Indicator)), Heading(first, voice), Heading(second, voice), (verdict, verdict)],
        indicators.Select(indicator => ((Html)Vocabulary.Word(Term.Indicator, indicator, voice.Language), (IReadOnlyList<CardCell>)
        [
            ResultCell.Of(first, indicator, voice),
            ResultCell.Of(second, indicator, voice),
            new CardCell(Verdict(Standings.Of(first.Find(indicator), second.Find(indicator)), first, second, voice)),
        ])));

    private static (Html, string) Heading(MineralAssessment assessment, Voice voice) => (voice.To(PortalAddress.Mineral(assessment.Mineral), Name(assessment, voice)), Name(assessment, voice));

    private static string Verdict(Standing standing, MineralAssessment first, MineralAssessment second, Voice voice) => standing switch
    {
        Standing.FirstHigher => Name(first, voice),
        Standing.SecondHigher => Name(second, voice),
        Standing.Same => voice.Say(Same),
        Standing.Open => voice.Say(Open),
        Standing.Illustrative => voice.Say(Invented),
        _ => voice.Say(NotComparable),
    };

    private static HtmlElement Radar(MineralAssessment assessment, Voice voice)
    {
        ChartContext context = new(voice.Language, TextMeasures.Estimate);
        Chart chart = RadarChart.Draw(assessment.Results, RadarWidth, context).MarkedIf(IndicatorId.Six.Any(id => assessment.Find(id) is { Illustrative: true }), context);
        string title = string.Format(System.Globalization.CultureInfo.InvariantCulture, voice.Say(RadarTitle), Name(assessment, voice));
        return Tag("figure", new HtmlPicture(SvgWriter.Write(chart.Drawing, title, chart.AlternativeText)), Tag("figcaption", title));
    }

    private static string Name(MineralAssessment assessment, Voice voice) => ResultText.Mineral(assessment.Mineral, voice.Language);
}
