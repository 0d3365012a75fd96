using Pipeline.App.Api;
using Pipeline.App.Scenarios;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>The pages of scenarios: the form, and the answer with the form below it.</summary>
internal static class WhatIfPage
{
    private static readonly Bilingual Title = new("仮定の試算", "What if");
    private static readonly Bilingual Lead = new(
        "対策を一つ仮定し、各指標が前後でどう変わるかを計算する。点数そのものは入力できず、輸入、生産、需要などの入力を変えて、公表値と同じ計算をする。入力も結果も保存されない。",
        "Assume one measure and see each indicator before and after. No score can be typed in: the measure changes inputs such as imports, production or demand, and the same rules compute from them as for published figures. Neither what you type nor the answer is kept.");
    private static readonly Bilingual Again = new("別の仮定で試算する", "Try other assumptions");
    private static readonly Bilingual More = new(
        "複数の対策を組み合わせる試算や、車両台数などの仮定は、API（POST /api/v1/scenarios）で計算できる。", "Several measures at once, and assumptions on numbers of vehicles, are answered by the API (POST /api/v1/scenarios).");

    /// <summary>The form, empty or as it was sent with what is wrong.</summary>
    public static PortalPage Asking(PublishedView view, WhatIfInput input, Language language)
    {
        Voice voice = new(language);
        return Page(view, input, voice,
        [
            Tag("p", voice.Say(Lead)),
            WhatIfForm.First(view, input, voice),
            .. input.Mineral.Length > 0 ? [Tag("h2", voice.Say(new("仮定の内容", "The assumption"))), WhatIfForm.Second(input, voice)] : Array.Empty<Html>(),
            Tag("p", voice.Say(More)).Class("quiet"),
        ]);
    }

    /// <summary>The answer.</summary>
    public static PortalPage Answered(PublishedView view, WhatIfInput input, ScenarioAnswer answer, Language language)
    {
        Voice voice = new(language);
        return Page(view, input, voice,
        [
            .. WhatIfAnswer.Of(view.Assessments[input.Mineral], input, answer, voice),
            WhatIfForm.InOtherLanguage(input, voice),
            Tag("h2", voice.Say(Again)).With("id", "again"),
            WhatIfForm.Second(input, voice),
            WhatIfForm.First(view, input, voice),
        ]);
    }

    private static PortalPage Page(PublishedView view, WhatIfInput input, Voice voice, IReadOnlyList<Html> content)
    {
        bool isChosen = input.Mineral.Length > 0;
        string name = isChosen ? ResultText.Mineral(input.Mineral, voice.Language) : string.Empty;
        return new PortalPage(
            voice.Language,
            PortalAddress.WhatIf(isChosen ? input.Mineral : null, isChosen ? input.Kind.Code : null),
            isChosen ? voice.Say(new($"{name}：仮定の試算", $"{name}: what if")) : voice.Say(Title),
            content)
        { View = view, Above = isChosen ? [(PortalAddress.Mineral(input.Mineral), name)] : [] };
    }
}
