using Pipeline.App.Api;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>The form above the list of minerals. It asks by address, so that an answer can be kept as a bookmark.</summary>
internal static class MineralSearchForm
{
    private static readonly Bilingual Legend = new("鉱種を絞り込む", "Narrow the list");
    private static readonly Bilingual Words = new("名称・元素記号", "Name or symbol");
    private static readonly Bilingual Group = new("金属の種類", "Kind of metal");
    private static readonly Bilingual Status = new("六指標の状況", "Standing of the six indicators");
    private static readonly Bilingual All = new("すべて", "all");
    private static readonly Bilingual Yes = new("該当する", "among them");
    private static readonly Bilingual No = new("該当しない", "not among them");
    private static readonly Bilingual Send = new("絞り込む", "Narrow");
    private static readonly Bilingual Reset = new("条件を消す", "Show all");

    /// <summary>The form with the question that was asked.</summary>
    public static Html Of(MineralQuestion question, Voice voice) => FormMarkup.Asking(PortalAddress.Minerals, voice.Say(Legend), voice,
        FormMarkup.Field("q", voice.Say(Words), Tag("input").With("type", "search").With("name", "q").With("id", "q").With("value", question.Words).With("maxlength", "60").With("autocomplete", "off")),
        Choice("group", voice.Say(Group), question.Group, [.. Vocabulary.Codes(Term.Group).Select(code => (code, Vocabulary.Word(Term.Group, code, voice.Language)))], voice),
        Choice("ordinance", voice.Say(MineralRoutes.OfOrdinance), question.Ordinance, [("yes", voice.Say(Yes)), ("no", voice.Say(No))], voice),
        Choice("status", voice.Say(Status), question.Status, [.. MineralQuestion.Standings.Select(standing => (standing.Code, voice.Say(standing.Words)))], voice),
        FormMarkup.Actions(voice.Say(Send), question.IsOfAll ? Html.None : voice.To(PortalAddress.Minerals, Reset))).With("role", "search");

    private static HtmlElement Choice(string name, string label, string? chosen, IReadOnlyList<(string Code, string Words)> options, Voice voice) =>
        FormMarkup.Choice(name, label, chosen ?? string.Empty, options.Prepend((string.Empty, voice.Say(All))));
}
