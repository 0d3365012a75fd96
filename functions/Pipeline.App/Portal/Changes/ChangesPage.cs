using Pipeline.App.Api;
using Pipeline.App.Changes.Causes;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Storage;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>What moved between two vintages and why: of all minerals as a table of the most material changes, of one mineral in full.</summary>
internal static class ChangesPage
{
    private static readonly Bilingual Title = new("何が、なぜ動いたか", "What moved, and why");
    private static readonly Bilingual Legend = new("比べる版と鉱種", "Vintages and mineral");
    private static readonly Bilingual Before = new("前の版", "Earlier vintage");
    private static readonly Bilingual After = new("後の版", "Later vintage");
    private static readonly Bilingual Mineral = new("鉱種", "Mineral");
    private static readonly Bilingual All = new("すべての鉱種", "all minerals");
    private static readonly Bilingual Send = new("表示する", "Show");
    private static readonly Bilingual Twice = new("同じ版が二つ選ばれている。別の版を選ぶ。", "The same vintage is chosen twice. Choose another one.");

    /// <summary>The page.</summary>
    /// <param name="view">The current vintage.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="report">What moved, or none where there are no two vintages to compare.</param>
    /// <param name="language">Language of the page.</param>
    public static PortalPage Of(PublishedView view, ChangeQuestion question, CausesReport? report, Language language)
    {
        Voice voice = new(language);
        string title = question.Mineral is { } mineral && ResultText.Mineral(mineral, language) is var name
            ? voice.Say(new($"{name}：何が、なぜ動いたか", $"{name}: what moved, and why"))
            : voice.Say(Title);
        return new PortalPage(language, question.Address, title,
        [
            question.Published.Count > 1 ? Form(view, question, voice) : Html.None,
            report is null ? Nothing(question, voice) : Html.Of(ChangesBody.Of(question, report, voice)),
        ])
        {
            View = view,
            Above = question.Mineral is { } one ? [(PortalAddress.Mineral(one), ResultText.Mineral(one, language))] : [],
            Classification = report is { Label: > AccessLabel.Open, Results.Count: > 0 } ? (Labels.Mark(report.Label, language), false) : null,
        };
    }

    /// <summary>A vintage in words.</summary>
    public static string Vintage(PublishedVintage vintage, Voice voice)
    {
        string quarter = vintage.Vintage.Split('-')[0];
        return Quarter.TryParse(quarter, out Quarter of) ? voice.Say(new($"{PeriodText.Of(of, voice.Language)}（{vintage.Vintage}）", $"{PeriodText.Of(of, voice.Language)} ({vintage.Vintage})")) : vintage.Vintage;
    }

    private static HtmlElement Nothing(ChangeQuestion question, Voice voice) => Tag("p", question.Before is not null
        ? voice.Say(Twice)
        : question.Published.Count == 1
            ? voice.Say(new(
                $"公表された版は {Vintage(question.After, voice)} の一つだけで、比べる版がまだない。次の版が公表されると、ここに何がなぜ動いたかが出る。",
                $"Only one vintage has been published, {Vintage(question.After, voice)}: there is nothing to compare it with yet. Once the next one is published, this page tells what moved and why."))
            : voice.Say(new($"{Vintage(question.After, voice)} は最初の版で、それより前の版がない。", $"{Vintage(question.After, voice)} is the first vintage; there is none before it.")));

    private static HtmlElement Form(PublishedView view, ChangeQuestion question, Voice voice)
    {
        (string, string)[] vintages = [.. question.Published.OrderByDescending(one => one.Ordinal).Select(one => (one.Vintage, Vintage(one, voice)))];
        return FormMarkup.Asking(PortalAddress.Changes(null), voice.Say(Legend), voice,
            FormMarkup.Choice("before", voice.Say(Before), question.Before?.Vintage ?? string.Empty, question.Before is null ? vintages.Prepend((string.Empty, "—")) : vintages),
            FormMarkup.Choice("after", voice.Say(After), question.After.Vintage, vintages),
            FormMarkup.Choice("mineral", voice.Say(Mineral), question.Mineral ?? string.Empty,
            [
                (string.Empty, voice.Say(All)),
                .. MineralCatalogue.All.Where(mineral => view.Assessments.ContainsKey(mineral.Id)).Select(mineral => (mineral.Id, ResultText.Mineral(mineral.Id, voice.Language))),
            ]),
            FormMarkup.Actions(voice.Say(Send)));
    }
}
