using Pipeline.App.Portal;
using Pipeline.Briefings;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Api;

/// <summary>The page for integrators: how to begin, what holds for every address, and the addresses from the registry of routes.</summary>
internal static class DocsPage
{
    /// <summary>Months after which somebody reads the page again.</summary>
    private const int MonthsBetweenReviews = 6;

    private static readonly Bilingual Reference = new("エンドポイント一覧", "Endpoints");
    private static readonly Bilingual ProblemTitle = new("エラーの種類", "Kinds of errors");

    /// <summary>Address of the page.</summary>
    public static PortalAddress Address { get; } = new("/api/docs");

    /// <summary>Title of the page.</summary>
    public static Bilingual Title { get; } = new("API の使い方", "Using the API");

    /// <summary>Day on which somebody last read the page and found it right.</summary>
    public static DateOnly Reviewed { get; } = new(2026, 11, 26);

    /// <summary>Day by which that is done again.</summary>
    public static DateOnly NextReview => Reviewed.AddMonths(MonthsBetweenReviews);

    /// <summary>The page.</summary>
    /// <param name="routes">Routes of the contract.</param>
    /// <param name="language">Its language.</param>
    public static PortalPage Of(IReadOnlyList<ApiRoute> routes, Language language)
    {
        Voice voice = new(language);
        return new PortalPage(language, Address, voice.Say(Title),
        [
            Tag("p", Review(voice)),
            Tag("nav", Tag("ul", [.. DocsSections.All.Select(section => Entry(section.Id, section.Title, voice)), Entry("addresses", Reference, voice), Entry("problems", ProblemTitle, voice)]))
                .With("aria-label", voice.Say(new("目次", "Contents"))).Class("contents"),
            .. DocsSections.All.SelectMany(section => Section(section, voice)),
            Tag("h2", voice.Say(Reference)).With("id", "addresses"),
            Scrolling(voice.Say(Reference), Routes(routes, voice)),
            Tag("h2", voice.Say(ProblemTitle)).With("id", "problems"),
            Scrolling(voice.Say(ProblemTitle), Problems(voice)),
        ]);
    }

    private static string Review(Voice voice) => voice.Say(new(
        $"{PeriodText.Of(Reviewed, Language.Japanese)}に内容を確認した。次の確認は{PeriodText.Of(NextReview, Language.Japanese)}まで。",
        $"Last reviewed {PeriodText.Of(Reviewed, Language.English)}; next review by {PeriodText.Of(NextReview, Language.English)}."));

    private static HtmlElement Entry(string id, Bilingual title, Voice voice) => Tag("li", Link("#" + id, voice.Say(title)));

    private static IEnumerable<Html> Section(DocsSection section, Voice voice) =>
    [
        Tag("h2", voice.Say(section.Title)).With("id", section.Id),
        .. section.Paragraphs.Select(paragraph => Tag("p", voice.Say(paragraph))),
        .. section.Examples.SelectMany(example => Example(example, voice)),
    ];

    private static IEnumerable<Html> Example(DocsExample example, Voice voice) =>
    [
        Tag("p", voice.Say(example.Says)),
        Scrolling(voice.Say(new("コマンド：", "Command: ")) + voice.Say(example.Says), Tag("pre", Tag("code", example.Command).Class("command"))),
        Tag("p", voice.Say(new("回答の一部：", "Part of what it prints: ")), Tag("code", example.Shows).Class("shows")),
    ];

    private static HtmlElement Routes(IReadOnlyList<ApiRoute> routes, Voice voice) => Table(
        [voice.Say(new("メソッドとパス", "Method and path")), voice.Say(new("意味", "Meaning")), voice.Say(new("役割", "Role")), voice.Say(new("パラメータ", "Parameters")), voice.Say(new("形式", "Formats"))],
        routes.Select(route => (
            (Html)Tag("code", $"{route.Method} /api/{route.Pattern}"),
            (IEnumerable<Html>)
            [
                voice.Say(route.Meaning),
                RoleNames.Of(route.Access) ?? voice.Say(new("不要", "none")),
                route.AllQuery.Count == 0 ? voice.Say(new("なし", "none")) : Html.Of(route.AllQuery.SelectMany((parameter, place) => new Html[] { place == 0 ? Html.None : ", ", Tag("code", parameter.Name) })),
                string.Join(", ", route.Success.Media.Select(media => media.Type)),
            ])));

    private static HtmlElement Problems(Voice voice) => Table(
        [voice.Say(new("種類", "Kind")), voice.Say(new("HTTP ステータス", "HTTP status")), voice.Say(new("意味", "Meaning"))],
        ProblemKinds.All.Select(kind => (
            (Html)voice.To(ProblemKindPage.Address(kind), Tag("code", kind.Slug)),
            (IEnumerable<Html>)[FormattableString.Invariant($"{kind.Status}"), voice.Say(kind.Title)])));

    private static HtmlElement Table(IReadOnlyList<string> columns, IEnumerable<(Html Head, IEnumerable<Html> Cells)> rows) => Tag("table",
        Tag("thead", Tag("tr", [.. columns.Select(column => Tag("th", column).With("scope", "col"))])),
        Tag("tbody", [.. rows.Select(row => Tag("tr", [Tag("th", row.Head).With("scope", "row"), .. row.Cells.Select(cell => Tag("td", cell))]))]));
}
