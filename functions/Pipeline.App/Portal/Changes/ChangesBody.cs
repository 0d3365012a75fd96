using Pipeline.App.Api;
using Pipeline.App.Changes.Causes;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Indicators.Attribution;
using static Pipeline.App.Portal.Markup;
using static System.FormattableString;

namespace Pipeline.App.Portal;

/// <summary>A report on causes as pieces of a page.</summary>
internal static class ChangesBody
{
    /// <summary>Changes listed for all minerals together; the most material ones.</summary>
    public const int Most = 60;

    private static readonly Bilingual Summary = new("概要", "Summary");
    private static readonly Bilingual Meaning = new("四つの理由の意味", "What the four causes mean");
    private static readonly Bilingual ByMineral = new("鉱種ごとの件数", "Changes by mineral");
    private static readonly Bilingual MostMaterial = new("重要な変化から順に", "The most material changes first");
    private static readonly Bilingual Caption = new("動いた結果、重要なものから", "Results that moved, the most material first");
    private static readonly Bilingual Mineral = new("鉱種", "Mineral");
    private static readonly Bilingual What = new("変化", "Change");
    private static readonly Bilingual Why = new("理由", "Cause");
    private static readonly Bilingual Whole = new("この鉱種の変化と理由", "All changes of the mineral");
    private static readonly Bilingual Page = new("この鉱種のページ", "The page of the mineral");

    private static readonly (Cause Cause, Bilingual Words)[] Meanings =
    [
        (Cause.NewData, new("後の版だけにある観測値が加わった、または取り下げられた。", "Observations that only the later vintage has, or that were withdrawn.")),
        (Cause.RevisedData, new("両方の版にある観測値を、公表元が改めた。", "Observations that both vintages have, and that their publisher has changed.")),
        (Cause.Parameters, new("係数や基準値の改定、または確認期限の経過。", "Parameters have other values, or are past the day by which they are to be confirmed.")),
        (Cause.Method, new("計算規則、読み取り、訂正または参照表の変更。", "Other rules, readers, corrections or reference tables.")),
    ];

    /// <summary>The pieces below the form.</summary>
    public static IEnumerable<Html> Of(ChangeQuestion question, CausesReport report, Voice voice) =>
    [
        Tag("h2", voice.Say(Summary)).With("id", "summary"),
        Tag("p", Count(question, report, voice)),
        .. Causes(report, voice),
        .. Remarks(report, voice),
        .. report.Results.Count == 0 ? [] : question.Mineral is null ? Overview(question, report, voice) : Detail(question, report, voice),
        Tag("h2", voice.Say(Meaning)),
        Terms(Meanings.Select(one => ((Html)Vocabulary.Word(Term.Cause, one.Cause, voice.Language), (Html)voice.Say(one.Words)))).Class("facts"),
    ];

    private static string Count(ChangeQuestion question, CausesReport report, Voice voice)
    {
        (string before, string after) = (ChangesPage.Vintage(question.Before!, voice), ChangesPage.Vintage(question.After, voice));
        int minerals = report.Results.Select(result => result.Mineral).Distinct().Count();
        return report.Results.Count == 0
            ? voice.Say(new($"{before} から {after} までに動いた結果はない。", $"Nothing moved from {before} to {after}."))
            : question.Mineral is not null
                ? voice.Say(new(Invariant($"{before} から {after} までに、{report.Results.Count} 件の結果が動いた。"), Invariant($"{report.Results.Count} results moved from {before} to {after}.")))
                : voice.Say(new(
                    Invariant($"{before} から {after} までに、{minerals} 鉱種の {report.Results.Count:#,0} 件の結果が動いた。{report.Unchanged:#,0} 件は同じである。"),
                    Invariant($"{report.Results.Count:#,0} results of {minerals} minerals moved from {before} to {after}; {report.Unchanged:#,0} state the same.")));
    }

    /// <summary>How many results each cause, alone or with others, had a part in.</summary>
    private static IEnumerable<Html> Causes(CausesReport report, Voice voice)
    {
        (Cause Cause, int Count)[] counts = [.. Enum.GetValues<Cause>().Select(cause => (cause, report.Results.Count(result => result.Legs.Any(leg => leg.Causes.Contains(cause))))).Where(one => one.Item2 > 0)];
        return counts.Length == 0 ? [] :
        [
            Tag("ul", [.. counts.Select(one => Tag("li", voice.Say(new(
                Invariant($"{Vocabulary.Word(Term.Cause, one.Cause, Language.Japanese)}によるもの：{one.Count:#,0} 件"),
                Invariant($"by {Vocabulary.Word(Term.Cause, one.Cause, Language.English)}: {one.Count:#,0}")))))]),
        ];
    }

    private static IEnumerable<Html> Remarks(CausesReport report, Voice voice)
    {
        List<Bilingual> remarks = [];
        string[] older = [.. new[] { report.Before, report.After }.Where(vintage => !vintage.PresentCode).Select(vintage => vintage.Vintage)];
        if (older.Length > 0)
        {
            remarks.Add(new(
                $"{string.Join(" と ", older)} は別の版のプログラムで作られたため、現在のプログラムで計算し直した。それによる変化は「算定方法」に含める。",
                $"{string.Join(" and ", older)} {(older.Length == 1 ? "was" : "were")} made by another version of the program and computed again by the present one; what that moves counts as method."));
        }

        foreach (VintageFacts vintage in new[] { report.Before, report.After })
        {
            if (vintage.Parameters == ParameterOrigin.Presumed)
            {
                remarks.Add(new($"{vintage.Vintage} には係数の記録がなく、今の係数とは異なる。それによる動きは算定方法に入る。", $"{vintage.Vintage} keeps no record of its parameters, and the present ones differ; what that moves counts as method."));
            }

            if (vintage.AddedParameters.Count > 0)
            {
                remarks.Add(new($"{vintage.Vintage} は {string.Join("、", vintage.AddedParameters)} なしで作られた。それによる動きは算定方法に入る。", $"{vintage.Vintage} was made without {string.Join(", ", vintage.AddedParameters)}; what they move counts as method."));
            }
        }

        remarks.AddRange(Only(report.OnlyAfter, report.After.Vintage));
        remarks.AddRange(Only(report.OnlyBefore, report.Before.Vintage));
        remarks.AddRange(report.Obstacles.Select(obstacle => obstacle.Mineral).Distinct().Select(mineral => new Bilingual(
            $"{ResultText.Mineral(mineral, Language.Japanese)}は途中の計算ができず、一部の理由を分けられない。", $"{ResultText.Mineral(mineral, Language.English)} cannot be computed at every station, so that some causes cannot be told apart.")));
        return remarks.Count == 0 ? [] : [Tag("ul", [.. remarks.Select(remark => Tag("li", voice.Say(remark)))]).Class("quiet")];
    }

    private static IEnumerable<Bilingual> Only(IReadOnlyList<string> minerals, string vintage) => minerals.Count == 0 ? [] :
    [
        new(
            $"{vintage} だけにある鉱種：{string.Join("、", minerals.Select(mineral => ResultText.Mineral(mineral, Language.Japanese)))}。",
            $"Minerals that only {vintage} has: {string.Join(", ", minerals.Select(mineral => ResultText.Mineral(mineral, Language.English)))}."),
    ];

    private static IEnumerable<Html> Overview(ChangeQuestion question, CausesReport report, Voice voice)
    {
        MovedResult[] shown = [.. report.Results.Take(Most)];
        int rest = report.Results.Count - shown.Length;
        return
        [
            Tag("h2", voice.Say(MostMaterial)).With("id", "material"),
            CardTable.Of("compared", voice.Say(Caption), CardTable.Columns(new[] { Mineral, What, Why }.Select(voice.Say)), shown.Select(moved => Row(question, moved, voice))),
            rest == 0 ? Html.None : Tag("p", voice.Say(new(
                Invariant($"ほかに、これらほど重要でない変化が {rest:#,0} 件ある。下の鉱種ごとの一覧からすべてを見られる。"), Invariant($"{rest:#,0} less material changes are not listed here; the list by mineral below leads to all of them.")))),
            Tag("h2", voice.Say(ByMineral)).With("id", "minerals"),
            Tag("ul", [.. report.Results.GroupBy(result => result.Mineral).OrderBy(group => MineralCatalogue.Get(group.Key).Order).Select(group => Tag("li",
                voice.To(PortalAddress.Changes(group.Key, question.Before!.Vintage, question.After.Vintage), ResultText.Mineral(group.Key, voice.Language)),
                voice.Say(new(Invariant($"　{group.Count()} 件"), Invariant($" {group.Count()}")))))]).Class("columns"),
        ];
    }

    private static (Html, IReadOnlyList<CardCell>) Row(ChangeQuestion question, MovedResult moved, Voice voice) => (
        Html.Of([voice.To(PortalAddress.Changes(moved.Mineral, question.Before!.Vintage, question.After.Vintage), ResultText.Mineral(moved.Mineral, voice.Language)), Marks(moved, voice)]),
        [
            new CardCell(Html.Of([Tag("span", MovedText.Materiality(moved.Materiality, voice)).Class("word"), " ", MovedText.Sentence(moved, voice)])),
            new CardCell(string.Join(voice.Say(new("、", ", ")), moved.Legs.Select(leg => MovedText.Causes(leg.Causes, voice)).Distinct())),
        ]);

    private static IEnumerable<Html> Detail(ChangeQuestion question, CausesReport report, Voice voice) =>
    [
        Tag("p", voice.To(PortalAddress.Mineral(question.Mineral!), Page)),
        Tag("h2", voice.Say(Whole)).With("id", "material"),
        .. report.Results.Select(moved => Tag("section",
            Tag("h3", Vocabulary.Word(Term.Indicator, moved.Indicator, voice.Language), Marks(moved, voice)),
            Tag("p", Tag("span", MovedText.Materiality(moved.Materiality, voice)).Class("word"), voice.Say(new("。", ". ")), MovedText.Sentence(moved, voice)),
            Tag("ul", [.. moved.Legs.Select(leg => Tag("li", MovedText.Leg(moved, leg, voice)))])).With("id", moved.Indicator)),
    ];

    private static Html Marks(MovedResult moved, Voice voice) => Html.Of(
    [
        .. moved.Label > AccessLabel.Open ? [Tag("span", Labels.Mark(moved.Label, voice.Language)).Class("remark")] : Array.Empty<Html>(),
        .. moved.Illustrative ? [Tag("span", voice.Say(new("例示データ", "illustrative"))).Class("remark")] : Array.Empty<Html>(),
    ]);
}
